package import InfraDev
import InfraDisk
import InfraKit

/// A release and the way back, tried on this machine: the version before, the new one, and the one
/// before again, each built from its tag and run on one database.
///
/// Each tag's own `infra` runs it, so that its own description, variables and commands count. One
/// work tree of git is taken to one tag after the other: what two versions share is built once.
package struct Rehearsal: Sendable {
  /// The folder of the package.
  let root: String

  /// The environment.
  let environment: String

  /// The version before.
  let older: ReleaseTag

  /// The new one.
  let newer: ReleaseTag

  /// How `infra` is run in a folder.
  let command: [String]

  /// The file with a developer's values, from the root.
  let valuesPath: String

  /// The variables that move what listens to ports that nobody has.
  let ports: [String]

  /// Prepares a rehearsal of an environment.
  package init(
    _ plan: DevPlan,
    root: String,
    from older: ReleaseTag,
    to newer: ReleaseTag,
    command: [String],
    valuesPath: String,
    freePort: () -> Int?
  ) {
    self.root = root
    environment = plan.environment
    self.older = older
    self.newer = newer
    self.command = command
    self.valuesPath = valuesPath
    ports = plan.ports.compactMap { port in freePort().map { "\(port.variable)=\($0)" } }
  }

  /// What is tried, in order.
  private var steps: [(tag: ReleaseTag, title: String)] {
    [
      (older, "\(older.name) on a new database"),
      (newer, "\(newer.name) on the database of \(older.name)"),
      (older, "\(older.name) on the database of \(newer.name)"),
    ]
  }

  /// The path of the work tree from the root.
  package static let treePath = ".infra/rehearsal/tree"

  private var tree: String { "\(root)/\(Self.treePath)" }

  /// The package in the work tree, which need not be at the top of the checkout.
  private var package: String {
    let place = GitRevision.place(of: root) ?? ""
    return place.isEmpty ? tree : "\(tree)/\(place)"
  }

  /// Goes there and back; what happens is told line by line.
  package func run(_ say: (String) -> Void) throws(ReleaseProblem) {
    say("rehearses \(older.name), \(newer.name) and \(older.name) again, in \(Self.treePath)")
    let began = ContinuousClock.now
    try prepare()
    for (index, step) in steps.enumerated() {
      say("")
      say("\(index + 1) of \(steps.count)  \(step.title)")
      try perform(step.tag, index + 1, say)
    }
    say("")
    say(
      "\(newer.name) can be released and gone back from "
        + "(\(Self.seconds(ContinuousClock.now - began)))"
    )
  }

  private func perform(
    _ tag: ReleaseTag,
    _ number: Int,
    _ say: (String) -> Void
  ) throws(ReleaseProblem) {
    try checkOut(tag)
    try giveValues()
    var log = Log(path: "\(root)/.infra/rehearsal/\(number)-\(tag.name).log", shown: number)
    let start = ContinuousClock.now
    try log.run("make values", command + ["secrets", "init", environment], self)
    try log.run("check the manifests", command + ["check", environment], self)
    say("  manifests as described (\(Self.seconds(ContinuousClock.now - start)), with the build)")
    let lines = try log.run(
      "run",
      command + ["dev", environment, "--try", "--no-page", "--engine", "local"],
      self
    )
    for line in lines { say("  \(line)") }
    if !lines.contains(where: { $0.contains("works (") }) {
      say("  nothing says how to try it: DevCommands(…, smoke: \"sh scripts/smoke\")")
    }
  }

  /// A folder with a work tree, and no data in it.
  private func prepare() throws(ReleaseProblem) {
    try ReleaseProblem.translating { () throws(DevProblem) in
      try DevFolder(root: root, environment: environment).make()
      try LocalFiles.makeFolders("\(root)/.infra/rehearsal")
    }
    let git = Git(root: root)
    // One that was deleted by hand is still in git's list.
    try git.output(of: ["worktree", "prune"])
    if !LocalFiles.exists("\(tree)/.git") {
      try git.output(
        of: ["worktree", "add", "--quiet", "--force", "--detach", tree, older.commit],
        within: .seconds(600)
      )
    }
    try ReleaseProblem.translating { () throws(DevProblem) in
      try LocalFiles.remove("\(package)/.infra/dev/\(environment)")
    }
  }

  private func checkOut(_ tag: ReleaseTag) throws(ReleaseProblem) {
    let git = Git(root: tree)
    try git.output(of: ["checkout", "--quiet", "--force", "--detach", tag.commit])
    // What is ignored stays: builds, and the data.
    try git.output(of: ["clean", "--quiet", "--force", "-d"])
  }

  /// The developer's own values, since some can only be had from a person.
  private func giveValues() throws(ReleaseProblem) {
    guard let text = LocalFiles.text(of: "\(root)/\(valuesPath)") else { return }
    let target = "\(package)/\(valuesPath)"
    if LocalFiles.exists(target) { return }
    try ReleaseProblem.translating { () throws(DevProblem) in
      try LocalFiles.makeFolders(Self.folder(of: target))
      try LocalFiles.write(text, to: target, mode: 0o600)
    }
  }

  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private static func seconds(_ duration: Duration) -> String {
    let tenths = Int(duration / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10) s"
  }

  /// What the programs of a step said.
  private struct Log {
    let path: String
    let shown: Int
    private var text = ""

    init(path: String, shown: Int) {
      self.path = path
      self.shown = shown
    }

    /// Runs a program, and answers what of its words counts.
    @discardableResult
    mutating func run(
      _ what: String,
      _ arguments: [String],
      _ rehearsal: Rehearsal
    ) throws(ReleaseProblem) -> [String] {
      let run = try ReleaseProblem.translating { () throws(DevProblem) in
        try ProgramRun.run(
          arguments,
          in: rehearsal.package,
          variables: rehearsal.ports + ["NO_COLOR=1"],
          within: .seconds(3600),
          onLeash: true
        )
      }
      text +=
        "$ \(arguments.joined(separator: " "))\n" + run.text
        + String(decoding: run.errors, as: UTF8.self)
      try ReleaseProblem.translating { () throws(DevProblem) in
        try LocalFiles.write(text, to: path, mode: 0o600)
      }
      guard run.status == 0 else {
        throw ReleaseProblem(
          "step \(shown) fails to \(what): \(arguments.joined(separator: " ")) ended with "
            + "\(run.status)",
          help: "all that it said is in \(path.dropFirst(rehearsal.root.count + 1))",
          log: (run.text.split(separator: "\n").map(String.init) + run.complaints).suffix(20)
        )
      }
      return run.text.split(separator: "\n").map(String.init).filter { line in
        line.hasPrefix("ready in") || line.contains("works (")
      }
    }
  }
}
