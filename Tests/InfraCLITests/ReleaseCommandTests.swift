import Foundation
import InfraContract
import InfraKit
import InfraTargets
import TestSupport
import Testing

@testable import InfraCLI

@Suite("infra release check, tag and plan", .needsProgram("git"))
struct ReleaseCommandTests {
  /// A process with a queue whose jobs have a form.
  private struct Working: ProcessContract {
    let format: Int
    let site = CallSite()
    static let process = "shop work"
    static let fields: [ContractField<Working>] = []
    var queueFormat: Int? { format }
  }

  private func environments(
    image: String = "ghcr.io/acme/api:1.0.0",
    secrets: [String] = ["SESSION_KEY"],
    format: Int = 1,
    schedule: Schedule = .daily(at: 3)
  ) -> [InfraKit.Environment] {
    var api = Service(
      "api",
      source: .image(image),
      port: 8080,
      health: .http("/health"),
      domains: ["api.shop.example"],
      release: "api migrate"
    )
    for name in secrets {
      api.variables[name] = Secret(name, .generated(bytes: 32)).value.value
    }
    let worker = Service("worker", source: .image(image)).reading(Working(format: format))
    let job = CronJob("digest", source: .image(image), schedule: schedule)
    let application = Application("shop", services: [api, worker], jobs: [job])
    return [InfraKit.Environment("prod", application, on: Notebook())]
  }

  private func git(_ scene: Scene, _ arguments: String...) async throws {
    // A person's own name and settings must not decide.
    let identity = ["-c", "user.name=A Person", "-c", "user.email=person@example.com"]
    let result = try await ChildProcess("git", identity + arguments, in: scene.folder).run()
    #expect(result.status == 0, "\(result.errors)")
  }

  private func commit(_ scene: Scene) async throws {
    try await git(scene, "add", "--all")
    try await git(scene, "commit", "-q", "--allow-empty", "--message", "a step")
  }

  private func scene() async throws -> Scene {
    let scene = try Scene()
    try await git(scene, "init", "-q")
    try await git(scene, "config", "user.name", "A Person")
    try await git(scene, "config", "user.email", "person@example.com")
    try scene.write(".infra\n", to: ".gitignore")
    #expect(scene.run("generate", environments: environments()) == 0)
    try await commit(scene)
    return scene
  }

  @Test("a tag says what was released, and refuses a dirty tree, an old version and stale files")
  func tag() async throws {
    let scene = try await scene()
    #expect(scene.run("release", "check", "prod", environments: environments()) == 1)
    #expect(scene.err.contains("there is no release yet"))

    #expect(scene.run("release", "tag", "one", environments: environments()) == 64)
    try scene.write("x", to: "stray")
    #expect(scene.run("release", "tag", "v1.0.0", environments: environments()) == 1)
    #expect(scene.err.contains("the work tree is not what is committed"))
    #expect(scene.err.contains("?? stray"))
    try await commit(scene)

    let dry = ["release", "tag", "v1.0.0", "--dry-run"]
    #expect(scene.run(dry, environments: environments()) == 0)
    #expect(scene.out.hasPrefix("v1.0.0\n\ninfra-release: 1\nenvironment: prod\nfile: "))
    for line in [
      "image: api ghcr.io/acme/api:1.0.0\n", "schedule: digest ", "queue: 1 shop work\n",
      "secret: SESSION_KEY\n", " generated/prod/api.yaml\n",
    ] {
      #expect(scene.out.contains(line), "\(line)")
    }
    #expect(scene.run("release", "tag", "1.0.0", environments: environments()) == 0)
    #expect(scene.out.contains("git push origin v1.0.0"))
    #expect(scene.run("release", "tag", "v1.0.0", environments: environments()) == 64)
    #expect(scene.err.contains("there is a tag 'v1.0.0' already"))
    #expect(scene.run("release", "tag", "v0.9.0", environments: environments()) == 64)
    #expect(scene.err.contains("not above the last version, v1.0.0"))
    let changed = environments(schedule: .daily(at: 4))
    var other = Notebook()
    other.text = "replicas: 2\n"
    let stale = [InfraKit.Environment("prod", changed[0].application, on: other)]
    #expect(scene.run("release", "tag", "v1.1.0", environments: stale) == 1)
    #expect(scene.err.contains("is not what the description says"))
  }

  @Test("what keeps a release from coming back is said, and what only weakens it")
  func check() async throws {
    let scene = try await scene()
    #expect(scene.run("release", "tag", "v1.0.0", environments: environments()) == 0)
    #expect(scene.run("release", "check", "prod", environments: environments()) == 0)
    #expect(scene.out.hasPrefix("v1.0.0 can be restored\n"))
    #expect(scene.out.contains("There is one release only"))
    #expect(scene.out.contains("whose tag may be"))

    let changed = environments(secrets: ["OTHER_KEY"], format: 2, schedule: .daily(at: 4))
    #expect(scene.run("release", "check", "prod", environments: changed) == 1)
    #expect(scene.out.hasPrefix("v1.0.0 cannot be restored\n"))
    #expect(
      scene.out.contains("error: it reads secret 'SESSION_KEY', which nothing reads")
    )
    #expect(
      scene.out.contains("its 'shop work' reads queued jobs up to form 1, and jobs")
    )
    #expect(scene.out.contains("cron job 'digest' was due at "))

    #expect(scene.run("release", "plan", "prod", environments: changed) == 0)
    #expect(scene.out.contains("Add before anything is deployed: OTHER_KEY."))
    #expect(scene.out.contains("Keep until v1.0.0 is not gone back to any more: SESSION_KEY."))
    #expect(scene.out.contains("In this order: worker, api."))
    #expect(scene.out.contains("curl --fail --silent --show-error https://api.shop.example/health"))
    #expect(scene.run("release", "plan", "prod", environments: environments()) == 0)
    #expect(scene.out.contains("In this order: api, worker."))

    // A tag that was moved is not the release that its message speaks of.
    try scene.write("replicas: 9\n", to: "generated/prod/api.yaml")
    try await commit(scene)
    let message = try await ChildProcess(
      "git",
      ["for-each-ref", "--format=%(contents)", "refs/tags/v1.0.0"],
      in: scene.folder
    ).run().output
    try scene.write(message, to: ".infra-message")
    try await git(
      scene,
      "tag",
      "--force",
      "--annotate",
      "--cleanup=verbatim",
      "--file=.infra-message",
      "v1.0.0"
    )
    #expect(scene.run("release", "check", "prod", environments: environments()) == 1)
    #expect(scene.out.contains("is not the one that its tag speaks of"))
  }

  @Test(
    "an image that is named by no version at all cannot come back",
    arguments: ["ghcr.io/acme/api:latest", "ghcr.io/acme/api"]
  )
  func floating(_ image: String) async throws {
    let scene = try await scene()
    let described = environments(image: image)
    #expect(scene.run("release", "tag", "v1.0.0", environments: described) == 0)
    #expect(scene.run("release", "check", "prod", environments: described) == 1)
    #expect(scene.out.contains("error: 'api' ran image '\(image)'"))
    let pinned = environments(image: "ghcr.io/acme/api@sha256:" + String(repeating: "a", count: 64))
    #expect(scene.run("release", "tag", "v1.1.0", environments: pinned) == 0)
    #expect(scene.run("release", "check", "prod", environments: pinned) == 1)
    #expect(scene.out.hasPrefix("v1.1.0 can be restored\n"))
  }

  @Test("a rotation that ended after the tag, and what platforms keep by their own facts, are said")
  func rotated() async throws {
    let scene = try await scene()
    let application = environments()[0].application
    let railway = [InfraKit.Environment("prod", application, on: .railway)]
    #expect(scene.run("generate", environments: railway) == 0, "\(scene.err)")
    try await commit(scene)
    #expect(scene.run("release", "tag", "v1.0.0", environments: railway) == 0, "\(scene.err)")
    _ = scene.run("release", "check", "prod", environments: railway)
    #expect(!scene.out.contains("was rotated"))
    #expect(scene.out.contains("Railway keeps images for at least 24 hours"), "\(scene.out)")
    // Before the tag, and after it.
    try scene.write(
      "# a record\n1000 OLD_KEY # 1970-01-01 00:16 UTC\n9000000000 SESSION_KEY main # later\n",
      to: "generated/prod/rotations.txt"
    )
    _ = scene.run("release", "check", "prod", environments: railway)
    let said = scene.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      said.contains(
        "warning: secret 'SESSION_KEY' of deployment 'main' was rotated after it was tagged"
      ),
      "\(scene.out)"
    )
    #expect(said.contains("and Railway may bring the value of then back"))
    #expect(!said.contains("OLD_KEY"))
    try scene.write("nonsense\n", to: "generated/prod/rotations.txt")
    #expect(scene.run("release", "check", "prod", environments: railway) == 1)
    #expect(scene.err.contains("generated/prod/rotations.txt:1: this is not what infra writes"))
  }

  @Test("a lightweight tag says nothing, and that is said")
  func lightweight() async throws {
    let scene = try await scene()
    try await git(scene, "tag", "v1.0.0")
    #expect(scene.run("release", "check", "prod", environments: environments()) == 0)
    #expect(scene.out.contains("the tag of v1.0.0 says nothing of images"))
    let json = ["release", "check", "prod", "--format", "json"]
    #expect(scene.run(json, environments: environments()) == 0)
    #expect(scene.out.contains("\"isRestorable\": true"))
  }

  @Test("migrations without a release are no fault, a password in an argument is one")
  func migrations() async throws {
    let scene = try await scene()
    #expect(scene.run("release", "migrations", environments: environments()) == 1)
    #expect(scene.err.contains("there are no migrations"))
    try scene.makeFolder("migrations")
    try scene.write("SELECT 1;", to: "migrations/1.sql")
    #expect(scene.run("release", "migrations", environments: environments()) == 0)
    #expect(scene.err.contains("there is no release yet"))
    try await git(scene, "tag", "v1.0.0")
    let url = "postgres://me:hidden@127.0.0.1/x"
    let given = ["release", "migrations", "--database-url", url]
    #expect(scene.run(given, environments: environments()) == 64)
    #expect(!scene.err.contains("hidden"))
    #expect(
      scene.run("release", "migrations", "--from", "v1.0.1", environments: environments()) == 64
    )
    #expect(scene.err.contains("did you mean 'v1.0.0'?"))
  }
}
