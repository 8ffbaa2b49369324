import ArgumentParser
import InfraDev
import InfraKit
import InfraRelease
import InfraSecrets

/// `infra release rehearse`: a release and the way back, on this machine.
struct ReleaseRehearse: InfraCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Run the last release and the one before on one database, there and back.",
    discussion: """
      Builds both from their tags, in a work tree of git below .infra/rehearsal that is kept for \
      the next time, and runs the older, the newer and the older again with 'infra dev --try': \
      migrations, health, and the smoke commands of the description. The database is new, and no \
      other data are touched. 'infra rollback ENV --rehearse' does the same.

      EXAMPLES
        swift run infra release rehearse
        swift run infra release rehearse dev --from v1.3.0 --to v1.4.0
      """
  )

  @Argument(help: ArgumentHelp("The environment.", valueName: "environment"))
  var environment = "dev"

  @Option(help: ArgumentHelp("The older release.", valueName: "tag"))
  var from: String?

  @Option(help: ArgumentHelp("The newer release.", valueName: "tag"))
  var to: String?

  @Option(help: ArgumentHelp("How a tag's own infra is run in its folder.", valueName: "command"))
  var command = "swift run infra"

  func run(in context: Context) throws {
    try Self.rehearse(environment, from: from, to: to, command: command, in: context)
  }

  /// Rehearses the last two releases of an environment, or two others.
  static func rehearse(
    _ environment: String,
    from: String? = nil,
    to: String? = nil,
    command: String = "swift run infra",
    in context: Context
  ) throws {
    let place = try ReleasePlace(in: context)
    let local = try LocalPlace(environment, in: context)
    guard let newer = try place.release(to),
      let older = try from.map(place.release) ?? place.tags.release(before: newer)
    else {
      throw Failure.io(
        "a rehearsal needs two releases, and there \(place.tags.releases.isEmpty ? "is none" : "is one")",
        help: "make one: swift run infra release tag VERSION; in CI, fetch them: git fetch --tags"
      )
    }
    guard older < newer else {
      throw Failure.usage("\(older.name) is not older than \(newer.name)")
    }
    let plan = try Failure.translating { () throws(DevProblem) in
      try DevPlan(local.environment)
    }
    var taken: Set<Int> = []
    let rehearsal = Rehearsal(
      plan,
      root: local.root,
      from: older,
      to: newer,
      command: command.split(separator: " ").map(String.init),
      valuesPath: local.file.path,
      freePort: { Self.freePort(&taken) }
    )
    try Failure.translating { () throws(ReleaseProblem) in
      try rehearsal.run { context.console.out($0 + "\n") }
    }
  }

  private static func freePort(_ taken: inout Set<Int>) -> Int? {
    for _ in 0..<20 {
      if let port = LocalSocket.anyFreePort(), taken.insert(port).inserted { return port }
    }
    return nil
  }
}
