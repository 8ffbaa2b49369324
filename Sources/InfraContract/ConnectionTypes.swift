/// A Postgres connection URL, such as `postgres://user:password@host:5432/name`.
public struct PostgresURL: VariableType, Hashable {
  /// The value as the description holds it.
  public let value: Value

  /// Wraps a value that becomes a Postgres URL where it is deployed.
  public init(_ value: Value) { self.value = value }

  /// The schemes and parts that libpq understands.
  public static var expectation: String { "a URL such as postgres://user:password@host:5432/name" }

  /// Whether a text starts like a Postgres URL and names a host or a database.
  public static func accepts(_ text: String) -> Bool {
    for scheme in ["postgres://", "postgresql://"] where text.hasPrefix(scheme) {
      return text.utf8.count > scheme.utf8.count
    }
    return false
  }
}

/// A Redis-compatible connection URL, such as `redis://host:6379`.
public struct RedisURL: VariableType, Hashable {
  /// The value as the description holds it.
  public let value: Value

  /// Wraps a value that becomes a Redis URL where it is deployed.
  public init(_ value: Value) { self.value = value }

  /// The schemes that clients understand.
  public static var expectation: String { "a URL such as redis://host:6379" }

  /// Whether a text starts like a Redis URL and names a host.
  public static func accepts(_ text: String) -> Bool {
    for scheme in ["redis://", "rediss://"] where text.hasPrefix(scheme) {
      return text.utf8.count > scheme.utf8.count
    }
    return false
  }
}

/// A web origin: scheme, host and port without a path, such as `https://app.example.com`.
public struct WebOrigin: VariableType, Hashable, ExpressibleByStringLiteral {
  /// The value as the description holds it.
  public let value: Value

  /// Wraps a value that becomes a web origin where it is deployed.
  public init(_ value: Value) { self.value = value }

  /// Creates an origin that is known when the description is written.
  public init(stringLiteral text: String) { self.value = Value(text) }

  /// The form of an origin.
  public static var expectation: String {
    "an origin such as https://app.example.com, without a path or a trailing slash"
  }

  /// Whether a text is `http` or `https`, a host, and perhaps a port, and nothing behind them.
  public static func accepts(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let rest = text.utf8.dropFirst(scheme.utf8.count)
      return !rest.isEmpty
        && rest.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
          default: false
          }
        }
    }
    return false
  }
}

/// Key material that only ever comes from a `Secret`: a string literal in its place does not compile.
public struct SecretKey: VariableType, Hashable {
  /// The value as the description holds it: the secret's declaration.
  public let value: Value

  init(_ value: Value) { self.value = value }

  /// The least length that is accepted.
  public static var expectation: String { "at least \(minimumBytes) bytes" }

  /// The fewest bytes a key may have: the size of an HMAC-SHA-256 digest (RFC 7518, 3.2).
  public static let minimumBytes = 32

  /// Key material is never text in a description.
  public static var isSecret: Bool { true }

  /// Whether a text is long enough to be a key.
  public static func accepts(_ text: String) -> Bool { text.utf8.count >= minimumBytes }
}

/// A TCP port, 1 to 65535.
public struct Port: VariableType, Hashable, ExpressibleByIntegerLiteral {
  /// The number.
  public let number: Int

  /// Creates a port; numbers out of range are reported when the description is checked.
  public init(_ number: Int) { self.number = number }

  /// Creates a port from a literal.
  public init(integerLiteral number: Int) { self.number = number }

  /// The decimal text.
  public var value: Value { Value(integerLiteral: number) }

  /// The range.
  public static var expectation: String { "a port from 1 to 65535" }

  /// Whether a text is a number in range.
  public static func accepts(_ text: String) -> Bool {
    Int(text).map { (1...65535).contains($0) } ?? false
  }
}
