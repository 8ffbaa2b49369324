"""Writes the synthetic description with PyYAML's C dumper: generate_pyyaml.py SERVICES FILE"""

import sys

import yaml


def service(number, count):
    return {
        "type": "web",
        "name": f"synthetic-service-{number}-prod",
        "region": "frankfurt",
        "plan": "0.5c-512mb",
        "runtime": "node",
        "rootDir": f"services/{number}",
        "buildCommand": "npm ci && npm run build",
        "startCommand": "node dist/index.js",
        "numInstances": 2,
        "healthCheckPath": "/health",
        "envVars": [
            {
                "key": "DATABASE_URL",
                "fromDatabase": {
                    "name": "synthetic-database-prod",
                    "property": "connectionString",
                },
            },
            {
                "key": "GREETING",
                "value": f'service {number}: ready at 22:22 # "for real"',
            },
            {"key": "LOG_LEVEL", "value": "info"},
            {"key": "SESSION_SECRET", "generateValue": True},
            {
                "key": "UPSTREAM_URL",
                "fromService": {
                    "type": "web",
                    "name": f"synthetic-service-{(number - 1) % count}-prod",
                    "envVarKey": "RENDER_EXTERNAL_URL",
                },
            },
            {"key": "WORKERS", "value": "4"},
        ],
        "buildFilter": {"paths": [f"services/{number}/**"]},
    }


def blueprint(count):
    return {
        "databases": [
            {
                "name": "synthetic-database-prod",
                "databaseName": "synthetic",
                "user": "synthetic",
                "region": "frankfurt",
                "plan": "0.1c-256mb",
                "postgresMajorVersion": "17",
                "ipAllowList": [],
            }
        ],
        "services": [service(number, count) for number in range(count)],
    }


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        yaml.dump(
            blueprint(int(sys.argv[1])),
            file,
            Dumper=yaml.CSafeDumper,
            sort_keys=False,
            allow_unicode=True,
        )
