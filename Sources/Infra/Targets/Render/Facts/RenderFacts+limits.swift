import InfraKit

extension RenderFacts {
  /// The bounds, as reports show them.
  static var limits: [FactRow] {
    [
      instances.row, scalingTarget.row, shutdownSeconds.row, diskStep.row, postgresVersions.row,
      highAvailabilityVersion.row, highAvailabilityCPU.row, readReplicas.row,
      replicaMemory.row, replicaStorageGB.row,
      freePostgresDays.row, freeIdleMinutes.row, cronRunHours.row, generatedBytes.row,
      standardShutdownSeconds.row, standardDiskGB.row, standardPort.row,
    ]
  }

  static let instances = Fact("limit", "instances of a service", 1...100, scaling)
  static let scalingTarget = Fact("limit", "percent that scaling aims at", 1...90, reference)
  static let shutdownSeconds = Fact("limit", "seconds after SIGTERM", 1...300, reference)
  static let diskStep = Fact("limit", "gigabytes of Postgres disk are 1 or steps of", 5, reference)
  static let postgresVersions = Fact("limit", "major versions of Postgres", 10...18, schema)
  static let highAvailabilityVersion = Fact("limit", "Postgres with a standby from", 13, postgres)
  static let highAvailabilityCPU = Fact("limit", "cores of Postgres with a standby", 1.0, postgres)
  static let readReplicas = Fact("limit", "read replicas of a database", 5, reference)
  static let replicaMemory = Fact<ByteCount>(
    "limit",
    "memory of Postgres with read replicas, from",
    .gigabytes(1),
    replicas
  )
  static let replicaStorageGB = Fact(
    "limit",
    "gigabytes of Postgres with read replicas, from",
    10,
    replicas
  )
  static let freePostgresDays = Fact("limit", "days of a free database", 30, free)
  static let freeIdleMinutes = Fact("limit", "idle minutes of a free web service", 15, free)
  static let cronRunHours = Fact("limit", "hours of a cron job's run", 12, cron)
  static let generatedBytes = Fact("limit", "bytes of a generated value", 32, reference)

  static let standardShutdownSeconds = Fact("default", "seconds after SIGTERM", 30, reference)
  static let standardDiskGB = Fact("default", "gigabytes of a service's disk", 10, reference)
  static let standardPort = Fact("default", "PORT of a web service", 10_000, environment)
}
