// Made from InfraTargetsTests/RailwayKitchenTests.swift by `swift run infra generate prod`.
// Edit the description, not this file.

export default {
  name: "kitchen",
  resources: [
    {
      address: "service.api",
      type: "service",
      kind: "empty",
      name: "api",
      source: {
        type: "empty",
        rootDirectory: "services/api",
      },
      build: {
        builder: "DOCKERFILE",
        watchPatterns: [
          "/services/api/**",
          "/Package.swift",
          "!/services/api/docs/**",
        ],
      },
      deploy: {
        startCommand: "api serve --name 'two words'",
        preDeployCommand: ["api migrate"],
        healthcheckPath: "/health",
        healthcheckTimeout: 90,
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 2,
          },
        },
        limitOverride: {
          containers: {
            cpu: 1,
            memoryBytes: 1073741824,
          },
        },
        drainingSeconds: 25,
      },
      networking: {
        customDomains: {
          "api.example.com": {
            port: 8080,
          },
          "api.example.org": {
            port: 8080,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "8080",
        },
        LOG_LEVEL: {
          type: "literal",
          value: "debug",
        },
        REGION_NAME: {
          type: "literal",
          value: "Europe",
        },
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
        POOLED_URL: {
          type: "preserve",
        },
        PG: {
          type: "literal",
          value: "host=${{database.PGHOST}} port=${{database.PGPORT}} user=${{database.PGUSER}}",
        },
        PG_PASSWORD: {
          type: "reference",
          resource: "database.database",
          output: "PGPASSWORD",
        },
        PG_NAME: {
          type: "reference",
          resource: "database.database",
          output: "PGDATABASE",
        },
        CACHE_URL: {
          type: "reference",
          resource: "database.cache",
          output: "REDIS_URL",
        },
        CACHE: {
          type: "literal",
          value: "${{cache.REDISHOST}}:${{cache.REDISPORT}}",
        },
        SESSION_KEY: {
          type: "preserve",
        },
        MAIL_PASSWORD: {
          type: "preserve",
        },
        SMTP_URL: {
          type: "literal",
          value: "smtp://shop:${{MAIL_PASSWORD}}@mail.example.com:587",
        },
        PUBLIC_ORIGIN: {
          type: "literal",
          value: "https://api.example.com",
        },
        SHOP_ORIGIN: {
          type: "literal",
          value: "https://${{shop.RAILWAY_PUBLIC_DOMAIN}}",
        },
        MEDIA: {
          type: "literal",
          value: "http://${{media.RAILWAY_PRIVATE_DOMAIN}}:9000",
        },
        MEDIA_AT: {
          type: "literal",
          value: "${{media.RAILWAY_PRIVATE_DOMAIN}}:9000",
        },
        ODD: {
          type: "literal",
          value: "quotes \" ' ` \\ $HOME ${A} \u003c!-- ☃ --> */",
        },
      },
    },
    {
      address: "service.media",
      type: "service",
      kind: "empty",
      name: "media",
      build: {
        builder: "DOCKERFILE",
        dockerfilePath: "media/Dockerfile",
      },
      deploy: {
        startCommand: "/bin/sh -c 'media --port $PORT && true'",
        preDeployCommand: ["media upgrade"],
        healthcheckPath: "/",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "9000",
        },
        CODEC: {
          type: "literal",
          value: "av1",
        },
      },
      volumeAttachments: {
        "media-files": {
          volume: "volume.media-files",
          mountPath: "/files",
          volumeConfig: {
            sizeMB: 10240,
            region: "europe-west4-drams3a",
          },
        },
      },
    },
    {
      address: "volume.media-files",
      type: "volume",
      name: "media-files",
      config: {
        sizeMB: 10240,
        region: "europe-west4-drams3a",
      },
    },
    {
      address: "service.worker",
      type: "service",
      kind: "empty",
      name: "worker",
      source: {
        type: "empty",
        rootDirectory: "services/worker",
      },
      build: {
        watchPatterns: ["/services/worker/**"],
        buildCommand: "npm ci && npm run build",
      },
      deploy: {
        startCommand: "node dist/worker.js",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 3,
          },
        },
      },
      variables: {
        LOG_LEVEL: {
          type: "literal",
          value: "info",
        },
        REGION_NAME: {
          type: "literal",
          value: "Europe",
        },
        QUEUE_URL: {
          type: "reference",
          resource: "database.queue",
          output: "REDIS_URL",
        },
        LEDGER_URL: {
          type: "reference",
          resource: "database.ledger",
          output: "DATABASE_URL",
        },
        KEY: {
          type: "preserve",
        },
        PROXY: {
          type: "reference",
          resource: "service.proxy",
          output: "RAILWAY_PUBLIC_DOMAIN",
        },
        WORKERS: {
          type: "literal",
          value: "4",
        },
        VERBOSE: {
          type: "literal",
          value: "true",
        },
        RAILPACK_NODE_VERSION: {
          type: "literal",
          value: "22",
        },
      },
    },
    {
      address: "service.proxy",
      type: "service",
      kind: "docker-image",
      name: "proxy",
      source: {
        type: "image",
        image: "ghcr.io/acme/proxy:1.4.2",
      },
      deploy: {
        startCommand: "proxy --listen :3000",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "3000",
        },
        UPSTREAM: {
          type: "literal",
          value: "http://${{api.RAILWAY_PRIVATE_DOMAIN}}:8080",
        },
      },
    },
    {
      address: "service.docs",
      type: "service",
      kind: "empty",
      name: "docs",
      build: {
        builder: "DOCKERFILE",
        watchPatterns: [
          "/docs/**",
          "/generated/prod/docs/**",
          "!/docs/drafts/**",
        ],
        dockerfilePath: "generated/prod/docs/Dockerfile",
      },
      deploy: {
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
      networking: {
        customDomains: {
          "docs.example.com": {
            port: 8080,
          },
          "help.example.com": {
            port: 8080,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "8080",
        },
        API_ORIGIN: {
          type: "literal",
          value: "https://api.example.com",
        },
        PROXY_ORIGIN: {
          type: "literal",
          value: "https://${{proxy.RAILWAY_PUBLIC_DOMAIN}}",
        },
      },
    },
    {
      address: "service.shop",
      type: "service",
      kind: "empty",
      name: "shop",
      source: {
        type: "empty",
        rootDirectory: "shop",
      },
      build: {
        watchPatterns: ["/shop/**"],
        buildCommand: "npm run build",
      },
      deploy: {
        startCommand: "npm start",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "3001",
        },
        LOG_LEVEL: {
          type: "literal",
          value: "info",
        },
        REGION_NAME: {
          type: "literal",
          value: "Europe",
        },
        NEXT_PUBLIC_API_URL: {
          type: "literal",
          value: "https://api.example.com",
        },
        RAILPACK_NODE_VERSION: {
          type: "literal",
          value: "24",
        },
      },
    },
    {
      address: "service.digest",
      type: "service",
      kind: "empty",
      name: "digest",
      source: {
        type: "empty",
        rootDirectory: "services/api",
      },
      build: {
        builder: "DOCKERFILE",
        watchPatterns: ["/services/api/**"],
      },
      deploy: {
        startCommand: "api digest",
        cronSchedule: "30 6 * * 1",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
        limitOverride: {
          containers: {
            cpu: 0.25,
            memoryBytes: 536870912,
          },
        },
      },
      variables: {
        LOG_LEVEL: {
          type: "literal",
          value: "info",
        },
        REGION_NAME: {
          type: "literal",
          value: "Europe",
        },
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
      },
    },
    {
      address: "service.sweep",
      type: "service",
      kind: "docker-image",
      name: "sweep",
      source: {
        type: "image",
        image: "ghcr.io/acme/sweep:2",
      },
      deploy: {
        cronSchedule: "*/30 * * * *",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
    },
    {
      address: "database.database",
      type: "database",
      kind: "database",
      engine: "postgres",
      name: "database",
      image: "ghcr.io/railwayapp-templates/postgres-ssl:16",
      output: "DATABASE_URL",
      source: {
        type: "image",
        image: "ghcr.io/railwayapp-templates/postgres-ssl:16",
      },
      defaultMountPath: "/var/lib/postgresql/data",
      deploy: {
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
    },
    {
      address: "database.ledger",
      type: "database",
      kind: "database",
      engine: "postgres",
      name: "ledger",
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
      deploy: {
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
    },
    {
      address: "database.queue",
      type: "database",
      kind: "database",
      engine: "redis",
      name: "queue",
      image: "railwayapp/redis:8.2",
      output: "REDIS_URL",
      source: {
        type: "image",
        image: "railwayapp/redis:8.2",
      },
      defaultMountPath: "/bitnami",
      deploy: {
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
    },
  ],
};
