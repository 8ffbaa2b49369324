/// A domain name that the public reaches a service or a site under, such as `api.example.com`.
public struct Domain: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name, in lower case, without scheme, port or path.
  public let name: String

  /// Creates a domain; malformed names are reported by validation.
  public init(_ name: String) { self.name = name }

  /// Creates a domain from a literal.
  public init(stringLiteral name: String) { self.name = name }

  /// The name.
  public var description: String { name }

  /// The web origin under this domain.
  public var origin: String { "https://\(name)" }

  /// The registrable part as far as it can be told without a list: the last two labels.
  package var apex: String {
    name.split(separator: ".").suffix(2).joined(separator: ".")
  }
}
