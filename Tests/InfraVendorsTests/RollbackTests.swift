import Foundation
import InfraSerialization
import TestSupport
import Testing

@testable import InfraVendors

@Suite("infra rollback", .needsPython(), .needsProgram("curl"), .needsProgram("git"))
struct RollbackTests {
  static let main = [
    "shop-api-prod no not_suspended old", "shop-worker-prod no not_suspended old",
    "other-api yes not_suspended new", "api new value-of-today", "worker new value-of-today",
    "web new value-of-today", "web old",
  ]

  static let mainCalls = [
    "PATCH /render/v1/services/srv-api", "PATCH /render/v1/services/srv-worker",
    "POST /render/v1/services/srv-worker/suspend",
    "POST /vercel/v1/projects/prj_web/rollback/dpl_1",
    "POST /render/v1/services/srv-api/rollback", "POST /render/v1/services/srv-worker/resume",
    "POST /render/v1/services/srv-worker/rollback",
  ]

  @Test("on Render and Vercel: pushes off, workers stopped, the site, the service, the workers")
  func apply() async throws {
    let shop = try await RollbackShop()
    let run = try await shop.run("prod", "--apply")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try await shop.hosted() == Self.main)
    #expect(try await shop.server.effects() == Self.mainCalls)
    #expect(run.output.contains("prod runs v1.0.0 again."))
    let again = try await shop.run("prod", "--apply")
    #expect(again.output.hasPrefix("1/2  Render: stop deploys by push of shop-api-prod\n"))
    #expect(try await shop.server.effects().count == Self.mainCalls.count)
  }

  @Test("on Railway: the worker stops, images come back, and so do variables that did not change")
  func railway() async throws {
    let shop = try await RollbackShop()
    let run = try await shop.run("prod", "--deployment", "railway", "--apply")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(
      try await shop.server.effects() == [
        "POST /railway/ deploymentStop", "POST /railway/ deploymentRollback",
        "POST /railway/ deploymentRollback", "POST /railway/ deploymentRollback",
      ]
    )
    let hosted = try await shop.hosted()
    #expect(
      hosted[3...5] == [
        "api old value-of-today", "worker old value-of-today", "web old value-of-today",
      ]
    )
  }

  @Test("a variable that Railway brings back stops the run by name, until it is set again")
  func oldVariables() async throws {
    let shop = try await RollbackShop()
    var text = World.state(old: shop.old, new: shop.new).line
    let former =
      "\"variables\":{\"KEY\":\"value-of-today\",\"SEALED\":\"never-shown\",\"RAILWAY_X\":\"0\"}"
    let range = try #require(text.range(of: former))
    text.replaceSubrange(
      range,
      with: "\"variables\":{\"KEY\":\"rotated-away\",\"RAILWAY_X\":\"0\"}"
    )
    try await shop.server.reset(try #require(JSONText.value(of: Array(text.utf8))))
    let run = try await shop.run("prod", "--deployment", "railway", "--apply")
    #expect(run.status == 1)
    #expect(run.errors.contains("failed: Railway brought back other values of KEY\n"))
    #expect(!(run.output + run.errors).contains("rotated-away"))
    #expect(!shop.journal("railway").contains("value-of-today"))
    let access = try shop.server.access()
    let client = try #require(try access.railway())
    let scope = try client.scope()
    _ = try client.setVariables(
      [("KEY", SecretText("value-of-today"))],
      of: "service-api",
      in: scope,
      deploying: true
    ).make(through: access.transport)
    let resumed = try await shop.run("prod", "--deployment", "railway", "--resume")
    // web comes first, and had the same variables all along.
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.errors)")
  }

  @Test("what is not kept is built again, and a failed deploy stops everything after it")
  func rebuild() async throws {
    let shop = try await RollbackShop()
    let run = try await shop.run("prod", "--rebuild", "--apply")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(try await shop.hosted() == Self.main)
    let effects = try await shop.server.effects()
    #expect(effects.contains("POST /render/v1/services/srv-api/deploys"))
    #expect(effects.contains("POST /vercel/v13/deployments"))
    #expect(run.output.contains("     build_in_progress\n     update_in_progress\n     done\n"))

    var text = World.state(old: shop.old, new: shop.new).line
    let range = try #require(text.range(of: "\"id\":\"srv-api\","))
    text.replaceSubrange(range, with: "\"id\":\"srv-api\",\"nextFails\":true,")
    try await shop.reset()
    try await shop.server.reset(try #require(JSONText.value(of: Array(text.utf8))))
    let failed = try await shop.run("prod", "--apply")
    #expect(failed.status == 1)
    #expect(failed.errors.contains("ended as 'update_failed'"))
    #expect(try await shop.server.effects().last == "POST /render/v1/services/srv-api/rollback")
    #expect(failed.output.hasSuffix("swift run infra rollback prod --resume\n"))
  }

  @Test("a refusal changes nothing and is told: a build that is gone, a plan that is too small")
  func refused() async throws {
    let shop = try await RollbackShop()
    try await shop.reset(retention: 0)
    let gone = try await shop.run("prod", "--apply")
    #expect(gone.status == 1)
    #expect(gone.errors.contains("with 404 ('no build is kept for this deploy')"))
    #expect(try await shop.hosted().first == "shop-api-prod no not_suspended new")
  }

  @Test("--dry-run looks and calls nothing that changes anything; it shows no token")
  func dryRun() async throws {
    let shop = try await RollbackShop()
    let run = try await shop.run("prod", "--dry-run")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "   Render: POST /services/srv-api/rollback {\"deployId\":\"dep-srv-api-1\"}\n"
      )
    )
    #expect(try await shop.server.log().allSatisfy { $0["changes"]?.flag == false })
    for token in World.tokens.values { #expect(!(run.output + run.errors).contains(token)) }
  }

  @Test("the plan names exact deploys with tokens, and finds them by commands without")
  func plan() async throws {
    let shop = try await RollbackShop()
    let asked = try await shop.run("prod")
    #expect(asked.output.contains("'{\"deployId\":\"dep-srv-api-1\"}'"))
    #expect(asked.output.contains("vercel rollback dpl_1.vercel.app --yes"))
    #expect(asked.output.contains("every plan keeps it"))
    let blind = try await shop.run("prod", tokens: [:])
    #expect(blind.status == 0)
    #expect(blind.output.contains("build=$(render_build \"$(render_id shop-api-prod)\""))
    #expect(blind.output.contains(shop.old))
    for run in [asked, blind] {
      // Prose is wrapped; a command may not be.
      let long = run.output.split(separator: "\n").filter { $0.count > 100 }
      #expect(long.isEmpty, "\(long)")
    }
    let json = try await shop.run("prod", "--format", "json", tokens: [:])
    let record = try #require(JSONText.value(of: Array(json.outputData)))
    #expect(record["to"] == "v1.0.0" && record["from"] == "v1.1.0")
    #expect(record["unasked"] == ["Render", "Vercel"])
    #expect(record["steps"]?.items?.allSatisfy { $0["by"] == "person" } == true)
  }

  @Test("shell commands of the plan do what --apply does", .needsProgram("jq"))
  func commands() async throws {
    let shop = try await RollbackShop()
    let json = try await shop.run("prod", "--format", "json", tokens: [:])
    let record = try #require(JSONText.value(of: Array(json.outputData)))
    var script = "set -eu\n"
    for preparation in record["preparation"]?.items ?? [] where preparation["platform"] == "Render"
    {
      script +=
        (preparation["lines"]?.items ?? []).compactMap(\.text).joined(separator: "\n") + "\n"
    }
    script = script.replacing(
      "https://api.render.com/v1",
      with: "http://127.0.0.1:\(shop.server.port)/render/v1"
    )
    for step in record["steps"]?.items ?? [] where step["id"]?.text?.hasPrefix("render/") == true {
      let commands = (step["commands"]?.items ?? []).compactMap(\.text)
      // The last two are for a build that is gone.
      script += commands.prefix { !$0.hasPrefix("# or") }.joined(separator: "\n") + "\n"
    }
    let run = try await ChildProcess(
      "bash",
      ["-c", script],
      environment: ["RENDER_API_KEY": "rnd_token-of-render"]
    ).run()
    #expect(run.status == 0, "\(script)\n\(run.errors)")
    let effects = try await shop.server.effects()
    #expect(effects == Self.mainCalls.filter { $0.contains("/render/") })
  }

  @Test("a service that is back is asked whether it is well; one that is not stops the run")
  func health() async throws {
    let shop = try await RollbackShop()
    func state(ill: Int) throws -> AnyValue {
      let text = World.state(old: shop.old, new: shop.new).line
      return try #require(JSONText.value(of: Array("{\"ill\":\(ill),\(text.dropFirst())".utf8)))
    }
    try await shop.server.reset(try state(ill: 3))
    let run = try await shop.run("prod", "--apply")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("see that shop-api-prod answers at https://api.shop.example/ready"))
    #expect(run.output.contains("     it answers with 503\n     done\n"), "\(run.output)")
    #expect(try await shop.server.control()["state"]?["asked"] == 4)

    try await shop.reset()
    try await shop.server.reset(try state(ill: 1000))
    let ill = try await shop.run("prod", "--apply")
    #expect(ill.status == 1)
    #expect(
      ill.errors.contains(
        "the check after 'see that shop-api-prod answers at https://api.shop.example/ready' failed: "
          + "it answers with 503"
      ),
      "\(ill.errors)"
    )
    // The worker of the old version stays where it was until somebody has looked.
    #expect(try await shop.server.effects() == Array(Self.mainCalls.prefix(5)))
    let resumed = try await shop.run("prod", "--resume", "--without-health")
    #expect(resumed.status == 0, "\(resumed.output)\(resumed.errors)")
    #expect(try await shop.hosted() == Self.main)
  }

  @Test("--rehearse is 'infra release rehearse' under another name")
  func rehearse() async throws {
    let shop = try await RollbackShop(tags: ["v1.0.0"])
    let alias = try await shop.run("dev", "--rehearse")
    let own = try await ChildProcess(
      RollbackShop.program,
      ["release", "rehearse", "dev"],
      in: shop.folder,
      environment: shop.variables()
    ).run()
    #expect(own.errors.contains("a rehearsal needs two releases, and there is one"))
    #expect(alias.errors == own.errors && alias.status == own.status && alias.status == 1)
    let named = try await shop.run("dev", "--rehearse", "--to", "v0.9.0")
    #expect(named.status != 0 && named.errors.contains("v0.9.0"), "\(named.errors)")
    let mixed = try await shop.run("prod", "--rehearse", "--apply")
    #expect(mixed.status == 64)
    #expect(mixed.errors.contains("--rehearse touches no platform"))
  }

  @Test("wrong usage is told with a way out")
  func usage() async throws {
    let shop = try await RollbackShop(tags: ["v1.0.0"])
    let only = try await shop.run("prod")
    #expect(only.status == 64)
    #expect(only.errors.contains("error: there is no release before v1.0.0\n"))
    let unknown = try await shop.run("prod", "--to", "v1.0.1")
    #expect(unknown.errors.contains("error: git has no tag 'v1.0.1' that names a version\n"))
    let blind = try await shop.run("prod", "--to", "v1.0.0", "--apply", tokens: [:])
    #expect(blind.status == 64)
    #expect(blind.errors.contains("error: RENDER_API_KEY is not set, and --apply calls Render\n"))
    let local = try await shop.run("dev", "--to", "v1.0.0", "--apply")
    #expect(local.errors.contains("no step of this rollback is one that infra makes by itself"))
    let nothing = try await shop.run("prod", "--resume")
    #expect(nothing.status == 1)
    #expect(nothing.errors.contains("error: there is nothing to resume"))
  }
}
