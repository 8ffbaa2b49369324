import InfraContract
import InfraKit

extension BlueprintDraft {
  /// Writes a database.
  mutating func map(_ database: Postgres) {
    let plans = RenderFacts.postgresPlans.value
    checkSize(database.size, among: plans, of: database)
    var entry = Blueprint.Database(name: name(database.name))
    entry.databaseName = database.databaseName
    entry.user = database.user
    entry.region = options.region
    entry.plan = .init(
      rawValue: plan(for: database.size, among: plans, atLeast: Self.least(for: database))
    )
    entry.diskSizeGB = database.storage.map { storage in
      max(
        Self.diskSize(storage),
        database.replicas.isEmpty ? 0 : RenderFacts.replicaStorageGB.value
      )
    }
    entry.connectionPool = database.pooling ? .pgbouncer : nil
    entry.postgresMajorVersion = .init(rawValue: String(database.version.rawValue))
    entry.highAvailability = database.highAvailability ? .init(enabled: true) : nil
    entry.ipAllowList = database.allowedAddresses.map(Self.address)
    if !database.replicas.isEmpty {
      entry.readReplicas = database.replicas.map { .init(name: name($0.name)) }
    }
    append(entry, from: database)
  }

  /// Writes a key-value store.
  mutating func map(_ cache: KeyValue) {
    let plans = RenderFacts.keyValuePlans.value
    let size = cache.memory.map { Size(memory: $0) }
    checkSize(size, among: plans, of: cache)
    var entry = Blueprint.KeyValueService(
      name: name(cache.name),
      ipAllowList: cache.allowedAddresses.map(Self.address)
    )
    entry.region = options.region
    entry.plan = .init(rawValue: plan(for: size, among: plans))
    entry.maxmemoryPolicy = Self.policy(cache.eviction)
    entry.persistenceMode = cache.persistence.map(Self.mode)
    append(.keyValue(entry), from: cache)
  }

  /// What a standby and read replicas ask of their database.
  private static func least(for database: Postgres) -> Size {
    Size(
      cpu: database.highAvailability ? RenderFacts.highAvailabilityCPU.value : nil,
      memory: database.replicas.isEmpty ? nil : RenderFacts.replicaMemory.value
    )
  }

  /// The smallest size that Render has: 1 GB, or a multiple of 5.
  private static func diskSize(_ storage: ByteCount) -> Int {
    let step = RenderFacts.diskStep.value
    let gigabytes = storage.gigabytes
    return gigabytes <= 1 ? 1 : (gigabytes - 1) / step * step + step
  }

  /// The addresses that may reach a service or a site; an absent list lets everybody in.
  func addresses(_ ranges: [AddressRange]) -> [Blueprint.AllowedAddress]? {
    ranges.isEmpty ? nil : ranges.map(Self.address)
  }

  private static func address(_ range: AddressRange) -> Blueprint.AllowedAddress {
    Blueprint.AllowedAddress(source: range.cidr, description: range.description)
  }

  private static func policy(_ eviction: KeyValue.Eviction) -> Blueprint.EvictionPolicy {
    switch eviction {
    case .leastRecentlyUsed: .allkeysLRU
    case .leastFrequentlyUsed: .allkeysLFU
    case .random: .allkeysRandom
    case .leastRecentlyUsedExpiring: .volatileLRU
    case .leastFrequentlyUsedExpiring: .volatileLFU
    case .randomExpiring: .volatileRandom
    case .soonestExpiring: .volatileTTL
    case .never: .noeviction
    }
  }

  private static func mode(_ persistence: KeyValue.Persistence) -> Blueprint.PersistenceMode {
    switch persistence {
    case .journal: .journalSnapshot
    case .snapshots: .snapshot
    case .none: .off
    }
  }
}
