public import InfraContract

/// The variables of a process, in the order in which they were written.
///
/// Names that occur twice are kept until validation, which reports them.
public struct Variables: Sendable, Hashable {
  /// One variable.
  public struct Entry: Sendable, Hashable {
    /// The name, such as `DATABASE_URL`.
    public let name: String

    /// The value.
    public var value: Value

    /// Where the variable was set, when it was set by itself; nil inside a literal.
    public var site: CallSite?
  }

  /// The variables, in order.
  public private(set) var entries: [Entry] = []

  /// The value of a variable; setting nil removes it, setting a new name appends it.
  public subscript(
    name: String,
    file: StaticString = #fileID,
    line: UInt = #line
  ) -> Value? {
    get { entries.last { $0.name == name }?.value }
    set { set(name, newValue, at: CallSite(file: file, line: line)) }
  }

  /// The typed value of a variable, for a property such as `api.origin`.
  public mutating func set(
    _ name: String,
    to value: some VariableType,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    set(name, value.value, at: CallSite(file: file, line: line))
  }

  /// The entry of a name, if there is one.
  public func entry(_ name: String) -> Entry? { entries.last { $0.name == name } }

  /// Whether there is no variable.
  public var isEmpty: Bool { entries.isEmpty }

  /// The number of entries.
  public var count: Int { entries.count }

  package mutating func append(_ name: String, _ value: Value, at site: CallSite?) {
    entries.append(Entry(name: name, value: value, site: site))
  }

  private mutating func set(_ name: String, _ value: Value?, at site: CallSite) {
    guard let value else {
      entries.removeAll { $0.name == name }
      return
    }
    if let index = entries.lastIndex(where: { $0.name == name }) {
      entries[index].value = value
      entries[index].site = site
    } else {
      append(name, value, at: site)
    }
  }
}

extension Variables: ExpressibleByDictionaryLiteral {
  /// Creates variables from a literal, in its order.
  public init(dictionaryLiteral elements: (String, Value)...) {
    entries = elements.map { Entry(name: $0.0, value: $0.1, site: nil) }
  }
}

/// A named set of variables that several resources read.
///
/// Render keeps it as an environment group; where a platform has no such thing, each reader gets
/// its own copy.
public struct SharedVariables: Sendable, Hashable {
  /// The name of the set.
  public let name: String

  /// The variables.
  public var variables: Variables

  /// Where the set was declared.
  public let site: CallSite

  /// Declares a set of shared variables.
  public init(
    _ name: String,
    _ variables: Variables,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.variables = variables
    self.site = CallSite(file: file, line: line)
  }
}
