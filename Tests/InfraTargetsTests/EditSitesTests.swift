import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("What an author's edits change, target by target")
struct EditSitesTests {
  private let api = Service(
    "api",
    source: .dockerfile("api/Dockerfile"),
    port: 8080,
    variables: ["MODE": "fast"],
    line: 3
  )
  private let web = StaticSite("web", directory: "web", line: 4)

  @Test("the line of an edit is told, and the target without it maps as if nobody had edited")
  func edits() {
    let (api, web) = (api, web)
    let targets: [any Target] = [
      .render(region: .frankfurt) { $0.edit(api, line: 7) { $0.envVars = [] } },
      .railway { $0.edit(api, line: 7) { $0.variables["MODE"] = nil } },
      .compose { $0.edit(api, line: 7) { $0.environment = nil } },
    ]
    for target in targets {
      let part = part(of: target, Application("shop", services: [api]))
      let title = "\(target.platform.title)"
      #expect(target.editSites(part, of: api.id).map(\.line) == [7], "\(title)")
      #expect(target.deliveries(part, to: api.id).allSatisfy { $0.variable != "MODE" }, "\(title)")
      let plain = target.unedited
      #expect(plain.editSites(part, of: api.id) == [], "\(title)")
      #expect(
        plain.deliveries(part, to: api.id).contains(Delivery("MODE", .literal("fast"))),
        "\(title)"
      )
    }
    let vercel: any Target = .vercel { $0.edit(web, line: 7) { $0.cleanUrls = true } }
    let part = part(of: vercel, Application("shop", sites: [web]))
    #expect(vercel.editSites(part, of: web.id).map(\.line) == [7])
    #expect(vercel.unedited.editSites(part, of: web.id) == [])
  }

  private func part(of target: any Target, _ application: Application) -> HostedPart {
    let environment = Environment("prod", application, on: target)
    return HostedPart(Plan(environment, environment.deployments[0]), target: 0)
  }
}
