import ArgumentParser
import InfraDisk
import InfraKit
import InfraRelease
import InfraSecrets
import InfraSerialization
import InfraVendors

/// `infra rollback`: the way back to an earlier release.
struct Rollback: InfraCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go back to the release before.",
    discussion: """
      Prints what to do, in order, with the command for each step and how to see that it worked. \
      With RENDER_API_KEY, RAILWAY_TOKEN or VERCEL_TOKEN in the environment it looks first, so the \
      commands name the exact deploys; looking changes nothing. With --apply it makes the calls \
      itself, asks each service's health address once it is back, and stops at the first check that \
      fails; .infra keeps a journal, from which --resume \
      goes on after whatever happened.

      Releases are the git tags v*. The database stays as it is unless you say --restore.

      EXAMPLES
        swift run infra rollback prod
        swift run infra rollback prod --to v1.3.0
        swift run infra rollback prod --dry-run   show the calls of --apply
        swift run infra rollback prod --apply
        swift run infra rollback prod --resume
        swift run infra rollback dev --rehearse   try the way back on this machine
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment: String

  @Option(
    help: ArgumentHelp("The release to go back to; the one before the newest.", valueName: "tag")
  )
  var to: String?

  @Option(help: ArgumentHelp("The deployment; the first when left out.", valueName: "name"))
  var deployment: String?

  @Flag(help: "Make the calls, after looking at the live state.")
  var apply = false

  @Flag(help: "Go on with an --apply that did not finish.")
  var resume = false

  @Flag(help: "Show the calls that --apply would make; values are left out.")
  var dryRun = false

  @Flag(help: "Build the tag's commit again, also where its build is kept.")
  var rebuild = false

  @Flag(help: "Do not ask the services' own addresses whether they are well.")
  var withoutHealth = false

  @Flag(help: "Restore the databases too: what was written since is lost.")
  var restore = false

  @Flag(help: "Try the last two releases on this machine, there and back.")
  var rehearse = false

  @OptionGroup var output: FormatOption

  func validate() throws {
    if rehearse, apply || resume || dryRun || restore || rebuild || deployment != nil {
      throw ValidationError("--rehearse touches no platform: only --to goes with it")
    }
    if resume, to != nil || restore || rebuild {
      throw ValidationError(
        "--resume goes on with what was begun: leave --to, --restore and --rebuild out"
      )
    }
    if dryRun, apply || resume {
      throw ValidationError("--dry-run changes nothing: leave --apply and --resume out")
    }
    if output.format == .json, apply || resume {
      throw ValidationError("--format json is for the plan: leave --apply and --resume out")
    }
  }

  func run(in context: Context) throws {
    if rehearse { return try ReleaseRehearse.rehearse(environment, from: to, in: context) }
    let scene = try RollbackScene(environment, deployment, in: context)
    if resume { return try goOn(scene, context) }
    let releases = try scene.releases(to: to)
    let clients = try Failure.calling { () throws(VendorError) in
      try RollbackClients(context.vendors, asksHealth: !withoutHealth)
    }
    let facts = try survey(scene, releases, clients, context)
    let plan = RollbackPlan(
      scene.subject,
      from: releases.leaving,
      to: releases.target,
      restores: restore,
      facts: facts,
      clients: clients
    )
    if apply { return try start(plan, scene, context) }
    let text = RollbackText(plan, colour: context.console.outputHasColour)
    switch output.format {
    case .json: context.console.out(try JSON.encode(RollbackRecord(plan)))
    case .text: context.console.out(dryRun ? text.calls : text.plan)
    }
  }

  /// What the platforms say; nothing where they cannot be asked and only the plan is wanted.
  private func survey(
    _ scene: RollbackScene,
    _ releases: RollbackScene.Releases,
    _ clients: RollbackClients,
    _ context: Context
  ) throws -> RollbackFacts {
    do throws(VendorError) {
      return try RollbackSurvey.facts(
        about: scene.subject,
        to: releases.target,
        rebuilds: rebuild,
        through: clients,
        salt: Digest(of: SystemRandom.bytes(32)).description
      )
    } catch {
      if apply || dryRun { throw Failure.io(error.message, help: error.help) }
      context.console.err(
        "\(Paint.yellow("warning:", context.console.errorHasColour)) \(error.message)\n"
          + "  help: \(error.help); the plan below names no deploys\n"
      )
      return RollbackFacts()
    }
  }

  // MARK: - Applying

  private func start(
    _ plan: RollbackPlan,
    _ scene: RollbackScene,
    _ context: Context
  ) throws {
    if let missing = plan.missingTokens.first {
      throw Failure.usage(
        "\(missing.variable) is not set, and --apply calls \(missing.platform)",
        help: "export it and run this again, or follow the plan: leave --apply out"
      )
    }
    guard plan.canBeApplied else {
      throw Failure.usage(
        "no step of this rollback is one that infra makes by itself",
        help: "follow the plan: leave --apply out"
      )
    }
    try Failure.translating { () throws(ApplyProblem) in
      let journal = try Journal.start(
        scene.journal,
        in: scene.root,
        facts: RollbackBeginning(plan).value
      )
      try RollbackRun(plan, context, again: command(scene)).carryOut(journal)
    }
  }

  private func goOn(_ scene: RollbackScene, _ context: Context) throws {
    let clients = try Failure.calling { () throws(VendorError) in
      try RollbackClients(context.vendors, asksHealth: !withoutHealth)
    }
    try Failure.translating { () throws(ApplyProblem) in
      let journal = try Journal.resume(scene.journal, in: scene.root)
      guard let beginning = RollbackBeginning(journal.facts) else {
        throw ApplyProblem(
          "'.infra/\(scene.journal).journal' is not one of this version of infra",
          help: "remove it and start again: --apply looks at the live state first"
        )
      }
      let plan = beginning.plan(of: scene.subject, clients)
      try RollbackRun(plan, context, again: command(scene)).carryOut(journal)
    }
  }

  /// The command that goes on after a stop.
  private func command(_ scene: RollbackScene) -> String {
    "swift run infra rollback \(environment)"
      + (deployment.map { " --deployment \($0)" } ?? "") + " --resume"
  }
}
