// Made from environments/prod.swift by `swift run infra generate prod`.
// Edit the description, not this file.

export default {
  name: "product",
  resources: [
    {
      address: "service.backend",
      type: "service",
      kind: "empty",
      name: "backend",
      source: {
        type: "empty",
        rootDirectory: "backend",
      },
      build: {
        watchPatterns: ["/backend/**"],
        buildCommand: "npm install && npx prisma generate && npm run build",
      },
      deploy: {
        startCommand: "node dist/index.js",
        preDeployCommand: ["npx prisma migrate deploy"],
        healthcheckPath: "/health",
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
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
        JWT_ACCESS_SECRET: {
          type: "preserve",
        },
        JWT_REFRESH_SECRET: {
          type: "preserve",
        },
        FRONTEND_URL: {
          type: "literal",
          value: "https://${{frontend.RAILWAY_PUBLIC_DOMAIN}}",
        },
        RAILPACK_NODE_VERSION: {
          type: "literal",
          value: "22",
        },
      },
    },
    {
      address: "service.worker",
      type: "service",
      kind: "empty",
      name: "worker",
      source: {
        type: "empty",
        rootDirectory: "backend",
      },
      build: {
        watchPatterns: ["/backend/**"],
        buildCommand: "npm install && npx prisma generate && npm run build",
      },
      deploy: {
        startCommand: "node dist/worker.js",
        multiRegionConfig: {
          "europe-west4-drams3a": {
            numReplicas: 1,
          },
        },
      },
      variables: {
        DATABASE_URL: {
          type: "reference",
          resource: "database.database",
          output: "DATABASE_URL",
        },
        RAILPACK_NODE_VERSION: {
          type: "literal",
          value: "22",
        },
      },
    },
    {
      address: "service.frontend",
      type: "service",
      kind: "empty",
      name: "frontend",
      source: {
        type: "empty",
        rootDirectory: "frontend",
      },
      build: {
        watchPatterns: ["/frontend/**"],
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
          value: "3000",
        },
        NEXT_PUBLIC_API_URL: {
          type: "literal",
          value: "https://${{backend.RAILWAY_PUBLIC_DOMAIN}}",
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
