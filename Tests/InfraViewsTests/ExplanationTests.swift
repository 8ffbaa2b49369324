import InfraContract
import InfraKit
import InfraTargets
import InfraViews
import Testing

@Suite("Where variables come from")
struct ExplanationTests {
  @Test("each origin is told, with the line that set it")
  func origins() throws {
    let shop = Shop()
    let api = shop.application.services[0]
    let explanation = try explain(api, on: .render(region: .frankfurt))
    let origins = Dictionary(
      uniqueKeysWithValues: explanation.variables.map { ($0.name, $0.origin) }
    )
    #expect(origins["GREETING"] == .literal)
    #expect(origins["WEB_ORIGIN"] == .reference)
    #expect(origins["DATABASE_URL"] == .reference)
    #expect(origins["SESSION_KEY"] == .secret)
    #expect(origins["LOG_LEVEL"] == .contractDefault)
    #expect(origins["OLD_KEY"] == .unset)
    #expect(origins["PORT"] == .platform)

    let greeting = try #require(explanation.variables.first { $0.name == "GREETING" })
    #expect(greeting.site?.file.description == "InfraViewsTests/Fixture.swift")
    #expect(greeting.place == .own)
    let url = try #require(explanation.variables.first { $0.name == "DATABASE_URL" })
    #expect(url.site == shop.settings.site)
    #expect(url.place == .contract)
    #expect(url.purpose == "The database.")
    #expect(url.presence == "required")
    #expect(url.value == "data.url")
    let key = try #require(explanation.variables.first { $0.name == "SESSION_KEY" })
    #expect(key.value == "secret SESSION_KEY")
    #expect(key.remark == "secret SESSION_KEY: generated, 32 bytes, declared at \(shop.key.site)")
    let level = try #require(explanation.variables.first { $0.name == "LOG_LEVEL" })
    #expect(level.remark == "the program takes 'info'")
  }

  @Test("a variable of a literal has the line of its declaration, of a shared set that of the set")
  func declarations() throws {
    let common = SharedVariables("common", ["ZONE": "eu"])
    let api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0"),
      variables: ["MODE": "fast"],
      shared: [common]
    )
    let explanation = try explain(api, on: .render(region: .frankfurt))
    let mode = try #require(explanation.variables.first { $0.name == "MODE" })
    #expect(mode.site == api.site)
    #expect(mode.place == .declaration)
    let zone = try #require(explanation.variables.first { $0.name == "ZONE" })
    #expect(zone.shared == "common")
    #expect(zone.site == common.site)
  }

  @Test("Render: references, generated secrets, texts and what the Dashboard asks for")
  func render() throws {
    let shop = Shop()
    let api = try explain(shop.application.services[0], on: .render(region: .frankfurt))
    #expect(
      api["DATABASE_URL"] == "reference: fromDatabase: shop-data-prod, property connectionString"
    )
    #expect(api["SESSION_KEY"] == "generated: generateValue: true")
    #expect(api["GREETING"] == "literal: hello")
    #expect(api["WEB_ORIGIN"] == "literal: https://shop.example")
    #expect(api["LOG_LEVEL"] == "absent: ")
    #expect(api["PORT"] == "literal: 8080")
    let worker = try explain(shop.application.services[1], on: .render(region: .frankfurt))
    #expect(
      worker["MAIL_KEY"] == "setup step: sync: false; the Dashboard asks for it: the mail provider"
    )
    #expect(worker["REDIS"]?.hasPrefix("setup step: `redis://") == true)
    #expect(
      try explain(shop.digest, on: .render(region: .frankfurt))["DATABASE_URL"]?.hasPrefix(
        "reference"
      ) == true
    )
  }

  @Test("Render: what a group holds reaches each service that reads it")
  func group() throws {
    let common = SharedVariables("common", ["ZONE": "eu", "KEY": Shop().mailKey.value.value])
    let api = Service("api", source: .image("ghcr.io/acme/api:1.0.0"), shared: [common])
    let explanation = try explain(api, on: .render(region: .frankfurt))
    #expect(explanation["ZONE"] == "literal: eu")
    #expect(explanation["KEY"]?.hasPrefix("setup step: sync: false") == true)
  }

  @Test("Railway: its references, and preserve for secrets")
  func railway() throws {
    let shop = Shop()
    let api = try explain(shop.application.services[0], on: .railway)
    #expect(api["DATABASE_URL"] == "reference: database.data, DATABASE_URL")
    #expect(api["SESSION_KEY"]?.hasPrefix("kept: preserve") == true)
    #expect(api["PORT"] == "literal: 8080")
    let web = try explain(shop.web, on: .railway)
    #expect(web["API_ORIGIN"] == "literal: https://api.shop.example")
  }

  @Test("Compose: interpolation from .env, and arguments of a site's build")
  func compose() throws {
    let shop = Shop()
    let api = try explain(shop.application.services[0], on: .compose)
    #expect(api["SESSION_KEY"]?.hasPrefix("reference: ${SESSION_KEY:?") == true)
    #expect(api["GREETING"] == "literal: hello")
    let web = try explain(shop.web, on: .compose)
    #expect(
      web["API_ORIGIN"] == "reference: build argument http://localhost:${API_PORT:-8080}"
    )
  }

  @Test("Vercel: a command of the setup sheet for each, with a secret's name in its place")
  func vercel() throws {
    let web = try explain(Shop().web, on: .vercel(hosting: Shop().web), .render(region: .frankfurt))
    #expect(
      web["API_ORIGIN"]
        == "setup step: vercel env add API_ORIGIN, with 'https://api.shop.example'"
    )
  }

  @Test("what an author's edit does to a manifest is what the target gets")
  func edits() throws {
    let shop = Shop()
    let target = Render.render(region: .frankfurt) { edits in
      edits.edit(shop.api) { service in
        service.envVars.append(.value("ADDED", "by hand"))
        service.envVars.removeAll { $0.key == "GREETING" }
      }
    }
    let api = try explain(shop.application.services[0], on: target)
    #expect(api["ADDED"] == "literal: by hand")
    #expect(api.variables.last { $0.name == "ADDED" }?.origin == .target)
    #expect(api["GREETING"] == "absent: ")
  }

  @Test("a credential in a text is withheld")
  func credentials() throws {
    let api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0"),
      variables: ["URL": "postgres://ada:correct-horse@db.example/shop"]
    )
    for target in [
      Render.render(region: .frankfurt) as any Target, Railway.railway, Compose.compose,
    ] {
      let variable = try explain(api, on: target).variables.first { $0.name == "URL" }
      let texts = [variable?.value ?? ""] + (variable?.deliveries.map(\.text) ?? [])
      #expect(!texts.joined().contains("correct-horse"), "\(target.platform.title)")
    }
  }

  private func explain(
    _ resource: any Configured,
    on targets: any Target...
  ) throws -> Explanation {
    var application = Shop().application
    if let service = resource as? Service, service.name == "api" {
      application.services[0] = service
    }
    let deployment: Environment =
      targets.count == 1
      ? Environment("prod", application, on: targets[0])
      : Environment("prod", application, on: targets[0], targets[1])
    return Explanation(
      resource,
      in: deployment,
      deployments: deployment.deployments.map { Plan(deployment, $0) }
    )
  }
}

extension Explanation {
  /// What the first target makes of a variable: the form and the text.
  fileprivate subscript(name: String) -> String? {
    variables.first { $0.name == name }?.deliveries.first.map { "\($0.form): \($0.text)" }
  }
}
