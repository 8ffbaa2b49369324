import InfraKit

extension RenderFacts {
  /// The plans of Postgres instances, from small to large.
  ///
  /// Of the older names only `basic-1gb` is on record as the same plan
  /// (https://render.com/docs/compute-plans, read 2026-09-12).
  package static let postgresPlans: [Plan] = [
    plan("free", 0.1, .megabytes(256)),
    plan("0.1c-256mb", 0.1, .megabytes(256)),
    plan("0.5c-1g", 0.5, .gigabytes(1), "basic-1gb"),
    plan("1c-2g", 1, .gigabytes(2)),
    plan("1c-4g", 1, .gigabytes(4)),
    plan("2c-4g", 2, .gigabytes(4)),
    plan("2c-8g", 2, .gigabytes(8)),
    plan("2c-16g", 2, .gigabytes(16)),
    plan("4c-16g", 4, .gigabytes(16)),
    plan("4c-32g", 4, .gigabytes(32)),
    plan("8c-32g", 8, .gigabytes(32)),
    plan("8c-64g", 8, .gigabytes(64)),
    plan("16c-64g", 16, .gigabytes(64)),
    plan("16c-128g", 16, .gigabytes(128)),
    plan("32c-128g", 32, .gigabytes(128)),
    plan("32c-256g", 32, .gigabytes(256)),
    plan("48c-192g", 48, .gigabytes(192)),
    plan("48c-384g", 48, .gigabytes(384)),
    plan("64c-256g", 64, .gigabytes(256)),
    plan("64c-512g", 64, .gigabytes(512)),
    plan("96c-384g", 96, .gigabytes(384)),
    plan("96c-768g", 96, .gigabytes(768)),
    plan("128c-512g", 128, .gigabytes(512)),
    plan("128c-1024g", 128, .gigabytes(1024)),
  ]

  /// The plans with a fixed disk, which Render refuses for new instances.
  ///
  /// Reported at https://github.com/brightbeanxyz/brightbean-studio/issues/14, 2026-04.
  package static let legacyPostgresPlans: [Blueprint.PostgresPlan] = [
    .starter, .standard, .pro, .proPlus,
  ]

  /// The plans of less than one core that have older names, which high availability refuses.
  package static let smallOlderPostgresPlans: [Blueprint.PostgresPlan] = [
    .basic256MB, .basic1GB, .starter, .standard,
  ]

  /// The plan of an instance that names none.
  package static let standardPostgresPlan = Blueprint.PostgresPlan.`0.1c-256mb`

  /// The versions that the format knows; Render may create fewer.
  package static let postgresVersions = 10...18

  /// The oldest version with high availability.
  ///
  /// https://render.com/docs/postgresql-high-availability, read 2026-09-12.
  package static let highAvailabilityVersion = 13

  /// The processor share from which high availability is to be had.
  ///
  /// https://render.com/docs/postgresql-high-availability, read 2026-09-12.
  package static let highAvailabilityCPU = 1.0

  /// The most read replicas of one instance.
  package static let readReplicas = 5

  /// The days after which a free instance expires.
  ///
  /// https://render.com/docs/free, read 2026-06-02; older captures say 90.
  package static let freePostgresDays = 30
}
