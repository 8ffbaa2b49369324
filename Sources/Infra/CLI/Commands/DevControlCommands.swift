import ArgumentParser
import InfraDev
import InfraKit

/// `infra dev status`: shows what runs.
struct DevStatus: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what runs; exit with 1 when nothing does."
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  func run(in context: Context) throws {
    let folder = try LocalPlace(environment, in: context).devFolder
    let runs = try Failure.translating { () throws(DevProblem) in try DevControl.runs(folder) }
    guard runs, let state = folder.readState() else {
      context.console.out("'\(environment)' does not run.\n")
      if let state = folder.readState(),
        state.entries.contains(where: { $0.process?.isAlive == true })
      {
        context.console.err(
          "note: some processes of a run that was killed are left\n"
            + "  help: swift run infra dev down \(environment)\n"
        )
      }
      throw Failure.reported
    }
    let rows = state.entries.map { entry in
      [
        entry.name, entry.kind, entry.state,
        entry.process.map { "process \($0.pid)" } ?? "-",
        entry.port == 0 ? "" : "localhost:\(entry.port)",
      ]
    }
    for row in Columns.aligned(rows) { context.console.out(row + "\n") }
  }
}

/// `infra dev down`: ends what runs.
struct DevDown: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "down",
    abstract: "End what runs, and what a run left that was killed."
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  func run(in context: Context) throws {
    let folder = try LocalPlace(environment, in: context).devFolder
    let done = try Failure.translating { () throws(DevProblem) in try DevControl.down(folder) }
    context.console.out(done + ".\n")
  }
}

/// `infra dev reset`: deletes the data of databases and caches.
struct DevReset: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Delete the data of local databases and caches; asks first."
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  @Flag(help: "Do not ask.")
  var yes = false

  func run(in context: Context) throws {
    let place = try LocalPlace(environment, in: context)
    let folder = place.devFolder
    let plan = try Failure.translating { () throws(DevProblem) in
      try DevPlan(place.environment)
    }
    let isRunning = try Failure.translating { () throws(DevProblem) in
      try DevControl.runs(folder)
    }
    if isRunning {
      throw Failure.io(
        "'\(environment)' runs, and its data are in use",
        help: "end it first: swift run infra dev down \(environment)"
      )
    }
    // What a killed run left may still have the data open.
    _ = try Failure.translating { () throws(DevProblem) in try DevControl.down(folder) }
    let project = try LocalPlace.project(place)
    let data = DevControl.data(of: plan, folder, project: project)
    if data.isEmpty {
      context.console.out("'\(environment)' has no data on this machine.\n")
      return
    }
    let places = [data.folder].compactMap(\.self) + data.volumes.map { "volume \($0)" }
    let question = "Delete the data of '\(environment)' (\(places.joined(separator: ", ")))?"
    guard yes || context.questions.confirms(question, unlessAnswered: false) else {
      throw Failure.io(
        "nothing was deleted: nobody said yes",
        help: context.questions.canAsk ? nil : "without a terminal: infra dev reset --yes"
      )
    }
    try Failure.translating { () throws(DevProblem) in try DevControl.delete(data) }
    context.console.out("deleted \(places.joined(separator: ", "))\n")
  }
}

/// `infra dev psql`: a prompt of a database that runs.
struct DevPsql: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "psql",
    abstract: "Open psql on a database that runs.",
    discussion: """
      EXAMPLES
        swift run infra dev psql
        swift run infra dev psql -- -c 'select count(*) from tickets'
      """
  )

  @Option(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  @Option(help: ArgumentHelp("Which database, where there are several.", valueName: "name"))
  var database: String?

  @Argument(help: "Arguments for psql, after --.")
  var arguments: [String] = []

  func run(in context: Context) throws {
    let place = try LocalPlace(environment, in: context)
    let known = place.environment.application.databases
    let wanted = database.map { name in known.filter { $0.name == name } } ?? known
    guard wanted.count == 1, let chosen = wanted.first else {
      throw Failure.usage(
        known.isEmpty
          ? "'\(environment)' has no database"
          : database.map { "there is no database '\($0)'" } ?? "which database?",
        help: known.isEmpty
          ? nil : "name one of them with --database: \(known.map(\.name).joined(separator: ", "))"
      )
    }
    let plan = try Failure.translating { () throws(DevProblem) in
      try DevPlan(place.environment)
    }
    let values = try DevUp.values(plan, place, in: context)
    try Failure.translating { () throws(DevProblem) in
      try DevControl.psql(
        chosen,
        place.devFolder,
        password: values.stored(LocalNames.password(of: chosen)),
        arguments: arguments
      )
    }
  }
}
