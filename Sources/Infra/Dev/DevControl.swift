#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
package import InfraKit

/// What can be done about a run from outside of it.
package enum DevControl {
  /// Ends the run of an environment and what a dead one left; answers what was done, in words.
  package static func down(_ folder: DevFolder) throws(DevProblem) -> String {
    let state = folder.readState()
    if let lock = try RunLock(folder) {
      defer { lock.release() }
      guard let state else { return "'\(folder.environment)' does not run" }
      let count = Leftovers.end(state)
      folder.forgetState()
      return count == 0
        ? "'\(folder.environment)' does not run"
        : "ended \(count) process\(count == 1 ? "" : "es") of a run that could not clean up"
    }
    guard let state, state.supervisor.isAlive else {
      throw DevProblem(
        "'\(folder.environment)' is just starting or ending",
        help: "run this again in a moment"
      )
    }
    kill(state.supervisor.pid, SIGTERM)
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      if let lock = try RunLock(folder) {
        lock.release()
        return "'\(folder.environment)' has ended"
      }
      usleep(50_000)
    }
    kill(state.supervisor.pid, SIGKILL)
    _ = Leftovers.end(folder.readState() ?? state)
    folder.forgetState()
    return "'\(folder.environment)' did not end within 30 s, and was killed"
  }

  /// Whether the environment runs.
  package static func runs(_ folder: DevFolder) throws(DevProblem) -> Bool {
    guard let lock = try RunLock(folder) else { return true }
    lock.release()
    return false
  }

  /// The data that a reset deletes: a folder, and volumes of the container engine.
  package struct LocalData {
    /// The folder, if it is there.
    package let folder: String?
    /// The volumes.
    package let volumes: [String]
    let engine: String?

    /// Whether there is nothing to delete.
    package var isEmpty: Bool { folder == nil && volumes.isEmpty }
  }

  /// Finds the data of an environment.
  package static func data(
    of plan: DevPlan,
    _ folder: DevFolder,
    project: String
  ) -> LocalData {
    let path = folder.path + "/data"
    let engine = (try? Engine.chosen(.auto, path: nil, note: { _ in })) ?? nil
    let names = (plan.databases.map(\.name) + plan.caches.map(\.name)).map {
      "\(ContainerData.prefix(project, plan.environment))-\($0)"
    }
    let known = engine.flatMap { Child.output(of: [$0, "volume", "ls", "--quiet"]) } ?? ""
    let volumes = known.split(separator: "\n").map(String.init).filter(names.contains)
    return LocalData(
      folder: LocalFiles.exists(path) ? path : nil,
      volumes: volumes,
      engine: engine
    )
  }

  /// Deletes data.
  package static func delete(_ data: LocalData) throws(DevProblem) {
    if let folder = data.folder { try LocalFiles.remove(folder) }
    guard let engine = data.engine else { return }
    for volume in data.volumes {
      let arguments = [engine, "volume", "rm", volume]
      if Child.output(of: arguments, within: .seconds(20)) == nil {
        throw DevProblem(
          "cannot remove volume '\(volume)'",
          help: "see what uses it: \(engine) ps --all --filter volume=\(volume)"
        )
      }
    }
  }

  /// Becomes psql, connected to a database that runs; comes back only where that fails.
  package static func psql(
    _ database: Postgres,
    _ folder: DevFolder,
    password: String,
    arguments: [String]
  ) throws(DevProblem) {
    let entry = folder.readState()?.entries.first { $0.name == database.name }
    guard try runs(folder), let entry, let process = entry.process, process.isAlive else {
      throw DevProblem(
        "\(database.id.title) does not run",
        help: "start it: swift run infra dev"
      )
    }
    let user = LocalNames.user(database)
    let name = LocalNames.database(database)
    let environment = ProcessTable.ownEnvironment
    let path = environment.first { $0.hasPrefix("PATH=") }.map { String($0.dropFirst(5)) }
    if let psql = LocalFiles.program("psql", path: path) {
      let place = ["-h", "127.0.0.1", "-p", "\(entry.port)", "-U", user, "-d", name]
      become([psql] + place + arguments, environment + ["PGPASSWORD=\(password)"])
    } else if let container = entry.container, let engine = folder.readState()?.engine,
      let client = LocalFiles.program(engine, path: path)
    {
      let terminal = isatty(STDIN_FILENO) == 1 ? ["-it"] : ["-i"]
      become(
        [client, "exec"] + terminal + [container, "psql", "-U", user, "-d", name] + arguments,
        environment
      )
    }
    throw DevProblem(
      "there is no 'psql' in PATH",
      help: "install it: apt-get install postgresql-client, or brew install libpq"
    )
  }

  private static func become(_ arguments: [String], _ environment: [String]) {
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    execve(arguments[0], &argv, &envp)
  }
}
