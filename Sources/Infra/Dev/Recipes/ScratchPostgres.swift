#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A Postgres server for one run of a command, in a temporary folder and reached through it alone.
///
/// It listens on no port. A shell stands between: when this process ends, in whatever way, the
/// shell's input closes, and it takes the server down and removes the folder.
package struct ScratchPostgres: Sendable {
  /// The folder of its socket.
  package let folder: String

  /// The major version.
  package let major: Int

  /// The program that talks to it.
  package let psql: String

  private let keeper: Child

  /// The user that may do everything.
  package static let user = "infra"

  /// The variables by which `psql` finds it.
  package var variables: [String] {
    ["PGHOST=\(folder)", "PGPORT=5432", "PGUSER=\(Self.user)", "PGDATABASE=postgres"]
  }

  /// Starts a server of the newest version whose programs are on this machine.
  package init() throws(DevProblem) {
    let path = ProcessTable.ownEnvironment.first { $0.hasPrefix("PATH=") }
      .map { String($0.dropFirst(5)) }
    guard let programs = LocalPostgres.newest(path: path) else {
      throw DevProblem(
        "there is no Postgres on this machine",
        help: "install it: apt-get install postgresql, or brew install postgresql@17"
      )
    }
    let beside = programs.programs + "/psql"
    guard
      let psql = LocalFiles.program("psql", path: path)
        ?? (LocalFiles.isExecutable(beside) ? beside : nil)
    else {
      throw DevProblem(
        "there is no 'psql' in PATH",
        help: "install it: apt-get install postgresql-client, or brew install libpq"
      )
    }
    let folder = try Self.temporaryFolder()
    let account = try LocalAccount.forServers(reaching: folder)
    try account.own([folder])
    keeper = try Child.start(
      account.program(
        ["/bin/sh", "-c", Self.keeping, "sh", programs.programs, folder, Self.user],
        folder: "/"
      ),
      inheriting: ProcessTable.ownEnvironment.filter { !$0.hasPrefix("PG") },
      withInput: true
    )
    self.folder = folder
    self.psql = psql
    major = programs.major
    do throws(DevProblem) { try waitUntilReady(programs.programs) } catch {
      stop()
      throw error
    }
  }

  /// Ends the server, and waits until it and its folder are gone.
  package func stop() {
    if let input = keeper.input { close(input) }
    let limit = ContinuousClock.now + .seconds(20)
    while keeper.status() == nil {
      if ContinuousClock.now > limit { keeper.signal(SIGKILL) }
      usleep(5000)
    }
    close(keeper.output)
    close(keeper.errors)
    try? LocalFiles.remove(folder)
  }

  private func waitUntilReady(_ programs: String) throws(DevProblem) {
    let limit = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < limit {
      let question = ["\(programs)/pg_isready", "-q", "-h", folder, "-p", "5432", "-U", Self.user]
      if Child.output(of: question, within: .seconds(5)) != nil { return }
      if keeper.status() != nil { break }
      usleep(30_000)
    }
    let log = LocalFiles.text(of: folder + "/log") ?? ""
    throw DevProblem(
      "Postgres \(major) did not start",
      help: "see what its last lines say; its programs are in \(programs)",
      log: log.split(separator: "\n").suffix(5).map(String.init)
    )
  }

  private static func temporaryFolder() throws(DevProblem) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/infra-pg-XXXXXX".utf8CString)
    // The path of a socket must fit 107 bytes, in which the longest name takes 20.
    if template.count > 80 { template = Array("/tmp/infra-pg-XXXXXX".utf8CString) }
    guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap(mkdtemp) }) != nil else {
      throw DevProblem(
        "cannot make a temporary folder: \(String(cString: strerror(errno)))",
        help: "see that there is room in \(parent), or set TMPDIR to another folder"
      )
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Makes the data, serves them until its input ends, and clears up.
  ///
  /// Whoever can pass the folder may do everything, and its owner alone can.
  private static let keeping = """
    "$1/initdb" -D "$2/data" -U "$3" --auth=trust -E UTF8 --locale=C --no-sync >"$2/log" 2>&1 \
      || exit 1
    "$1/postgres" -D "$2/data" -k "$2" -p 5432 -c listen_addresses= -c fsync=off \
      -c synchronous_commit=off -c full_page_writes=off >>"$2/log" 2>&1 </dev/null &
    server=$!
    cat >/dev/null
    kill -QUIT $server
    wait $server
    rm -rf "$2"
    """
}
