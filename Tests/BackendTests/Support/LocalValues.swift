import Foundation

/// What stands on this machine for the things that manifests refer to.
struct LocalValues: Sendable {
  struct Unresolved: Error, CustomStringConvertible {
    let description: String
  }

  /// The URL of a real database.
  let databaseURL: String

  /// The port that the process may listen on.
  let port: Int

  private let authority: String
  private let password: String

  init(_ server: PostgresServer, database: String, port: Int) throws {
    databaseURL = server.url(database)
    self.port = port
    let parts = databaseURL.split(separator: "@")
    guard parts.count == 2, let password = parts[0].split(separator: ":").last else {
      throw Unresolved(description: "no password in the test's own URL")
    }
    self.password = String(password)
    authority = String(parts[1])
  }

  /// A secret as a platform would make it; another for each name.
  func secret(_ name: String) -> String { "made up for \(name), only good for this test" }

  /// The host name that a platform would give a resource.
  func publicHost(_ resource: some StringProtocol) -> String { "\(resource).platform.example" }

  /// A value that a person is asked for.
  func asked(_ name: String) throws -> String {
    guard name == "FRONTEND_URL" else { throw Unresolved(description: "who knows \(name)?") }
    return "https://\(publicHost("frontend"))"
  }

  /// Text with Compose's `${NAME:-default}` and `${NAME:?why}` filled in.
  func interpolated(_ text: String) -> String {
    text.replacing(/\$\{([A-Z_]+)(:[-?])([^}]*)\}/) { match in
      if match.2 == ":-" { return String(match.3) }
      return match.1 == "DATABASE_PASSWORD" ? password : secret(String(match.1))
    }
    .replacing("@database:5432/helpdesk", with: "@" + authority)
  }

  /// Text with Railway's `${{resource.RAILWAY_PUBLIC_DOMAIN}}` filled in.
  func railway(_ text: String) -> String {
    text.replacing(/\$\{\{([^.}]+)\.RAILWAY_PUBLIC_DOMAIN\}\}/) { publicHost($0.1) }
  }
}
