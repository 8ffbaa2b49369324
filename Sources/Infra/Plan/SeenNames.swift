/// Names that were met already, for lists that are nearly always short.
package struct SeenNames {
  /// Up to this many names, comparing with each costs less than hashing one.
  private static let searchLimit = 12

  private var few: [String] = []
  private var many: Set<String> = []

  /// Remembers no name yet, and is ready for as many as may come.
  package init(capacity: Int = 0) { few.reserveCapacity(min(capacity, Self.searchLimit)) }

  /// Remembers a name; false where it was met before.
  package mutating func insert(_ name: String) -> Bool {
    if few.count < Self.searchLimit {
      if few.contains(name) { return false }
      few.append(name)
      return true
    }
    if many.isEmpty { many = Set(few) }
    return many.insert(name).inserted
  }

  /// Whether a name was met.
  package func contains(_ name: String) -> Bool {
    many.isEmpty ? few.contains(name) : many.contains(name)
  }
}
