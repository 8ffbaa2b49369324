"""Prints the graph of a project that uses every field, written by hand with railway-sdk.

    railway_kitchen.py > graph.json

Functions (`fn`) are left out: their code is part of the graph.
"""

import json

import railway_sdk as sdk


def kitchen():
    database = sdk.database("database", "postgres", output="DATABASE_URL",
                            image="ghcr.io/railwayapp-templates/postgres-ssl:17",
                            defaultMountPath="/var/lib/postgresql/data",
                            region="europe-west4-drams3a").with_fields(
        networking={"tcpProxies": {"5432": {}}},
        variables={"PGTZ": {"type": "literal", "value": "UTC"}})
    cache = sdk.redis("cache")
    uploads = sdk.volume("uploads", sizeMB=5000, region="us-west2",
                         alerts={"usage": {"80": {}}}, allowOnlineResize=True,
                         forkFromBaseEnvironment=False)
    media = sdk.bucket("media", region="iad")
    shared = sdk.create_railway_context().shared
    api = sdk.service(
        "api",
        source=sdk.github("acme/shop", branch="release", rootDirectory="api",
                          commitSha="0000000", upstreamUrl="https://github.com/acme/seed",
                          checkSuites=True),
        build={
            "builder": "DOCKERFILE", "watchPatterns": ["api/**", "!api/docs/**"],
            "buildCommand": "make", "buildEnvironment": "V3", "dockerfilePath": "Dockerfile.prod",
            "nixpacksConfigPath": "nixpacks.toml",
            "nixpacksPlan": {"providers": ["node"],
                             "phases": {"setup": {"nixPkgs": ["jq"], "dependsOn": []}},
                             "start": {"cmd": "run"}},
            "nixpacksVersion": "1.41.0", "railpackVersion": "0.7.0",
        },
        start="api serve", preDeploy="api migrate", healthcheck="/health", healthcheckTimeout=30,
        replicas={"us-west2": 2, "europe-west4-drams3a": {"count": 1, "stacker": "ALL_STACKERS"}},
        deploy={
            "numReplicas": 3, "sleepApplication": False, "runtime": "V2",
            "registryCredentials": {"username": "nobody", "password": "nothing"},
            "restartPolicyType": "ALWAYS", "restartPolicyMaxRetries": 3,
            "cronSchedule": "0 3 * * *", "region": "us-west2",
            "limitOverride": {"containers": {"cpu": 0.5, "memoryBytes": 536870912,
                                             "diskBytes": 1073741824}},
            "requiredMountPath": "/uploads", "overlapSeconds": 10, "drainingSeconds": 30,
            "useLegacyStacker": False, "ipv6EgressEnabled": True,
        },
        domains=["api.example.com", {"domain": "www.example.com", "port": 3000}],
        tcp=[5432],
        networking={"serviceDomains": {"shop.up.railway.app": {"port": 3000}},
                    "privateNetworkEndpoint": "api"},
        tracing={"enabled": True, "autoInstrumentation": False},
        cdn=sdk.ServiceCdn(enabled=True, default_ttl_seconds=60, html_caching="force",
                           stale_while_revalidate=False, purge_on_deploy="all"),
        env={
            "LOG_LEVEL": "info",
            "QUOTES": "${{cache.REDIS_URL}} \"'`\\ \u2028 </script>",
            "DATABASE_URL": database.env.DATABASE_URL,
            "SENTRY_DSN": shared.SENTRY_DSN,
            "JWT_SECRET": sdk.preserve(),
            "SEED": {"generator": "secret(32)", "isOptional": True},
            "LABEL": {"type": "literal", "value": "blue", "description": "Which one is live.",
                      "defaultValue": "green", "isSealed": False, "preserveExisting": True,
                      "encryptedValue": "none"},
        },
        volumeMounts={"/uploads": uploads, "c0ffee": {"mountPath": "/old",
                                                      "backupSchedules": ["DAILY"]}},
        configFile="/api/railway.json", parentServiceId="parent", clusterRole="edge",
        replicaConfig={"minReplicas": 1, "maxReplicas": 5, "step": 2, "scalable": True},
        clusterDisplay={"badge": "beta", "badgeVariant": "muted"},
    )
    worker = sdk.service("worker", source=sdk.image("nginx:1.30", autoUpdates={
        "type": "patch", "tagMode": "semver", "schedule": [sdk.ScheduleWindow(6, 2, 6)]}))
    seed = sdk.service("seed", source=sdk.template("umami"))
    upload = sdk.service("upload", root="tools/upload")
    group = sdk.group("Backend", [api, worker, database, cache, uploads, media],
                      {"color": "blue", "icon": "server", "isCollapsed": False})
    inner = sdk.group("Odds", [seed])
    inner[0] = inner[0].with_fields(groupId="Backend")
    return sdk.project("kitchen", resources=[group, inner, upload],
                       environments=["production", "staging"]).to_graph()


print(json.dumps(kitchen()))
