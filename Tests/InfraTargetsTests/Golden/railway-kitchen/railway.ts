// Every field, once.

export default {
  name: "kitchen",
  environments: ["production", "staging"],
  resources: [
    {
      address: "group.Backend",
      type: "group",
      name: "Backend",
      color: "blue",
      icon: "server",
      isCollapsed: false,
    },
    {
      address: "service.api",
      type: "service",
      kind: "github",
      name: "api",
      source: {
        type: "github",
        repo: "acme/shop",
        branch: "release",
        rootDirectory: "api",
        commitSha: "0000000",
        upstreamUrl: "https://github.com/acme/seed",
        checkSuites: true,
      },
      build: {
        builder: "DOCKERFILE",
        watchPatterns: ["api/**", "!api/docs/**"],
        buildCommand: "make",
        buildEnvironment: "V3",
        dockerfilePath: "Dockerfile.prod",
        nixpacksConfigPath: "nixpacks.toml",
        nixpacksPlan: {
          providers: ["node"],
          phases: {
            setup: {
              dependsOn: [],
              nixPkgs: ["jq"],
            },
          },
          start: {
            cmd: "run",
          },
        },
        nixpacksVersion: "1.41.0",
        railpackVersion: "0.7.0",
      },
      deploy: {
        startCommand: "api serve",
        preDeployCommand: ["api migrate"],
        numReplicas: 3,
        healthcheckPath: "/health",
        healthcheckTimeout: 30,
        sleepApplication: false,
        runtime: "V2",
        registryCredentials: {
          username: "nobody",
          password: "nothing",
        },
        restartPolicyType: "ALWAYS",
        restartPolicyMaxRetries: 3,
        cronSchedule: "0 3 * * *",
        region: "us-west2",
        multiRegionConfig: {
          "us-west2": {
            numReplicas: 2,
          },
          "europe-west4-drams3a": {
            numReplicas: 1,
            stackerAssignment: "ALL_STACKERS",
          },
        },
        limitOverride: {
          containers: {
            cpu: 0.5,
            memoryBytes: 536870912,
            diskBytes: 1073741824,
          },
        },
        requiredMountPath: "/uploads",
        overlapSeconds: 10,
        drainingSeconds: 30,
        useLegacyStacker: false,
        ipv6EgressEnabled: true,
      },
      networking: {
        serviceDomains: {
          "shop.up.railway.app": {
            port: 3000,
          },
        },
        customDomains: {
          "api.example.com": {
            port: 8080,
          },
          "www.example.com": {
            port: 3000,
          },
        },
        tcpProxies: {
          "5432": {},
        },
        privateNetworkEndpoint: "api",
      },
      tracing: {
        enabled: true,
        autoInstrumentation: false,
      },
      cdn: {
        enabled: true,
        defaultTtlSeconds: 60,
        htmlCaching: "force",
        staleWhileRevalidate: false,
        purgeOnDeploy: "all",
      },
      variables: {
        LOG_LEVEL: {
          type: "literal",
          value: "info",
        },
        QUOTES: {
          type: "literal",
          value: "${{cache.REDIS_URL}} \"'`\\ \u2028 \u003c/script>",
        },
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
        SENTRY_DSN: {
          type: "sharedReference",
          name: "SENTRY_DSN",
        },
        JWT_SECRET: {
          type: "preserve",
        },
        SEED: {
          type: "raw",
          value: {
            isOptional: true,
            generator: "secret(32)",
          },
        },
        LABEL: {
          type: "literal",
          value: "blue",
          description: "Which one is live.",
          defaultValue: "green",
          isSealed: false,
          encryptedValue: "none",
          preserveExisting: true,
        },
      },
      volumeMounts: {
        c0ffee: {
          mountPath: "/old",
          backupSchedules: ["DAILY"],
        },
      },
      volumeAttachments: {
        uploads: {
          volume: "volume.uploads",
          mountPath: "/uploads",
          volumeConfig: {
            sizeMB: 5000,
            region: "us-west2",
            alerts: {
              usage: {
                "80": {},
              },
            },
            allowOnlineResize: true,
            forkFromBaseEnvironment: false,
          },
        },
      },
      configFile: "/api/railway.json",
      parentServiceId: "parent",
      groupId: "Backend",
      clusterRole: "edge",
      replicaConfig: {
        minReplicas: 1,
        maxReplicas: 5,
        step: 2,
        scalable: true,
      },
      clusterDisplay: {
        badge: "beta",
        badgeVariant: "muted",
      },
    },
    {
      address: "service.worker",
      type: "service",
      kind: "docker-image",
      name: "worker",
      source: {
        type: "image",
        image: "nginx:1.30",
        autoUpdates: {
          type: "patch",
          schedule: [
            {
              day: 6,
              startHour: 2,
              endHour: 6,
            },
          ],
          tagMode: "semver",
        },
      },
      groupId: "Backend",
    },
    {
      address: "database.database",
      type: "database",
      kind: "database",
      engine: "postgres",
      name: "database",
      image: "ghcr.io/railwayapp-templates/postgres-ssl:17",
      output: "DATABASE_URL",
      source: {
        type: "image",
        image: "ghcr.io/railwayapp-templates/postgres-ssl:17",
      },
      defaultMountPath: "/var/lib/postgresql/data",
      deploy: {
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
      networking: {
        tcpProxies: {
          "5432": {},
        },
      },
      variables: {
        PGTZ: {
          type: "literal",
          value: "UTC",
        },
      },
      groupId: "Backend",
    },
    {
      address: "database.cache",
      type: "database",
      kind: "database",
      engine: "redis",
      name: "cache",
      image: "railwayapp/redis:8.2",
      output: "REDIS_URL",
      source: {
        type: "image",
        image: "railwayapp/redis:8.2",
      },
      defaultMountPath: "/bitnami",
      groupId: "Backend",
    },
    {
      address: "volume.uploads",
      type: "volume",
      name: "uploads",
      config: {
        sizeMB: 5000,
        region: "us-west2",
        alerts: {
          usage: {
            "80": {},
          },
        },
        allowOnlineResize: true,
        forkFromBaseEnvironment: false,
      },
      groupId: "Backend",
    },
    {
      address: "bucket.media",
      type: "bucket",
      name: "media",
      config: {
        region: "iad",
      },
      groupId: "Backend",
    },
    {
      address: "group.Odds",
      type: "group",
      name: "Odds",
      groupId: "Backend",
    },
    {
      address: "service.seed",
      type: "service",
      kind: "template",
      name: "seed",
      source: {
        type: "template",
        template: "umami",
      },
      groupId: "Odds",
    },
    {
      address: "service.upload",
      type: "service",
      kind: "empty",
      name: "upload",
      source: {
        type: "empty",
        rootDirectory: "tools/upload",
      },
    },
  ],
};
