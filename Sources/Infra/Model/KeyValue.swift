public import InfraContract

/// A Redis-compatible key-value store.
public struct KeyValue: Resource {
  /// What goes when memory is full.
  public enum Eviction: Sendable, Hashable, CaseIterable {
    /// The least recently used key.
    case leastRecentlyUsed
    /// The least frequently used key.
    case leastFrequentlyUsed
    /// Any key.
    case random
    /// The least recently used of the keys that expire.
    case leastRecentlyUsedExpiring
    /// The least frequently used of the keys that expire.
    case leastFrequentlyUsedExpiring
    /// Any of the keys that expire.
    case randomExpiring
    /// The key that expires next.
    case soonestExpiring
    /// Nothing: writes fail. Queues need this.
    case never
  }

  /// What survives a restart.
  public enum Persistence: Sendable, Hashable, CaseIterable {
    /// A log of every write and snapshots.
    case journal
    /// Snapshots.
    case snapshots
    /// Nothing.
    case none
  }

  /// The name: the private host name too.
  public let name: String

  /// What goes when memory is full.
  public var eviction: Eviction

  /// What survives a restart; nil for the platform's default.
  public var persistence: Persistence?

  /// How much it must hold; nil for the platform's default.
  public var memory: ByteCount?

  /// The address ranges outside the private network that may connect; empty for none.
  public var allowedAddresses: [AddressRange]

  /// The rules that are raised or silenced here.
  public var rules: [RuleException]

  /// Where it was declared.
  public let site: CallSite

  /// Declares a key-value store.
  public init(
    _ name: String,
    eviction: Eviction = .leastRecentlyUsed,
    persistence: Persistence? = nil,
    memory: ByteCount? = nil,
    allowedAddresses: [AddressRange] = [],
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.eviction = eviction
    self.persistence = persistence
    self.memory = memory
    self.allowedAddresses = allowedAddresses
    self.rules = rules
    self.site = CallSite(file: file, line: line)
  }

  /// The identity.
  public var id: ResourceID { ResourceID(.keyValue, name) }
}

extension KeyValue: RedisReferring {
  /// The connection URL on the private network.
  public var url: RedisURL { RedisURL(reference(.url)) }

  /// The host name on the private network.
  public var host: Value { reference(.host) }

  /// The port on the private network.
  public var port: Value { reference(.port) }

  private func reference(_ property: Reference.Property) -> Value {
    Value([.reference(Reference(.keyValue, name, property))])
  }
}
