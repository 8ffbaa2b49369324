#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit
import InfraSecrets

/// One run of an environment, from what a dead one left to the last process that ends.
package struct DevRun {
  private let plan: DevPlan
  private let folder: DevFolder
  private var options: DevOptions
  private let path = ProcessTable.ownEnvironment.first { $0.hasPrefix("PATH=") }
    .map { String($0.dropFirst(5)) }

  /// Prepares a run.
  package init(_ plan: DevPlan, folder: DevFolder, options: DevOptions) {
    self.plan = options.only.isEmpty ? plan : plan.only(options.only)
    self.folder = folder
    self.options = options
  }

  /// Finds the page's program, or how it is built; without this there is no page.
  package mutating func findPage() {
    options.page = PageProgram.find(root: folder.root, path: path)
  }

  /// Runs until it is told to end.
  package func run(_ values: LocalValues) throws(DevProblem) {
    guard let lock = try RunLock(folder) else { throw alreadyRuns }
    defer { lock.release() }
    // From here on a signal ends the run in order.
    let signals = try Signals.listen()
    if let state = folder.readState() {
      let count = Leftovers.end(state)
      if count > 0 {
        say("ended \(count) process\(count == 1 ? "" : "es") of a run that could not clean up")
      }
      folder.forgetState()
    }
    var engine: String?
    if !plan.databases.isEmpty || !plan.caches.isEmpty {
      engine = try Engine.chosen(options.engine, path: path, note: { say("note: \($0)") })
    }
    var values = values
    try claimPorts(&values)
    var state = RunState(mark: Self.newMark(), supervisor: Self.ownProcess)
    state.engine = engine
    var supervisor = Supervisor(
      plan: plan,
      recipes: try recipes(values, engine: engine),
      folder: folder,
      options: options,
      secrets: values.secrets,
      state: state,
      signals: signals
    )
    if let problem = supervisor.run() { throw problem }
  }

  private func recipes(
    _ values: LocalValues,
    engine: String?
  ) throws(DevProblem) -> [Recipe] {
    var recipes: [Recipe] = []
    let containers = engine.map {
      ContainerData(
        engine: $0,
        prefix: ContainerData.prefix(values.project, plan.environment),
        folder: folder.root
      )
    }
    for database in plan.databases {
      if let containers {
        recipes.append(try containers.recipe(database, values))
        continue
      }
      let place = folder.data(of: database.name)
      guard let local = LocalPostgres(for: database, data: place, path: path) else {
        throw DevProblem(
          "\(database.id.title) needs a container engine or Postgres, and neither is here",
          help: "start Docker, or install Postgres: apt-get install postgresql, or brew install "
            + "postgresql@\(database.version.rawValue)"
        )
      }
      if local.major != database.version.rawValue {
        say(
          "note: \(database.id.title) is described as Postgres \(database.version.rawValue), and "
            + "runs on the Postgres \(local.major) that is installed"
        )
      }
      recipes.append(try local.recipe(database, values, folder: place))
    }
    for cache in plan.caches {
      if let containers {
        recipes.append(containers.recipe(cache, values))
        continue
      }
      guard let local = LocalCache(path: path) else {
        throw DevProblem(
          "\(cache.id.title) needs a container engine, Valkey or Redis, and none is here",
          help: "start Docker, or install a server: apt-get install redis-server, or brew install "
            + "valkey"
        )
      }
      recipes.append(try local.recipe(cache, values, folder: folder.data(of: cache.name)))
    }
    for process in plan.processes {
      recipes.append(Recipe(process, values, root: folder.root))
    }
    return recipes
  }

  /// Sees that every port can be had; databases and caches go elsewhere when nobody chose theirs.
  private func claimPorts(_ values: inout LocalValues) throws(DevProblem) {
    let running = Set(plan.names)
    for port in plan.ports where running.contains(port.id.name) {
      guard let number = values.ports[port.id], !LocalSocket.isFree(number) else { continue }
      let isData = port.id.kind == .postgres || port.id.kind == .keyValue
      guard let free = Self.freePort(near: number, besides: values) else { continue }
      if isData, !values.chosen.contains(port.id) {
        values.move(port.id, to: free)
        say("note: port \(number) is taken: \(port.id.title) is at \(free)")
        continue
      }
      throw DevProblem(
        "port \(number), where \(port.id.title) is to listen, is taken by another program",
        help: "end that program, or move ours: put \(port.variable)=\(free) into .env; addresses "
          + "follow it"
      )
    }
  }

  private static func freePort(near port: Int, besides values: LocalValues) -> Int? {
    let taken = Set(values.ports.values)
    return (port + 1...min(port + 200, 65_535)).first {
      !taken.contains($0) && LocalSocket.isFree($0)
    } ?? LocalSocket.anyFreePort()
  }

  private var alreadyRuns: DevProblem {
    let supervisor = folder.readState()?.supervisor
    let process = supervisor.flatMap { $0.isAlive ? " (process \($0.pid))" : nil } ?? ""
    return DevProblem(
      "'\(plan.environment)' runs already\(process)",
      help: "stop it where it runs with Ctrl-C, or from here: swift run infra dev down"
        + (plan.environment == "dev" ? "" : " \(plan.environment)")
    )
  }

  private func say(_ text: String) { options.screen.write(text + "\n") }

  private static var ownProcess: RunState.Process {
    RunState.Process(pid: getpid(), birth: ProcessTable.birth(of: getpid()) ?? "")
  }

  /// A variable that no process has but those of this run.
  private static func newMark() -> String {
    "INFRA_DEV_RUN=" + SystemRandom.bytes(8).map { String($0, radix: 16) }.joined(separator: ".")
  }
}
