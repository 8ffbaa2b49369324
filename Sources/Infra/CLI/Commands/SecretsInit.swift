import ArgumentParser
import InfraDisk
import InfraKit
import InfraSecrets

/// `infra secrets init`: makes the values that an environment needs, or says how.
struct SecretsInit: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make the values of an environment, or print the commands that do.",
    discussion: """
      Where this machine keeps the values, it writes .env beside the Compose file, readable for you \
      alone. A value that is there is never changed. Generated values come from the system's own \
      source of chance; those that a person has to get from somewhere are asked for, and the \
      terminal does not show them. Without a terminal they are read from standard input, as lines \
      of NAME=value.

      Where platforms keep them, it prints the commands in order, as SETUP.md has them: names only, \
      with values made inside the command or typed without being shown. --local makes a file for \
      'infra dev' all the same.

      With --apply it makes the calls itself, through the platforms' public interfaces and with the \
      tokens of the shell: RENDER_API_KEY, RAILWAY_TOKEN (a project's), VERCEL_TOKEN. What is there \
      stays, and a run that was stopped goes on when it is given again. Values that a person has \
      are asked for, or read with --stdin as lines of NAME=value.

      EXAMPLES
        swift run infra secrets init dev
        swift run infra secrets init dev < values
        swift run infra secrets init prod
        swift run infra secrets init prod --deployment railway --apply --dry-run
        swift run infra secrets init staging --local
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  @Option(help: ArgumentHelp("Only the commands of one deployment.", valueName: "name"))
  var deployment: String?

  @Flag(help: "Make the file of this machine for an environment of platforms.")
  var local = false

  @Flag(help: "Set what is missing at the platforms.")
  var apply = false

  @Flag(help: "Read the values that a person has from standard input.")
  var stdin = false

  @Flag(help: "Name the calls that --apply would make, and make none.")
  var dryRun = false

  func validate() throws {
    if local && apply {
      throw ValidationError("--apply is for platforms, and --local for this machine")
    }
    if (stdin || dryRun) && !apply {
      throw ValidationError("\(stdin ? "--stdin" : "--dry-run") is for --apply")
    }
  }

  func run(in context: Context) throws {
    MemoryImages.keepOffTheDisk()
    let output = try context.sound(environment)
    if output.isLocal || local {
      if apply {
        throw Failure.usage(
          "this machine keeps the values of '\(environment)'",
          help: "leave --apply out: swift run infra secrets init \(environment)"
        )
      }
      try Self.make(try LocalPlace(environment, in: context), in: context)
      return
    }
    let deployments = Set(try output.environment.deployments(deployment).map(\.name))
    let inventory = SecretInventory(output)
    if apply {
      guard deployments.count == 1, let name = deployments.first else {
        throw Failure.usage(
          "'\(environment)' has several deployments, and each keeps secrets of its own",
          help: "name one: --deployment \(output.environment.deployments[0].name)"
        )
      }
      return try SecretSetting(
        inventory: inventory,
        deployment: name,
        context: context,
        root: try context.root()
      )
      .run(dryRun: dryRun, givenOnInput: stdin)
    }
    for deployed in output.deployments where deployments.contains(deployed.plan.deployment.name) {
      context.console.out(
        SecretSteps(deployed, inventory, isAlone: output.deployments.count == 1)
          .text(colour: context.console.outputHasColour)
      )
    }
  }

  /// Makes the file of an environment, and says what was done.
  static func make(_ place: LocalPlace, in context: Context) throws {
    let store = place.store
    if GitHead(root: place.root).wouldTrack(place.file.path) == true {
      throw Failure.io(
        "git would track '\(place.file.path)', and secrets must not be committed; nothing was "
          + "written",
        help: "add the line /\(place.file.path) to .gitignore, and take the file out of the index "
          + "if it is there: git rm --cached \(place.file.path)"
      )
    }
    let text = try Failure.translating { () throws(SecretsProblem) in try store.read() }
    var draft: EnvironmentDraft
    do throws(EnvProblem) {
      draft = try EnvironmentDraft(
        place.file,
        text: text,
        for: place.environment.name,
        isLocal: place.isLocal
      )
    } catch {
      throw Failure.io("\(store.name):\(error.line): \(error.message)", help: error.help)
    }
    draft.nameProject(after: place.root)
    draft.generate(random: SystemRandom.bytes)
    try provide(&draft, in: context)
    draft.movePorts(isFree: LocalSocket.isFree)
    if !draft.additions.isEmpty {
      try Failure.translating { () throws(SecretsProblem) in
        try store.write(draft.text)
        try SecretDigests.note(draft.text, of: place.file, place.environment.name, root: place.root)
        try RotationState.note(draft, of: place.environment.name, root: place.root)
      }
    }
    report(draft, existed: text != nil, context.console)
    if !draft.missing.isEmpty { throw missing(draft, place) }
  }

  /// Gets the values that only a person knows.
  private static func provide(_ draft: inout EnvironmentDraft, in context: Context) throws {
    let wanted = draft.missing
    if wanted.isEmpty { return }
    guard !context.questions.canAsk else {
      for value in wanted {
        let answer = context.questions.askHidden("\(value.name), \(value.purpose): ")
        if let answer, !answer.isEmpty { draft.provide(value.name, answer) }
      }
      return
    }
    guard let text = String(validating: context.questions.input(), as: UTF8.self) else {
      throw Failure.usage("standard input is not UTF-8 text")
    }
    let given: EnvFile
    do { given = try EnvFile(text) } catch {
      throw Failure.usage("standard input:\(error.line): \(error.message)", help: error.help)
    }
    for entry in given.entries {
      guard draft.file.wanted.contains(where: { $0.name == entry.name }) else {
        throw Failure.usage(
          "standard input has '\(entry.name)', which nothing here reads; nothing was written",
          help: Suggestion.text(
            for: entry.name,
            among: draft.file.wanted.map(\.name),
            called: "values"
          )
        )
      }
      draft.provide(entry.name, given[entry.name] ?? "")
    }
  }

  private static func report(_ draft: EnvironmentDraft, existed: Bool, _ console: Console) {
    let path = draft.file.path
    if draft.additions.isEmpty {
      console.out("\(path) has everything already.\n")
      return
    }
    console.out("\(path): \(existed ? "added to, with every value kept" : "made, for you alone")\n")
    let rows = draft.additions.map { ["  " + $0.how, $0.name, $0.purpose] }
    for row in Columns.aligned(rows) { console.out(row + "\n") }
  }

  private static func missing(_ draft: EnvironmentDraft, _ place: LocalPlace) -> Failure {
    let names = draft.missing.map { "\($0.name) (\($0.purpose))" }.joined(separator: ", ")
    return Failure.io(
      "\(draft.missing.count == 1 ? "a value is" : "values are") still missing: \(names)",
      help: "run this again at a terminal, or hand them in: "
        + "\(LocalNames.makingCommand(for: place.environment.name, isLocal: place.isLocal)) "
        + "< file-with-NAME=value-lines"
    )
  }
}
