import Foundation
import InfraContract
import InfraKit
import Testing

@testable import InfraCLI

/// A platform that lets nobody change a service's port.
private struct Harbour: Target {
  let platform = Platform("harbour", title: "Harbour")
  var hosting: [ResourceID]?
  let hostableKinds: Set<ResourceKind> = Set(ResourceKind.allCases)
  let site: CallSite? = CallSite()
  var rules: [RuleException] = []

  static let moved = Rule("harbour/moved", .error, "A port stays.", needs: .history)
  static let catalog = [moved]
  static let changes = [
    ChangeRule(
      moved,
      "berth",
      when: .differs("port"),
      message: { "\($0.title) moves from \($0.old) to \($0.new), and Harbour refuses" },
      help: { "stay at \($0.old)" }
    )
  ]

  func emit(_ part: HostedPart) -> Emission {
    var emission = Emission()
    for service in part.services {
      var entry = RecordedEntry("berth", service.name, of: service.id, at: service.site)
      entry.add("port", service.port.map { "\($0.number)" })
      emission.entries.append(entry)
    }
    return emission
  }
}

private func harbour(port: InfraKit.Port, rules: [RuleException] = []) -> [Environment] {
  let api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"), port: port)
  return [Environment("prod", Application("shop", services: [api]), on: Harbour(rules: rules))]
}

@Suite("--against")
struct HistoryTests {
  private let complaint = "service 'api' moves from 8080 to 9090, and Harbour refuses"

  @Test("a change is reported before and after it is written, until it is committed")
  func speaks() throws {
    let scene = try Scene()
    #expect(scene.run("generate", environments: harbour(port: 8080)) == 0)
    try scene.commit()
    let changed = harbour(port: 9090)
    for command in ["validate", "check", "generate"] {
      #expect(scene.run(command, environments: changed) == 1)
      #expect(scene.err.contains("error: \(complaint) [harbour/moved]\n  help: stay at 8080\n"))
    }
    #expect(scene.read("generated/prod/.record.tsv")?.contains("port 8080") == true)

    let excused = harbour(
      port: 9090,
      rules: [.silence("harbour/moved", because: "the harbour master agreed")]
    )
    #expect(scene.run("generate", environments: excused) == 0)
    #expect(scene.err.contains("silenced harbour/moved: the harbour master agreed"))
    #expect(scene.read("generated/prod/.record.tsv")?.contains("port 9090") == true)
    // The new file is written, and HEAD still holds the old one.
    #expect(scene.run("validate", environments: changed) == 1)
    #expect(scene.err.contains(complaint))
    try scene.commit()
    #expect(scene.run("validate", environments: changed) == 0)
    #expect(scene.err == "")
    #expect(scene.run("validate", "--against", "HEAD~1", environments: changed) == 1)
    #expect(scene.err.contains(complaint))
  }

  @Test("without a checkout nothing is said, but for a note when a revision was named")
  func noCheckout() throws {
    let scene = try Scene()
    #expect(scene.run("validate", environments: harbour(port: 8080)) == 0)
    #expect(scene.err == "")
    #expect(scene.run("validate", "--against", "main", environments: harbour(port: 8080)) == 0)
    #expect(scene.err.contains("note: nothing is compared with 'main'"))
    #expect(scene.err.contains("is in no git checkout"))
  }

  @Test("a revision that git does not know is wrong usage")
  func unknown() throws {
    let scene = try Scene()
    try scene.commit()
    #expect(scene.run("validate", environments: harbour(port: 8080)) == 0)
    #expect(scene.err == "")
    #expect(scene.run("validate", "--against", "mian", environments: harbour(port: 8080)) == 64)
    #expect(scene.err.contains("git knows no revision 'mian' here"))
    #expect(scene.run("validate", "--against", "HEAD", environments: harbour(port: 8080)) == 0)
    #expect(scene.err.contains("'HEAD' has no record of any manifest"))
  }

  @Test("a record is found where it lay while the environment had one deployment")
  func moved() throws {
    let scene = try Scene()
    #expect(scene.run("generate", environments: harbour(port: 8080)) == 0)
    try scene.commit()
    let prod = harbour(port: 9090)[0]
    let split = Environment(
      "prod",
      prod.application,
      deployments: [Deployment("main", on: Harbour()), Deployment("spare", on: Notebook())]
    )
    #expect(scene.run("validate", environments: [split]) == 1)
    #expect(scene.err.contains(complaint))
  }
}

extension Scene {
  /// Commits everything that is there.
  func commit() throws {
    for arguments in [
      ["init", "-q"], ["add", "-A"],
      ["-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x"],
    ] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-C", folder.path] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    }
  }
}
