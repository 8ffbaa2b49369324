/// Where a Postgres is, taken from a URL.
struct PostgresAddress: Sendable {
  /// The variables of libpq that say the same.
  let variables: [String]

  /// Reads a URL such as `postgres://user:password@host:5432/database?sslmode=require`.
  ///
  /// What is wrong is told without the URL, which may hold a password.
  init(_ url: String) throws(ReleaseProblem) {
    func problem(_ message: String) -> ReleaseProblem {
      ReleaseProblem(
        "the URL of the scratch server \(message)",
        help: "write it as postgres://USER:PASSWORD@HOST:5432/DATABASE, in "
          + ScratchServer.variable
      )
    }
    guard let scheme = ["postgres://", "postgresql://"].first(where: url.hasPrefix) else {
      throw problem("does not start with postgres://")
    }
    var rest = url.dropFirst(scheme.count)
    var variables: [String] = []
    func add(_ name: String, _ text: Substring) throws(ReleaseProblem) {
      if text.isEmpty { return }
      guard let value = Self.decoded(text) else { throw problem("has a '%' that escapes nothing") }
      variables.append("\(name)=\(value)")
    }
    if let mark = rest.firstIndex(of: "?") {
      for setting in rest[rest.index(after: mark)...].split(separator: "&") {
        let parts = setting.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let name = Self.settings[String(parts[0])] else {
          throw problem(
            "has the setting '\(setting.prefix { $0 != "=" })', which is not one of "
              + Self.settings.keys.sorted().joined(separator: ", ")
          )
        }
        try add(name, parts[1])
      }
      rest = rest[..<mark]
    }
    if let slash = rest.firstIndex(of: "/") {
      try add("PGDATABASE", rest[rest.index(after: slash)...])
      rest = rest[..<slash]
    }
    if let at = rest.lastIndex(of: "@") {
      let person = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      try add("PGUSER", person[0])
      if person.count == 2 { try add("PGPASSWORD", person[1]) }
      rest = rest[rest.index(after: at)...]
    }
    if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
      guard let port = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(port) else {
        throw problem("names no port from 1 to 65535")
      }
      variables.append("PGPORT=\(port)")
      rest = rest[..<colon]
    }
    if rest.isEmpty { throw problem("names no host") }
    try add("PGHOST", rest.hasPrefix("[") ? rest.dropFirst().dropLast() : rest)
    self.variables = variables
  }

  /// Whether a URL holds a password.
  static func hasPassword(_ url: String) -> Bool {
    (try? PostgresAddress(url))?.holdsPassword == true
  }

  private var holdsPassword: Bool { variables.contains { $0.hasPrefix("PGPASSWORD=") } }

  private static let settings = [
    "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY", "connect_timeout": "PGCONNECT_TIMEOUT", "host": "PGHOST",
  ]

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
