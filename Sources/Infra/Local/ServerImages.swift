/// Facts about the images that databases and caches run from on a developer's machine.
package enum ServerImages {
  /// The official Postgres image of a major version.
  package static func postgres(_ version: Postgres.Version) -> String {
    "postgres:\(version.rawValue)"
  }

  /// Where a volume must be mounted in it: one level higher since 18
  /// (docker-library/postgres, issue 1370, 2025-10-11).
  package static func dataDirectory(of version: Postgres.Version) -> String {
    version.rawValue >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data"
  }

  /// The Valkey image, which speaks Redis's protocol and is what Render runs too; 8 is the major
  /// version that Render offers (render.com/docs/key-value, 2026-11).
  package static let keyValue = "valkey/valkey:8"

  /// The settings of a cache, as Valkey's and Redis's servers take them on their command line.
  package static func flags(of cache: KeyValue) -> [String] {
    var flags = ["--maxmemory-policy", policy(cache.eviction)]
    if let memory = cache.memory { flags += ["--maxmemory", "\(memory.megabytes)mb"] }
    switch cache.persistence {
    case .journal: flags += ["--appendonly", "yes"]
    case .none?: flags += ["--appendonly", "no", "--save", ""]
    case .snapshots, nil: break
    }
    return flags
  }

  /// The word for what goes when memory is full (valkey.io/topics/lru-cache, 2026-11).
  private static func policy(_ eviction: KeyValue.Eviction) -> String {
    switch eviction {
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
