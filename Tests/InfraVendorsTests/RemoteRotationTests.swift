import Foundation
import InfraSerialization
import TestSupport
import Testing

@testable import InfraVendors

/// `infra secrets rotate … --apply` against servers that behave as the platforms do.
@Suite(
  "infra secrets rotate --apply at platforms",
  .needsPython(),
  .needsProgram("curl"),
  .serialized
)
struct RemoteRotationTests {
  @Test("on Render: a value that Render makes, two readers, four steps in their order")
  func render() async throws {
    let shop = try VaultShop()
    let early = try await shop.rotate("vault", "render", 3)
    #expect(early.status == 1)
    #expect(early.errors.contains("step 3 of SESSION_KEY must wait for step 1"))
    let dry = try await shop.rotate("vault", "render", 1, "--dry-run")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(
      dry.output.contains(
        "Render: PUT /services/srv-keeper/env-vars/SESSION_KEY_PREVIOUS {\"value\":\"[redacted]\"}\n"
      ),
      "\(dry.output)"
    )
    #expect(try await shop.server.effects() == [])

    let added = try await shop.rotate("vault", "render", 1)
    #expect(added.status == 0, "\(added.output)\(added.errors)")
    let first = try await shop.held("render", "vault-keeper-vault")
    let next = try #require(first["SESSION_KEY_PREVIOUS"])
    #expect(next.count == 64)
    #expect(first["SESSION_KEY"] == "the-key-that-signs")
    #expect(
      try await shop.server.effects() == [
        "PUT /render/v1/services/srv-keeper/env-vars/SESSION_KEY_PREVIOUS",
        "POST /render/v1/services/srv-keeper/deploys",
        "POST /render/v1/services/srv-guardian/deploys",
      ]
    )
    #expect(added.output.contains("--step 2 --deployment render --apply"), "\(added.output)")
    #expect(try await shop.rotate("vault", "render", 1).status == 1)
    #expect(try await shop.rotate("vault", "render", 2).status == 0)
    let switched = try await shop.rotate("vault", "render", 3)
    #expect(switched.status == 0, "\(switched.output)\(switched.errors)")
    #expect(
      try await shop.held("render", "vault-keeper-vault") == [
        "SESSION_KEY": next, "SESSION_KEY_PREVIOUS": "the-key-that-signs",
        "MAIL_KEY": "the-key-of-mail",
      ]
    )
    try await Task.sleep(for: .seconds(2))
    let dropped = try await shop.rotate("vault", "render", 4)
    #expect(dropped.status == 0, "\(dropped.output)\(dropped.errors)")
    #expect(
      try await shop.held("render", "vault-keeper-vault")
        == ["SESSION_KEY": next, "MAIL_KEY": "the-key-of-mail"]
    )
    #expect(dropped.output.contains("The rotation of SESSION_KEY is over."))
    // What is said and kept holds no value and no token.
    let words = shop.said + (try shop.kept())
    for value in [next, "the-key-that-signs"] + World.tokens.values {
      #expect(!words.contains(value))
    }
  }

  @Test(
    "killed between any two calls of a step and given again, it ends as if it had not been",
    arguments: ["render", "railway"]
  )
  func killed(deployment: String) async throws {
    let shop = try VaultShop()
    let name = deployment == "render" ? "vault-keeper-vault" : "keeper"
    // Step 1 with a new value each time, step 3 with the same two.
    for step in [1, 3] {
      try await shop.reset()
      for former in step == 3 ? [1, 2] : [] {
        let run = try await shop.rotate("vault", deployment, former)
        try #require(run.status == 0, "\(run.output)\(run.errors)")
      }
      let start = try await shop.snapshot()
      var point = 1
      while true {
        try await shop.restore(start)
        let before = try await shop.held(deployment, name)
        let run = try await shop.rotate("vault", deployment, step, dyingAt: point)
        if run.status == 0 { break }
        try #require(run.status == 128 + SIGKILL, "step \(step), point \(point): \(run.errors)")
        let again = try await shop.rotate("vault", deployment, step)
        let place = "step \(step), point \(point): \(again.output)\(again.errors)"
        #expect(again.status == 0, "\(place)")
        let now = try await shop.held(deployment, name)
        #expect(now.count == 3, "\(place)\(now.keys)")
        if step == 3 {
          #expect(now["SESSION_KEY"] == before["SESSION_KEY_PREVIOUS"], "\(place)")
          #expect(now["SESSION_KEY_PREVIOUS"] == before["SESSION_KEY"], "\(place)")
        } else {
          #expect(now["SESSION_KEY"] == "the-key-that-signs", "\(place)")
          #expect(now["SESSION_KEY_PREVIOUS"]?.count == 64, "\(place)")
        }
        point += 1
      }
      #expect(point > 8, "\(step)")
    }
  }

  @Test("on Railway: both readers get one value; 429 is waited for, a lost answer is looked up")
  func railway() async throws {
    let shop = try VaultShop()
    try await shop.server.fail([
      [
        "match": "variableCollectionUpsert", "kind": "refuse", "status": 429,
        "headers": ["Retry-After": "1"],
      ],
      ["match": "POST /railway/ variables", "kind": "refuse", "status": 503],
    ])
    let added = try await shop.rotate("vault", "railway", 1)
    #expect(added.status == 0, "\(added.output)\(added.errors)")
    let next = try #require(try await shop.held("railway", "keeper")["SESSION_KEY_PREVIOUS"])
    #expect(try await shop.held("railway", "guardian")["SESSION_KEY_PREVIOUS"] == next)
    #expect(try await shop.rotate("vault", "railway", 2).status == 0)

    try await shop.server.fail([["match": "variableCollectionUpsert", "kind": "fail-after"]])
    let lost = try await shop.rotate("vault", "railway", 3)
    #expect(lost.status == 1, "\(lost.output)")
    let again = try await shop.rotate("vault", "railway", 3)
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    for name in ["keeper", "guardian"] {
      let held = try await shop.held("railway", name)
      #expect(held["SESSION_KEY"] == next)
      #expect(held["SESSION_KEY_PREVIOUS"] == "the-key-that-signs")
    }
    let calls = try await shop.server.effects()
    #expect(calls.count { $0.contains("variableCollectionUpsert") } == 4)
    #expect(calls.count { $0.contains("deploymentRedeploy") } == 4)
    #expect(!shop.said.contains(next))
  }

  @Test("on Vercel, which shows no value, both are handed in, and a wrong one is refused")
  func vercel() async throws {
    let shop = try VaultShop()
    let blind = try await shop.rotate("cells", "", 1)
    #expect(blind.status == 1)
    #expect(blind.errors.contains("shows values to nobody, and step 3 needs this one once more"))
    let added = try await shop.rotate("cells", "", 1, "--stdin", input: "the-key-to-come\n")
    #expect(added.status == 0, "\(added.output)\(added.errors)")
    #expect(
      try await shop.server.effects() == [
        "POST /vercel/v10/projects/cells-keeper/env", "POST /vercel/v13/deployments",
      ]
    )
    #expect(try await shop.rotate("cells", "", 2).status == 0)
    let wrong = try await shop.rotate(
      "cells",
      "",
      3,
      "--stdin",
      input: "SESSION_KEY=the-key-that-signs\nSESSION_KEY_PREVIOUS=something-else\n"
    )
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("SESSION_KEY_PREVIOUS is not the value that step 1 added"))
    let values = "SESSION_KEY=the-key-that-signs\nSESSION_KEY_PREVIOUS=the-key-to-come\n"
    // The first of two calls is carried out, and the second is not.
    try await shop.server.fail([
      ["match": "POST /vercel/v10/projects", "kind": "refuse", "status": 500, "skip": 1]
    ])
    #expect(try await shop.rotate("cells", "", 3, "--stdin", input: values).status == 1)
    let switched = try await shop.rotate("cells", "", 3, "--stdin", input: values)
    #expect(switched.status == 0, "\(switched.output)\(switched.errors)")
    let held = try await shop.held("vercel", "cells-keeper")
    #expect(held["SESSION_KEY"] == "the-key-to-come")
    #expect(held["SESSION_KEY_PREVIOUS"] == "the-key-that-signs")
    try await Task.sleep(for: .seconds(2))
    let dropped = try await shop.rotate("cells", "", 4)
    #expect(dropped.status == 0, "\(dropped.output)\(dropped.errors)")
    #expect(try await shop.held("vercel", "cells-keeper")["SESSION_KEY_PREVIOUS"] == nil)
    #expect(!(shop.said + (try shop.kept())).contains("the-key-t"))
  }

  @Test("a crash with the values at hand shows none of them, whatever the run time tells of it")
  func crash() async throws {
    let shop = try VaultShop()
    let run = try await shop.run(
      ["rotate", "cells", "SESSION_KEY", "--step", "1", "--apply", "--stdin"],
      input: "a-value-that-nobody-may-see\n",
      dyingAt: 2,
      more: [
        "FIXTURE_CRASHES": "1",
        "SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,registers=all,limit=64",
      ]
    )
    #expect([SIGILL, SIGTRAP].contains(run.status - 128), "\(run.output)\(run.errors)")
    #expect(!(run.output + run.errors).contains("nobody-may-see"))
    #expect(run.errors.contains("a crash that a test has asked for"), "\(run.errors)")
    #expect(!(try shop.kept()).contains("nobody-may-see"))
  }

  @Test("refuses a second value of unknown origin, a changed signer, and a deploy that fails")
  func refused() async throws {
    let shop = try VaultShop()
    let ambiguous = try await shop.run(["rotate", "vault", "SESSION_KEY", "--step", "1", "--apply"])
    #expect(ambiguous.status == 64)
    #expect(ambiguous.errors.contains("--deployment render"))

    let signer = "\"SESSION_KEY\":\"the-key-that-signs\""
    let text = VaultShop.state().line.replacing(
      signer,
      with: "\(signer),\"SESSION_KEY_PREVIOUS\":\"a-stranger\""
    )
    #expect(text.contains("a-stranger"))
    try await shop.reset(try #require(JSONText.value(of: Array(text.utf8))))
    let stranger = try await shop.rotate("vault", "render", 1)
    #expect(stranger.status == 1)
    #expect(stranger.errors.contains("is there already, from no rotation that is known here"))
    #expect(try await shop.server.effects() == [])
    #expect(try await shop.rotate("vault", "render", 1, "--replace").status == 0)
    #expect(
      try await shop.held("render", "vault-keeper-vault")["SESSION_KEY_PREVIOUS"]?.count == 64
    )

    // A deploy that fails leaves the step undone, and the next one refused.
    let failing = VaultShop.state().line.replacing(
      "\"id\":\"srv-guardian\",",
      with: "\"id\":\"srv-guardian\",\"nextFails\":true,"
    )
    try await shop.reset(try #require(JSONText.value(of: Array(failing.utf8))))
    let failed = try await shop.rotate("vault", "render", 1)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("ended as 'update_failed'"), "\(failed.errors)")
    let next = try await shop.rotate("vault", "render", 2)
    #expect(next.errors.contains("must wait for step 1"))
  }
}
