import InfraContract
import InfraKit

extension RailwayRules {
  /// A cache is told by hand what to forget and keep.
  static let cacheSettings = rule(
    "cache-settings",
    .note,
    "A cache evicts nothing and journals nothing until its start command says so.",
    page: "guides/redis-cache-vs-store"
  )
}

/// Rules about key-value stores.
enum RailwayCacheRules: RailwayTopic {
  static let rules = [RailwayRules.cacheSettings]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for cache in project.part.caches {
      let flags = cache.redisFlags
      if !flags.isEmpty {
        findings.report(
          RailwayRules.cacheSettings,
          "\(cache.id.title) needs '\(flags.joined(separator: " "))', which moves to the setup sheet",
          help: "change its start command as SETUP.md says",
          at: cache.site,
          about: cache.id
        )
      }
      check(cache.allowedAddresses, of: cache, &findings)
    }
  }

  static func check(
    _ addresses: [AddressRange],
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    if addresses.isEmpty { return }
    findings.report(
      RailwayRules.allowedAddresses,
      "\(resource.id.title) allows \(addresses.map { "'\($0.cidr)'" }.joined(separator: ", ")), and "
        + "Railway has no such list: it stays on the private network",
      help: "connect through `railway ssh`, or open a TCP proxy to everybody",
      at: resource.site,
      about: resource.id
    )
  }
}

extension KeyValue {
  /// What Redis must be told beyond its own defaults: it evicts nothing and takes snapshots.
  var redisFlags: [String] {
    var flags: [String] = []
    // Without a limit nothing is ever full, and nothing evicted.
    if let memory { flags += ["--maxmemory", "\(max(1, memory.megabytes))mb"] }
    if eviction != .never { flags += ["--maxmemory-policy", eviction.redisPolicy] }
    switch persistence {
    case .journal?: flags += ["--appendonly", "yes"]
    case KeyValue.Persistence.none?: flags += ["--save", "''", "--appendonly", "no"]
    case .snapshots?, nil: break
    }
    return flags
  }
}

extension KeyValue.Eviction {
  /// The policy as Redis spells it (redis.io/docs/latest/develop/reference/eviction, 2026-04-01).
  fileprivate var redisPolicy: String {
    switch self {
    case .leastRecentlyUsed: "allkeys-lru"
    case .leastFrequentlyUsed: "allkeys-lfu"
    case .random: "allkeys-random"
    case .leastRecentlyUsedExpiring: "volatile-lru"
    case .leastFrequentlyUsedExpiring: "volatile-lfu"
    case .randomExpiring: "volatile-random"
    case .soonestExpiring: "volatile-ttl"
    case .never: "noeviction"
    }
  }
}
