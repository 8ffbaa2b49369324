"""Prints the graph of a help desk in production, written by hand with railway-sdk.

    railway_helpdesk.py > graph.json
"""

import json

import railway_sdk as sdk

REGION = "europe-west4-drams3a"
IMAGE = {"builder": "DOCKERFILE", "dockerfilePath": "templates/backend.Dockerfile",
         "watchPatterns": ["/Package.swift", "/Sources/**", "!/Sources/Infra/**"]}
SITE = "generated/prod/railway/frontend"


def helpdesk():
    database = sdk.postgres("database", region=REGION)
    database = database.with_fields(
        image="ghcr.io/railwayapp-templates/postgres-ssl:17",
        source=sdk.image("ghcr.io/railwayapp-templates/postgres-ssl:17"))
    source = sdk.github("acme/helpdesk", branch="main")
    backend = sdk.service(
        "backend", source=source, build=IMAGE, start="backend serve",
        preDeploy="backend migrate deploy", healthcheck="/readyz", replicas={REGION: 2},
        deploy={"drainingSeconds": 15},
        domains=[{"domain": "api.helpdesk.example", "port": 8080}],
        env={
            "PORT": "8080",
            "DATABASE_URL": database.env.DATABASE_URL,
            "FRONTEND_URL": "https://app.helpdesk.example",
            "JWT_ACCESS_SECRET": sdk.preserve(),
            "JWT_REFRESH_SECRET": sdk.preserve(),
            "JOBS": "worker",
        })
    worker = sdk.service(
        "worker", source=source, build=IMAGE, start="backend worker", replicas={REGION: 1},
        deploy={"drainingSeconds": 15},
        env={"DATABASE_URL": database.env.DATABASE_URL, "JOBS": "worker"})
    frontend = sdk.service(
        "frontend", source=source,
        build={"builder": "DOCKERFILE", "dockerfilePath": f"{SITE}/Dockerfile",
               "watchPatterns": ["/frontend/**", f"/{SITE}/**"]},
        replicas={REGION: 1},
        domains=[{"domain": "app.helpdesk.example", "port": 8080}],
        env={"PORT": "8080", "NEXT_PUBLIC_API_URL": "https://api.helpdesk.example"})
    return sdk.project("helpdesk", resources=[backend, worker, frontend, database]).to_graph()


print(json.dumps(helpdesk()))
