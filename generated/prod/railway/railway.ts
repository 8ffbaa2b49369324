// Made from environments/prod.swift by `swift run infra generate prod`.
// Edit the description, not this file.

export default {
  name: "helpdesk",
  resources: [
    {
      address: "service.backend",
      type: "service",
      kind: "empty",
      name: "backend",
      build: {
        builder: "DOCKERFILE",
        watchPatterns: [
          "/Package.swift",
          "/Sources/**",
          "/templates/backend.Dockerfile",
          "!/Sources/Infra/**",
          "!/Sources/Page/**",
          "!/Sources/Tool/**",
        ],
        dockerfilePath: "templates/backend.Dockerfile",
      },
      deploy: {
        startCommand: "backend serve",
        preDeployCommand: ["backend migrate deploy"],
        healthcheckPath: "/readyz",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 2,
          },
        },
        drainingSeconds: 15,
      },
      networking: {
        customDomains: {
          "api.helpdesk.example": {
            port: 8080,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "8080",
        },
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
        FRONTEND_URL: {
          type: "literal",
          value: "https://app.helpdesk.example",
        },
        JWT_ACCESS_SECRET: {
          type: "preserve",
        },
        JWT_REFRESH_SECRET: {
          type: "preserve",
        },
        JOBS: {
          type: "literal",
          value: "worker",
        },
        TRUSTED_PROXIES: {
          type: "literal",
          value: "1",
        },
      },
    },
    {
      address: "service.worker",
      type: "service",
      kind: "empty",
      name: "worker",
      build: {
        builder: "DOCKERFILE",
        watchPatterns: [
          "/Package.swift",
          "/Sources/**",
          "/templates/backend.Dockerfile",
          "!/Sources/Infra/**",
          "!/Sources/Page/**",
          "!/Sources/Tool/**",
        ],
        dockerfilePath: "templates/backend.Dockerfile",
      },
      deploy: {
        startCommand: "backend worker",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
        drainingSeconds: 15,
      },
      variables: {
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
        JOBS: {
          type: "literal",
          value: "worker",
        },
      },
    },
    {
      address: "service.frontend",
      type: "service",
      kind: "empty",
      name: "frontend",
      build: {
        builder: "DOCKERFILE",
        watchPatterns: ["/frontend/**", "/generated/prod/railway/frontend/**"],
        dockerfilePath: "generated/prod/railway/frontend/Dockerfile",
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
          "app.helpdesk.example": {
            port: 8080,
          },
        },
      },
      variables: {
        PORT: {
          type: "literal",
          value: "8080",
        },
        NEXT_PUBLIC_API_URL: {
          type: "literal",
          value: "https://api.helpdesk.example",
        },
      },
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
    },
  ],
};
