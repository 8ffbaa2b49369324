import Foundation
import InfraContract
import InfraKit
import Synchronization
import TestSupport
import Testing

@testable import InfraCLI

@Suite("infra secrets rotate and list")
struct SecretsRotateTests {
  private func environments(
    signsFor: Duration? = .seconds(900),
    rotates: Bool = true
  ) -> [InfraKit.Environment] {
    let current = Secret("JWT_SECRET", .generated(bytes: 32), signsFor: signsFor)
    let second = Secret("JWT_SECRET_PREVIOUS", .generated(bytes: 32))
    let mail = Secret("MAIL_KEY", .provided("the mail provider"))
    var api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"), port: 8080)
    api.variables["JWT_SECRET"] = current.value.value
    if rotates { api.variables["JWT_SECRET_PREVIOUS"] = second.value.value }
    api.variables["MAIL_KEY"] = mail.value.value
    let application = Application("shop", services: [api], databases: [Postgres("main")])
    return [
      Environment("dev", application, on: Notebook()),
      Environment("prod", application, on: Notebook()),
    ]
  }

  private func scene(_ text: String = "JWT_SECRET=old-value-of-some-length\nX=1\n") throws -> Scene
  {
    let scene = try Scene()
    try scene.write(text, to: ".env")
    return scene
  }

  private func rotate(
    _ scene: Scene,
    _ arguments: String...,
    environments: [InfraKit.Environment]? = nil
  ) -> Int32 {
    scene.run(
      ["secrets", "rotate", "dev", "JWT_SECRET"] + arguments,
      environments: environments ?? self.environments()
    )
  }

  private func values(_ scene: Scene) -> [String: String] {
    var values: [String: String] = [:]
    for line in (scene.read(".env") ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      values[parts[0]] = parts[1]
    }
    return values
  }

  @Test("does the four steps in order, each once, and waits for what the old value signed")
  func steps() throws {
    let scene = try scene()
    #expect(rotate(scene) == 0)
    #expect(scene.out.contains("1. Add the next value as JWT_SECRET_PREVIOUS"))
    #expect(scene.out.contains("Next, step 1:\n  swift run infra secrets rotate dev JWT_SECRET"))
    #expect(scene.out.split(separator: "\n").allSatisfy { $0.count <= 80 })

    #expect(rotate(scene, "--apply", "--dry-run") == 0)
    #expect(values(scene).count == 2)
    #expect(rotate(scene, "--apply") == 0)
    let next = try #require(values(scene)["JWT_SECRET_PREVIOUS"])
    #expect(next.count == 64)
    #expect(rotate(scene, "--step", "1", "--apply") == 1)
    #expect(scene.err.contains("step 1 of JWT_SECRET is done already"))
    #expect(rotate(scene, "--step", "3", "--apply") == 1)
    #expect(
      scene.err.contains(
        "step 3 of JWT_SECRET must wait for step 2: an instance that does not know the next value"
      )
    )
    #expect(rotate(scene, "--apply") == 0)
    #expect(rotate(scene, "--apply") == 0)
    #expect(
      values(scene)
        == ["JWT_SECRET": next, "JWT_SECRET_PREVIOUS": "old-value-of-some-length", "X": "1"]
    )
    #expect(rotate(scene, "--step", "4", "--apply") == 1)
    #expect(scene.err.contains("must stay until 2027-01-15 08:15 UTC"))
    scene.seconds.withLock { $0 += 899 }
    #expect(rotate(scene, "--apply") == 1)
    scene.seconds.withLock { $0 += 1 }
    #expect(rotate(scene, "--apply") == 0)
    #expect(scene.out.contains("The rotation of JWT_SECRET is over.") == true)
    #expect(values(scene) == ["JWT_SECRET": next, "X": "1"])
    #expect(scene.files.contains { $0.contains("rotations") } == false)
    // And from the beginning.
    #expect(rotate(scene, "--apply") == 0)
    #expect(values(scene)["JWT_SECRET_PREVIOUS"] != next)
  }

  @Test("goes back one step at a time, and not past what has signed")
  func back() throws {
    let scene = try scene()
    for _ in 1...3 { #expect(rotate(scene, "--apply") == 0) }
    let next = values(scene)["JWT_SECRET"]
    #expect(rotate(scene, "--back") == 0)
    #expect(scene.out.contains("to go back from step 3: exchange them once more"))
    #expect(rotate(scene, "--back", "--apply") == 0)
    #expect(values(scene)["JWT_SECRET"] == "old-value-of-some-length")
    #expect(values(scene)["JWT_SECRET_PREVIOUS"] == next)
    #expect(rotate(scene, "--back", "--apply") == 1)
    #expect(scene.err.contains("the next value of JWT_SECRET must stay until"))
    scene.seconds.withLock { $0 += 900 }
    #expect(rotate(scene, "--back", "--apply") == 0)
    #expect(values(scene)["JWT_SECRET_PREVIOUS"] == nil)
    #expect(rotate(scene, "--back", "--apply") == 1)
    #expect(scene.err.contains("no rotation of JWT_SECRET is on its way in dev"))
  }

  @Test("a run that was killed between the file and its mark is found out")
  func killed() throws {
    let scene = try scene()
    #expect(rotate(scene, "--apply") == 0)
    #expect(rotate(scene, "--apply") == 0)
    let state = try #require(scene.read(".infra/rotations/dev/JWT_SECRET"))
    #expect(rotate(scene, "--apply") == 0)
    let exchanged = scene.read(".env")
    try scene.write(state, to: ".infra/rotations/dev/JWT_SECRET")
    #expect(rotate(scene, "--apply") == 0)
    #expect(scene.read(".env") == exchanged)
  }

  @Test("refuses a second value of unknown origin, and takes one that init has just made")
  func found() throws {
    let scene = try scene("JWT_SECRET=old-value-of-some-length\nJWT_SECRET_PREVIOUS=older\n")
    #expect(rotate(scene, "--apply") == 1)
    #expect(scene.err.contains("JWT_SECRET_PREVIOUS has a value in .env already"))

    let made = try Scene()
    let input = Questions.scripted(input: "MAIL_KEY=k\n")
    let all = environments()
    #expect(made.run("secrets", "init", environments: all, answering: input) == 0)
    let before = values(made)
    #expect(rotate(made, "--apply") == 0, "\(made.err)")
    #expect(values(made) == before)
  }

  @Test("says what the description lacks, and what to do where no program takes two values")
  func noOverlap() throws {
    let scene = try scene()
    let all = environments(rotates: false)
    #expect(rotate(scene, "--apply", environments: all) == 1)
    #expect(
      scene.err.contains(
        "JWT_SECRET cannot rotate with an overlap: no program that reads it knows "
          + "JWT_SECRET_PREVIOUS"
      )
    )
    #expect(rotate(scene, environments: all) == 0)
    #expect(scene.out.contains("people log in again"))
    #expect(scene.run("secrets", "rotate", "dev", "MAIL_KEY", environments: all) == 0)
    #expect(scene.out.contains("Make a second one beside the first"))
    #expect(scene.run("secrets", "rotate", "dev", "MAIN_PASSWORD", environments: all) == 0)
    #expect(scene.out.contains("\\password"))
    #expect(scene.run("secrets", "rotate", "dev", "JWT_SECRE", environments: all) == 64)
    #expect(scene.err.contains("did you mean 'JWT_SECRET'?"))
    let second = ["secrets", "rotate", "dev", "JWT_SECRET_PREVIOUS"]
    #expect(scene.run(second, environments: environments()) == 64)
    #expect(scene.err.contains("JWT_SECRET_PREVIOUS is the second value of JWT_SECRET"))
  }

  @Test("without a lifetime in the description nothing is dropped")
  func lifetime() throws {
    let scene = try scene()
    let all = environments(signsFor: nil)
    for _ in 1...3 { #expect(rotate(scene, "--apply", environments: all) == 0) }
    #expect(rotate(scene, "--apply", environments: all) == 1)
    #expect(scene.err.contains("nothing says how long what JWT_SECRET signs is valid"))
  }

  @Test("by hand it is the same order; infra changes nothing at a platform")
  func byHand() throws {
    let scene = try Scene()
    let all = environments()
    func prod(_ arguments: String...) -> Int32 {
      scene.run(["secrets", "rotate", "prod", "JWT_SECRET"] + arguments, environments: all)
    }
    #expect(prod("--step", "3", "--done") == 1)
    #expect(prod("--done") == 0)
    #expect(scene.out.hasPrefix("step 1 of JWT_SECRET in prod: done by hand, as you say\n"))
    #expect(prod("--step", "1", "--done") == 1)
    #expect(prod("--apply", "--done") == 64)
  }

  @Test("by hand to the end, what is over is noted in a file to be committed, without a value")
  func noted() throws {
    let scene = try Scene()
    let all = environments()
    func prod(_ arguments: String...) -> Int32 {
      scene.run(["secrets", "rotate", "prod", "JWT_SECRET"] + arguments, environments: all)
    }
    #expect(prod("--step", "1", "--apply") == 1)
    #expect(scene.err.contains("has no interface that infra calls"), "\(scene.err)")
    for step in ["1", "2", "3"] { #expect(prod("--step", step, "--done") == 0) }
    #expect(scene.read("generated/prod/rotations.txt") == nil)
    scene.seconds.withLock { $0 += 900 }
    #expect(prod("--step", "4", "--done") == 0)
    #expect(scene.out.contains("noted in generated/prod/rotations.txt, without a value"))
    let lines = (scene.read("generated/prod/rotations.txt") ?? "").split(separator: "\n")
    #expect(lines.count == 2 && lines[1].contains(" JWT_SECRET # 2027-01-15 "), "\(lines)")
  }

  @Test("a broken .env ends every command without a value of it on the screen")
  func broken() throws {
    let scene = try scene(
      "JWT_SECRET=value-nobody-may-see-1\nMAIL_KEY='value-nobody-may-see-2\n"
        + "value-nobody-may-see-3 here\n"
    )
    for arguments in [
      ["rotate", "dev", "JWT_SECRET", "--apply"], ["init", "dev"], ["check"], ["list", "dev"],
    ] {
      _ = scene.run(["secrets"] + arguments, environments: environments())
      #expect(!(scene.out + scene.err).contains("nobody-may-see"), "\(arguments)")
    }
  }

  @Test("a next value comes from standard input, and is on no screen")
  func standardInput() throws {
    let scene = try scene()
    let input = Questions.scripted(input: "typed-by-somebody-else-1\n")
    #expect(
      scene.run(
        "secrets",
        "rotate",
        "dev",
        "JWT_SECRET",
        "--apply",
        "--stdin",
        environments: environments(),
        answering: input
      ) == 0
    )
    #expect(values(scene)["JWT_SECRET_PREVIOUS"] == "typed-by-somebody-else-1")
    #expect(!(scene.out + scene.err).contains("typed-by"))
  }

  @Test("list names origins, readers, keepers and the way to rotate, and no value")
  func list() throws {
    let scene = try scene()
    #expect(scene.run("secrets", "list", "dev", environments: environments()) == 0)
    #expect(
      scene.out.hasPrefix("dev  InfraCLITests/SecretsRotateTests.swift:"),
      "\(scene.out)"
    )
    for line in [
      "  origin    generated, 32 bytes\n",
      "  read by   service 'api' as JWT_SECRET\n",
      "  kept in   .env\n",
      "  rotation  with an overlap, through JWT_SECRET_PREVIOUS\n",
      "  rotation  the second value of JWT_SECRET\n",
      "  origin    provided by a person: the mail provider\n",
      "MAIN_PASSWORD\n",
    ] { #expect(scene.out.contains(line), "\(line)") }
    #expect(!scene.out.contains("old-value"))
    #expect(
      scene.run("secrets", "list", "dev", "--format", "json", environments: environments()) == 0
    )
    let json = try JSONSerialization.jsonObject(with: Data(scene.out.utf8)) as? [String: Any]
    let secrets = try #require(json?["secrets"] as? [[String: Any]])
    #expect(secrets.count == 4)
    #expect(secrets[0]["signsForSeconds"] as? Int == 900)
    #expect(scene.run("secrets", "list", "staging", environments: environments()) == 64)
  }
}
