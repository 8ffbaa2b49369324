import ArgumentParser
import InfraDev
import InfraKit
import InfraSecrets

extension DevOptions.EngineChoice: ExpressibleByArgument {}

/// `infra dev [ENV]`: runs an environment until it is told to stop.
struct DevUp: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "up",
    abstract: "Run an environment until Ctrl-C; this is what 'infra dev' does."
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  @Option(
    help: ArgumentHelp("Only these, with what they wait for: api,web.", valueName: "names")
  )
  var only: String?

  @Flag(help: "Show the logs of databases, caches, builds and releases too.")
  var logs = false

  @Flag(help: "Build and start again what has a build when its files change.")
  var watch = false

  @Flag(name: .customLong("no-page"), help: "Serve no page that shows what runs.")
  var noPage = false

  @Flag(
    name: .customLong("try"),
    help: "Try everything once it is ready, by its smoke commands, and end."
  )
  var tries = false

  @Option(help: ArgumentHelp("Databases and caches: auto, docker or local.", valueName: "where"))
  var engine = DevOptions.EngineChoice.auto

  func run(in context: Context) throws {
    let place = try LocalPlace(environment, in: context)
    let plan = try Failure.translating { () throws(DevProblem) in
      try DevPlan(place.environment)
    }
    var options = DevOptions(screen: context.console.screen)
    options.only = try names(of: plan)
    options.watches = watch
    options.tries = tries
    options.showsAll = logs
    options.engine = engine
    let values = try Self.values(plan, place, in: context)
    var run = DevRun(plan, folder: place.devFolder, options: options)
    if !noPage { run.findPage() }
    try Failure.translating { () throws(DevProblem) in try run.run(values) }
  }

  private func names(of plan: DevPlan) throws -> [String] {
    guard let only else { return [] }
    let names = only.split(separator: ",").map(String.init)
    for name in names where !plan.names.contains(name) {
      throw Failure.usage(
        "there is no resource '\(name)' in '\(plan.environment)'",
        help: Suggestion.text(for: name, among: plan.names, called: "resources")
      )
    }
    return names
  }

  /// The values of the environment; a person is offered to make what is missing.
  static func values(
    _ plan: DevPlan,
    _ place: LocalPlace,
    in context: Context
  ) throws -> LocalValues {
    let command = LocalNames.makingCommand(
      for: plan.environment,
      isLocal: place.isLocal
    )
    var file = try read(place)
    if file == nil, !plan.storedNames.isEmpty {
      let question = "There is no \(place.file.path) yet. Make it now?"
      guard context.questions.confirms(question, unlessAnswered: true) else {
        throw Failure.io(
          "there is no '\(place.file.path)', which holds the values of '\(plan.environment)'",
          help: "make it: \(command)"
        )
      }
      try SecretsInit.make(place, in: context)
      file = try read(place)
    }
    return try Failure.translating { () throws(DevProblem) in
      try LocalValues(
        plan,
        file: file ?? EnvFile(),
        shell: Shell.variable,
        making: command,
        path: place.file.path
      )
    }
  }

  private static func read(_ place: LocalPlace) throws -> EnvFile? {
    try Failure.translating { () throws(SecretsProblem) in
      try place.store.values(shell: Shell.variable)
    }
  }
}

extension LocalPlace {
  /// Where runs of the environment keep what is theirs.
  var devFolder: DevFolder { DevFolder(root: root, environment: environment.name) }
}
