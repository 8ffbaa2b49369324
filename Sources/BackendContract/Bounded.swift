public import InfraContract

/// How many connections to the database a process may hold open, 1 to 200.
public struct PoolSize: VariableType, Hashable, ExpressibleByIntegerLiteral {
  /// The number of connections.
  public let count: Int

  /// Creates a size from a literal.
  public init(integerLiteral count: Int) { self.count = count }

  /// The decimal text.
  public var value: Value { Value(integerLiteral: count) }

  /// The range.
  public static var expectation: String { "a whole number from 1 to 200" }

  /// Whether a text is a number in range.
  public static func accepts(_ text: String) -> Bool {
    Int(text).map { (1...200).contains($0) } ?? false
  }
}

/// How many proxies stand between the internet and the program, 0 to 10.
///
/// Each appends the address it was called from to `X-Forwarded-For`, so the client's address is
/// that many entries from the end; with 0 the header is not believed at all.
public struct ProxyCount: VariableType, Hashable, ExpressibleByIntegerLiteral {
  /// The number of proxies.
  public let count: Int

  /// Creates a number of proxies from a literal.
  public init(integerLiteral count: Int) { self.count = count }

  /// The decimal text.
  public var value: Value { Value(integerLiteral: count) }

  /// The range.
  public static var expectation: String { "a whole number from 0 to 10" }

  /// Whether a text is a number in range.
  public static func accepts(_ text: String) -> Bool {
    Int(text).map { (0...10).contains($0) } ?? false
  }
}

/// A whole number of seconds, 1 to 3600.
public struct Seconds: VariableType, Hashable, ExpressibleByIntegerLiteral {
  /// The number of seconds.
  public let count: Int

  /// Creates a duration from a literal.
  public init(integerLiteral count: Int) { self.count = count }

  /// The decimal text.
  public var value: Value { Value(integerLiteral: count) }

  /// The range.
  public static var expectation: String { "a whole number of seconds from 1 to 3600" }

  /// Whether a text is a number in range.
  public static func accepts(_ text: String) -> Bool {
    Int(text).map { (1...3600).contains($0) } ?? false
  }
}
