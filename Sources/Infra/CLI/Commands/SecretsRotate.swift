import ArgumentParser
import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets

/// `infra secrets rotate`: changes a secret so that nobody notices.
struct SecretsRotate: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Change a secret in four steps, so that nobody is logged out.",
    usage: "infra secrets rotate <environment> <name> [--step <n>] [<options>]",
    discussion: """
      The next value is added as NAME_PREVIOUS and only verifies; every instance is seen to run \
      with both; the two exchange, so that the next one signs; the old one is dropped when all \
      that it signed is over (signsFor: on the Secret says when). Without options this prints the \
      plan and how far it is. What was done is kept below .infra, and a step in the wrong order, \
      or too early, is refused with 1.

      Where this machine keeps the values, --apply does the step in .env. Where Render, Railway or \
      Vercel keep them, it makes the calls with the tokens of the shell (RENDER_API_KEY, \
      RAILWAY_TOKEN, VERCEL_TOKEN): it looks first, deploys what reads the secret, and waits until \
      that is live. A run that was stopped goes on when it is given again. A next value that a \
      person has to get is asked for, or read with --stdin; the terminal does not show it. Values \
      that a platform shows to nobody (Vercel's, and sealed ones of Railway) are handed in for \
      step 3, as lines of NAME=value: that they were set is all that can be seen afterwards.

      EXAMPLES
        swift run infra secrets rotate dev JWT_ACCESS_SECRET
        swift run infra secrets rotate dev JWT_ACCESS_SECRET --apply
        swift run infra secrets rotate dev JWT_ACCESS_SECRET --back --apply
        swift run infra secrets rotate prod JWT_ACCESS_SECRET --step 2
        swift run infra secrets rotate prod JWT_ACCESS_SECRET --step 2 --done
        swift run infra secrets rotate prod JWT_ACCESS_SECRET --deployment main --apply --dry-run
        swift run infra secrets rotate prod JWT_ACCESS_SECRET --deployment main --step 1 --apply
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment: String

  @Argument(help: ArgumentHelp("The secret.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Begin with this step; the next one unless given.", valueName: "n"))
  var step: Int?

  @Option(help: ArgumentHelp("The deployment, where several have secrets.", valueName: "name"))
  var deployment: String?

  @Flag(help: "Do the step.")
  var apply = false

  @Flag(help: "You have done the step by hand: keep that in mind.")
  var done = false

  @Flag(help: "Undo the last step that can be undone.")
  var back = false

  @Flag(help: "Read the next value from standard input.")
  var stdin = false

  @Flag(help: "Put the next value in the place of a second one of unknown origin.")
  var replace = false

  @Flag(help: "Say what --apply would do, and do nothing.")
  var dryRun = false

  func validate() throws {
    if let step, RotationStep(rawValue: step) == nil {
      throw ValidationError("there is no step \(step): the steps are 1, 2, 3 and 4")
    }
    if done && (apply || back) {
      throw ValidationError("--done stands alone: it says that a step was done by hand")
    }
    if back && step != nil {
      throw ValidationError("--back undoes the last step: leave --step out")
    }
    if stdin && !apply { throw ValidationError("--stdin is for --apply") }
    if replace && !apply { throw ValidationError("--replace is for --apply") }
  }

  func run(in context: Context) throws {
    MemoryImages.keepOffTheDisk()
    let inventory = try SecretInventory(context.sound(environment))
    guard let entry = inventory.entry(name) else {
      throw Failure.usage(
        "'\(environment)' reads no secret '\(name)'",
        help: Suggestion.text(
          for: name,
          among: inventory.entries.map(\.name),
          called: "secrets"
        )
      )
    }
    if let first = inventory.first(of: entry) {
      throw Failure.usage(
        "\(name) is the second value of \(first), and rotates with it",
        help: "swift run infra secrets rotate \(environment) \(first)"
      )
    }
    let root = try context.root()
    var rotation = try Failure.translating { () throws(SecretsProblem) in
      Rotation(
        entry,
        in: inventory,
        try RotationState(
          root: root,
          environment: environment,
          name: name,
          deployment: stateKey(inventory)
        )
      )
    }
    rotation.remoteOptions = Self.remoteOptions(
      rotation,
      try remoteDeployment(inventory),
      isOnly: inventory.environment.environment.deployments.count == 1
    )
    if back { return try goBack(&rotation, root, context) }
    if apply || done { return try advance(&rotation, root, context) }
    let text = RotationText(rotation, now: context.now(), console: context.console)
    if let step = step.flatMap(RotationStep.init) {
      try object(to: step, rotation, context)
      context.console.out(text.from(step))
    } else {
      context.console.out(text.plan)
    }
  }

  private func object(
    to step: RotationStep,
    _ rotation: Rotation,
    _ context: Context
  ) throws {
    if let problem = rotation.objection(to: step, now: context.now()) {
      throw Failure.io(problem.message, help: problem.help)
    }
  }

  private func advance(_ rotation: inout Rotation, _ root: String, _ context: Context) throws {
    guard let due = step.flatMap(RotationStep.init) ?? rotation.state.due else {
      throw Failure.io("all steps are done")
    }
    let now = context.now()
    try object(to: due, rotation, context)
    let console = context.console
    let head = "step \(due.rawValue) of \(name) in \(environment)"
    let isRemote = rotation.inventory.file == nil && !done
    if dryRun {
      if isRemote { _ = try applyRemotely(due, of: rotation, root, context) }
      console.out("would do \(head): \(rotation.planned(due).title)\n")
      return
    }
    if done {
      rotation.state.mark(due, at: now)
      try keep(rotation, root)
      console.out("\(head): done by hand, as you say\n")
    } else if isRemote {
      rotation = try applyRemotely(due, of: rotation, root, context)
      console.out("\(head): done, and seen at the platforms as far as they show it\n")
    } else if let file = rotation.inventory.file {
      let local = LocalRotation(EnvStore(root: root, path: file.path), root: root)
      let origin = rotation.entry.origin
      var changed = rotation
      let said = try Failure.translating { () throws(SecretsProblem) in
        try local.apply(
          due,
          of: &changed,
          next: { () throws(SecretsProblem) in try next(origin, context) },
          now: now
        )
      }
      rotation = changed
      console.out("\(head): \(said)\n")
    }
    try noteEnd(of: rotation, root, context)
    console.out(RotationText(rotation, now: context.now(), console: console).after(due))
  }

  /// The next value: made by chance, typed without being shown, or read.
  private func next(_ origin: Secret.Origin, _ context: Context) throws(SecretsProblem) -> String {
    if case .generated(let bytes) = origin, !stdin {
      return EnvironmentDraft.hexadecimal(SystemRandom.bytes(bytes))
    }
    let help = "type it at a terminal, or hand it in: … --apply --stdin < file-with-the-value"
    if stdin {
      guard let text = String(validating: context.questions.input(), as: UTF8.self) else {
        throw SecretsProblem("standard input is not UTF-8 text", help: help)
      }
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
    guard context.questions.canAsk,
      let answer = context.questions.askHidden("the next \(name), \(origin.words): ")
    else { throw SecretsProblem("there is nobody to ask for the next \(name)", help: help) }
    return answer
  }

  private func goBack(_ rotation: inout Rotation, _ root: String, _ context: Context) throws {
    let now = context.now()
    if let problem = rotation.objectionToGoingBack(now: now) {
      throw Failure.io(problem.message, help: problem.help)
    }
    let last = rotation.state.done.keys.max() ?? .add
    guard apply, !dryRun, let file = rotation.inventory.file else {
      context.console.out(
        Paragraph.wrapped("to go back from step \(last.rawValue): \(rotation.planned(last).back)")
      )
      return
    }
    let local = LocalRotation(EnvStore(root: root, path: file.path), root: root)
    var changed = rotation
    let said = try Failure.translating { () throws(SecretsProblem) in
      try local.goBack(&changed, now: now)
    }
    context.console.out("\(said)\n")
    context.console.out(
      Paragraph.wrapped("Programs must start anew to take it: \(rotation.restart)")
    )
  }
}

extension Rotation {
  fileprivate var restart: String { "swift run infra dev \(environment), or docker compose up" }
}

extension Context {
  /// The folder that paths are relative to.
  func root() throws -> String {
    try Failure.translating { () throws(DiskError) in try Root.find(from: directory) }
  }
}
