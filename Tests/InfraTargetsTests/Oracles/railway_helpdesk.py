"""Prints the graph of this repository's own help desk, written by hand with railway-sdk.

    railway_helpdesk.py staging|prod > graph.json
"""

import json
import sys

import railway_sdk as sdk

REGION = "europe-west4-drams3a"
IMAGE = {"builder": "DOCKERFILE", "dockerfilePath": "templates/backend.Dockerfile",
         "watchPatterns": ["/Package.swift", "/Sources/**", "/templates/backend.Dockerfile",
                           "!/Sources/Infra/**", "!/Sources/Page/**", "!/Sources/Tool/**"]}
DATABASE = "ghcr.io/railwayapp-templates/postgres-ssl:17"


def domains(*names):
    return {"domains": [{"domain": name, "port": 8080} for name in names]} if names else {}


def helpdesk(environment, instances, own, frontend_url, backend_url, extra):
    site = f"generated/{environment}/railway/frontend"
    # The SDK's helper pins version 18.
    database = sdk.postgres("database", region=REGION).with_fields(
        image=DATABASE, source=sdk.image(DATABASE))
    backend = sdk.service(
        "backend", build=IMAGE, start="backend serve", preDeploy="backend migrate deploy",
        healthcheck="/readyz", replicas={REGION: instances}, deploy={"drainingSeconds": 15},
        env={
            "PORT": "8080",
            "DATABASE_URL": database.env.DATABASE_URL,
            "FRONTEND_URL": frontend_url,
            "JWT_ACCESS_SECRET": sdk.preserve(),
            "JWT_REFRESH_SECRET": sdk.preserve(),
            "JOBS": "worker",
            **extra,
        },
        **domains(*own[:1]))
    worker = sdk.service(
        "worker", build=IMAGE, start="backend worker", replicas={REGION: 1},
        deploy={"drainingSeconds": 15},
        env={"DATABASE_URL": database.env.DATABASE_URL, "JOBS": "worker"})
    frontend = sdk.service(
        "frontend",
        build={"builder": "DOCKERFILE", "dockerfilePath": f"{site}/Dockerfile",
               "watchPatterns": ["/frontend/**", f"/{site}/**"]},
        replicas={REGION: 1},
        env={"PORT": "8080", "NEXT_PUBLIC_API_URL": backend_url},
        **domains(*own[1:]))
    return sdk.project("helpdesk", resources=[backend, worker, frontend, database]).to_graph()


def main():
    if sys.argv[1] == "prod":
        graph = helpdesk(
            "prod", 2, ["api.helpdesk.example", "app.helpdesk.example"],
            "https://app.helpdesk.example", "https://api.helpdesk.example",
            {"TRUSTED_PROXIES": "1"})
    else:
        graph = helpdesk(
            "staging", 1, [],
            "https://${{frontend.RAILWAY_PUBLIC_DOMAIN}}",
            "https://${{backend.RAILWAY_PUBLIC_DOMAIN}}",
            {"TRUSTED_PROXIES": "1", "SESSION_COOKIE": "cross-site"})
    print(json.dumps(graph))


main()
