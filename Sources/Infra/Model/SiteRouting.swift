public import InfraContract

/// A path of a site with wildcards: `:name` stands for one segment, a final `*` for all that is left.
public struct PathPattern: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// One segment of a pattern.
  public enum Segment: Sendable, Hashable {
    /// Text that must be equal.
    case literal(String)
    /// One segment of any text, under a name.
    case named(String)
    /// All that is left, also nothing.
    case rest
  }

  /// The pattern as it was written, such as `/blog/:slug`.
  public let text: String

  /// Creates a pattern; malformed ones are reported by validation.
  public init(_ text: String) { self.text = text }

  /// Creates a pattern from a literal.
  public init(stringLiteral text: String) { self.text = text }

  /// The pattern as it was written.
  public var description: String { text }

  /// The segments between the slashes.
  public var segments: [Segment] {
    text.split(separator: "/").map { part in
      if part == "*" { return .rest }
      if part.hasPrefix(":"), part.count > 1 { return .named(String(part.dropFirst())) }
      return .literal(String(part))
    }
  }

  /// The names that the pattern binds.
  package var names: [String] {
    segments.compactMap { if case .named(let name) = $0 { name } else { nil } }
  }

  /// Whether the pattern ends in `*`.
  package var hasRest: Bool { segments.last == .rest }

  /// What is wrong with the pattern, to follow its text in a sentence; nil when it is legal.
  package var fault: String? {
    guard text.hasPrefix("/") else { return "does not start with '/'" }
    for byte in text.utf8 where !Self.isPathByte(byte) {
      return "has a character that a path pattern cannot have (allowed are letters, digits and "
        + "/ : * - _ . ~ % @ +)"
    }
    let segments = segments
    if segments.dropLast().contains(.rest) { return "has '*' before its end" }
    for case .literal(let part) in segments where part.contains("*") || part.contains(":") {
      return "has '*' or ':' inside the segment '\(part)'; both must be a segment's start"
    }
    for name in names where !name.utf8.allSatisfy(Self.isNameByte) {
      return "has ':\(name)', which is not a name of letters, digits and underscores"
    }
    if Set(names).count != names.count { return "binds one name twice" }
    return nil
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "+"):
      true
    default: isNameByte(byte)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// An answer that sends the browser elsewhere.
public struct Redirect: Sendable, Hashable {
  /// How long browsers may remember it, and whether the method stays.
  public enum Status: Int, Sendable, Hashable, CaseIterable {
    /// For good; the method may become GET.
    case movedPermanently = 301
    /// Temporary; the method may become GET.
    case found = 302
    /// Temporary; the method stays.
    case temporary = 307
    /// For good; the method stays.
    case permanent = 308
  }

  /// The paths that it answers.
  public var source: PathPattern

  /// Where it sends: a path or a URL, in which `:name` and `*` stand for what the source matched.
  public var destination: String

  /// The status.
  ///
  /// Render knows 301 only, which its rules say.
  public var status: Status

  /// Declares a redirect.
  public init(_ source: PathPattern, to destination: String, status: Status = .permanent) {
    self.source = source
    self.destination = destination
    self.status = status
  }
}

/// An answer with the content of another path.
public struct Rewrite: Sendable, Hashable {
  /// The paths that it answers.
  public var source: PathPattern

  /// The path whose content is sent, in which `:name` and `*` stand for what the source matched.
  public var destination: String

  /// Declares a rewrite.
  public init(_ source: PathPattern, to destination: String) {
    self.source = source
    self.destination = destination
  }

  /// Every path that is not a file gets the page, as single-page applications need it.
  public static let singlePage = Rewrite("/*", to: "/index.html")
}

/// A response header for some paths.
public struct ResponseHeader: Sendable, Hashable {
  /// The paths that get it.
  public var path: PathPattern

  /// The header's name.
  public var name: String

  /// The header's value.
  public var value: Value

  /// Declares a header, by default for every path.
  public init(_ name: String, _ value: Value, on path: PathPattern = "/*") {
    self.path = path
    self.name = name
    self.value = value
  }
}
