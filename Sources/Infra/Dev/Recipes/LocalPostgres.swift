#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraDisk
import InfraKit

/// A database by the Postgres programs of this machine.
struct LocalPostgres {
  /// The folder of `postgres`, `initdb` and their kin.
  let programs: String

  /// The major version of the programs.
  let major: Int

  /// Finds the programs for a database: those that made its data, else of the version that is
  /// described, else the newest.
  init?(for database: Postgres, data folder: String, path: String?) {
    let known = Self.installed(path: path)
    let made = Self.madeBy(folder + "/data")
    let chosen =
      known.first { $0.major == made }
      ?? known.first { $0.major == database.version.rawValue }
      ?? known.max { $0.major < $1.major }
    guard let chosen else { return nil }
    self = chosen
  }

  private init(programs: String, major: Int) {
    self.programs = programs
    self.major = major
  }

  /// How the database is brought up, with its data below a folder.
  func recipe(
    _ database: Postgres,
    _ values: LocalValues,
    folder: String
  ) throws(DevProblem) -> Recipe {
    let port = values.ports[database.id] ?? 0
    let password = values.stored(LocalNames.password(of: database))
    let user = LocalNames.user(database)
    let name = LocalNames.database(database)
    let data = folder + "/data"
    let account = try LocalAccount.forServers(reaching: folder)

    // Who has the data, told without a word of the password.
    let identity = "\(user) \(name) \(Digest(of: Array(password.utf8)))\n"
    var steps: [Step] = []
    if let made = Self.madeBy(data) {
      guard made == major else {
        throw DevProblem(
          "the data of \(database.id.title) in \(data) are of Postgres \(made), and Postgres "
            + "\(major) is installed",
          help: "install Postgres \(made), or delete the data: swift run infra dev reset"
        )
      }
      if LocalFiles.text(of: folder + "/identity") != identity {
        throw DevProblem(
          "the data of \(database.id.title) in \(data) were made for another user, database or "
            + "password",
          help: "put the old values back into .env, or delete the data: swift run infra dev reset"
        )
      }
    } else {
      try LocalFiles.makeFolders(folder)
      // What a run that was ended too early left behind.
      try LocalFiles.remove(data)
      try LocalFiles.remove(data + ".new")
      let secret = folder + "/password"
      try LocalFiles.write(password + "\n", to: secret, mode: 0o600)
      try LocalFiles.write(identity, to: folder + "/identity", mode: 0o600)
      try account.own([folder, secret])
      steps.append(
        .run(
          OneShot(
            purpose: .prepare,
            title: "making the data folder",
            program: account.program(
              ["/bin/sh", "-c", Self.making, "sh"]
                + [programs, data + ".new", user, secret, data, name],
              folder: folder
            ),
            temporary: secret
          )
        )
      )
    }
    steps.append(
      .serve(
        account.program(
          [
            "\(programs)/postgres", "-D", data, "-p", "\(port)", "-k", "",
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off",
          ],
          folder: folder
        ),
        Check(question: .postgres(port: port, user: user, database: name))
      )
    )
    return Recipe(
      id: database.id,
      kind: .database,
      steps: steps,
      port: port,
      address: "localhost:\(port)",
      // A fast shutdown: whoever is still connected is sent away.
      ending: .signal(SIGINT),
      command: "postgres -D \(data) -p \(port)",
      remark: "Postgres \(major), with data in \(folder)"
    )
  }

  /// Makes the folder under another name first, so that what bears the right name is whole.
  ///
  /// Names inside Postgres need no quoting, which a rule of the model sees to.
  private static let making = """
    set -e
    "$1/initdb" -D "$2" -U "$3" --pwfile="$4" --auth=scram-sha-256 -E UTF8 --locale=C --no-sync
    [ "$6" = postgres ] || printf 'CREATE DATABASE "%s"\\n' "$6" |
      "$1/postgres" --single -D "$2" postgres
    mv "$2" "$5"
    """

  /// The major version that made a data folder; nil where there is none.
  static func madeBy(_ data: String) -> Int? {
    LocalFiles.text(of: data + "/PG_VERSION")
      .flatMap { Int($0.prefix { $0.isNumber }) }
  }

  /// The newest version whose programs are here.
  static func newest(path: String?) -> LocalPostgres? {
    installed(path: path).max { $0.major < $1.major }
  }

  /// Every version whose programs are here.
  private static func installed(path: String?) -> [LocalPostgres] {
    var folders = (path ?? "").split(separator: ":").map(String.init)
    for parent in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"] {
      for name in LocalFiles.names(in: parent).sorted(by: >)
      where parent == "/usr/lib/postgresql" || name.hasPrefix("postgresql@") {
        folders.append("\(parent)/\(name)/bin")
      }
    }
    var found: [LocalPostgres] = []
    for folder in folders {
      // A program in PATH may be a link to where its kin lie.
      guard let server = LocalFiles.realPath(of: folder + "/postgres"),
        let end = server.lastIndex(of: "/")
      else { continue }
      let programs = String(server[..<end])
      guard !found.contains(where: { $0.programs == programs }),
        LocalFiles.isExecutable(programs + "/initdb"),
        let major = Self.major(of: server)
      else { continue }
      found.append(LocalPostgres(programs: programs, major: major))
    }
    return found
  }

  /// The version in the path where Debian and Homebrew put it, else what the program says.
  private static func major(of server: String) -> Int? {
    for part in server.split(separator: "/") {
      if let number = Int(part) { return number }
      if part.hasPrefix("postgresql@") { return Int(part.dropFirst(11)) }
    }
    guard let words = Child.output(of: [server, "--version"])?.split(separator: " ") else {
      return nil
    }
    return words.lazy.compactMap { Int($0.prefix { $0.isNumber }) }.first
  }
}
