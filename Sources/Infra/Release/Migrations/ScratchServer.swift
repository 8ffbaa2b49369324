import InfraDev
import InfraSecrets

/// A Postgres server on which databases may be made and dropped.
package struct ScratchServer: Sendable {
  /// The variable that may hold the URL of a server.
  package static let variable = "INFRA_SCRATCH_DATABASE_URL"

  private let psql: String
  private let variables: [String]
  private let own: ScratchPostgres?

  /// Starts a server of this machine's programs, or takes the one that a URL leads to.
  ///
  /// The URL becomes variables of `psql`: an argument could be read by everybody on the machine.
  package init(url: String?) throws(ReleaseProblem) {
    guard let url else {
      let server = try ReleaseProblem.translating { () throws(DevProblem) in
        try ScratchPostgres()
      }
      own = server
      psql = server.psql
      variables = server.variables
      return
    }
    own = nil
    psql = "psql"
    variables = try PostgresAddress(url).variables
  }

  /// Whether a URL has a password in it.
  package static func holdsPassword(_ url: String) -> Bool { PostgresAddress.hasPassword(url) }

  /// Ends the server, if it is ours.
  package func stop() { own?.stop() }

  /// Makes an empty database, lets a body use it, and drops it again.
  func withDatabase<Result>(
    _ body: (String) throws(ReleaseProblem) -> Result
  ) throws(ReleaseProblem) -> Result {
    let random = SystemRandom.bytes(8).map { String($0, radix: 16) }.joined()
    let name = "infra_scratch_\(random)"
    try command("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
    let result: Result
    do throws(ReleaseProblem) { result = try body(name) } catch {
      try? command("DROP DATABASE IF EXISTS \(name)")
      throw error
    }
    try command("DROP DATABASE IF EXISTS \(name)")
    return result
  }

  /// The major version of the server.
  func major() throws(ReleaseProblem) -> Int {
    let run = try run("SHOW server_version_num;", in: nil)
    guard run.status == 0, let number = Int(run.text.filter(\.isNumber)) else { throw failed(run) }
    return number / 10_000
  }

  /// Runs a script in a database, to its first error.
  func run(_ script: String, in database: String?) throws(ReleaseProblem) -> ProgramRun {
    var settings = [
      "PGAPPNAME=infra", "PGCLIENTENCODING=UTF8", "PGCONNECT_TIMEOUT=10",
      "PGOPTIONS=-c client_min_messages=warning -c lc_messages=C -c statement_timeout=300000",
      "PSQLRC=", "PSQL_HISTORY=",
    ]
    if let database { settings.append("PGDATABASE=\(database)") }
    let names = Set(settings.map { $0.prefix { $0 != "=" } })
    return try ReleaseProblem.translating { () throws(DevProblem) in
      try ProgramRun.run(
        [psql, "-X", "-q", "-A", "-t", "-w", "-v", "ON_ERROR_STOP=1", "-f", "-"],
        in: "/",
        variables: variables.filter { !names.contains($0.prefix { $0 != "=" }) } + settings,
        inheriting: ProcessTable.ownEnvironment.filter { own == nil || !$0.hasPrefix("PG") },
        input: Array(script.utf8),
        within: .seconds(600)
      )
    }
  }

  private func command(_ statement: String) throws(ReleaseProblem) {
    let run = try run(statement + ";", in: nil)
    if run.status != 0 { throw failed(run) }
  }

  private func failed(_ run: ProgramRun) -> ReleaseProblem {
    if run.status == 127 {
      return ReleaseProblem(
        "there is no 'psql' in PATH",
        help: "install it: apt-get install postgresql-client, or brew install libpq"
      )
    }
    return ReleaseProblem(
      "the scratch server does not do what it is asked: "
        + (run.complaints.last.map(Self.sentence) ?? "psql ended with \(run.status)"),
      help:
        "see that \(Self.variable) leads to a server whose user may CREATE DATABASE, or unset it"
    )
  }

  /// What psql says, without where in its input it was.
  static func sentence(_ complaint: String) -> String {
    for sign in ["ERROR:", "FATAL:", "error:"] {
      if let range = complaint.firstRange(of: sign) {
        return String(complaint[range.upperBound...].drop { $0 == " " })
      }
    }
    return complaint
  }
}
