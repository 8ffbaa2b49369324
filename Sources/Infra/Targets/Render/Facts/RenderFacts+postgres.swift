import InfraKit

extension RenderFacts {
  /// The plans of Postgres instances, from small to large.
  ///
  /// Of the older names only `basic-1gb` is on record as the same plan
  /// (render.com/docs/compute-plans, read 2026-09-12).
  static let postgresPlans = Fact<[RenderPlan]>(
    "plans",
    "Postgres",
    [
      RenderPlan("free", cpu: 0.1, memory: .megabytes(256)),
      RenderPlan("0.1c-256mb", cpu: 0.1, memory: .megabytes(256)),
      RenderPlan("0.5c-1g", cpu: 0.5, memory: .gigabytes(1), older: "basic-1gb"),
      RenderPlan("1c-2g", cpu: 1, memory: .gigabytes(2)),
      RenderPlan("1c-4g", cpu: 1, memory: .gigabytes(4)),
      RenderPlan("2c-4g", cpu: 2, memory: .gigabytes(4)),
      RenderPlan("2c-8g", cpu: 2, memory: .gigabytes(8)),
      RenderPlan("2c-16g", cpu: 2, memory: .gigabytes(16)),
      RenderPlan("4c-16g", cpu: 4, memory: .gigabytes(16)),
      RenderPlan("4c-32g", cpu: 4, memory: .gigabytes(32)),
      RenderPlan("8c-32g", cpu: 8, memory: .gigabytes(32)),
      RenderPlan("8c-64g", cpu: 8, memory: .gigabytes(64)),
      RenderPlan("16c-64g", cpu: 16, memory: .gigabytes(64)),
      RenderPlan("16c-128g", cpu: 16, memory: .gigabytes(128)),
      RenderPlan("32c-128g", cpu: 32, memory: .gigabytes(128)),
      RenderPlan("32c-256g", cpu: 32, memory: .gigabytes(256)),
      RenderPlan("48c-192g", cpu: 48, memory: .gigabytes(192)),
      RenderPlan("48c-384g", cpu: 48, memory: .gigabytes(384)),
      RenderPlan("64c-256g", cpu: 64, memory: .gigabytes(256)),
      RenderPlan("64c-512g", cpu: 64, memory: .gigabytes(512)),
      RenderPlan("96c-384g", cpu: 96, memory: .gigabytes(384)),
      RenderPlan("96c-768g", cpu: 96, memory: .gigabytes(768)),
      RenderPlan("128c-512g", cpu: 128, memory: .gigabytes(512)),
      RenderPlan("128c-1024g", cpu: 128, memory: .gigabytes(1024)),
    ],
    reference
  )

  /// The plans with a fixed disk, which Render refuses for new instances.
  static let legacyPostgresPlans = Fact<[Blueprint.PostgresPlan]>(
    "plans",
    "Postgres, legacy",
    [.starter, .standard, .pro, .proPlus],
    legacy
  )

  /// The older plans of less than one core, which have no standby.
  static let smallOlderPostgresPlans: [Blueprint.PostgresPlan] = [
    .basic256MB, .basic1GB, .starter, .standard,
  ]

  /// The older plans of less than a gigabyte, or below Standard, which have no read replicas.
  static let olderPlansWithoutReplicas: [Blueprint.PostgresPlan] = [.basic256MB, .starter]
}
