import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("Previews, protection and isolation of an environment")
struct EnvironmentPolicyTests {
  private static let line: UInt = #line + 3

  private static func generation(_ target: any Target, _ previews: Previews?) -> Generation {
    let environment = Environment(
      "prod",
      Application("shop", services: [api], databases: [database]),
      previews: previews,
      isProtected: previews != nil,
      isIsolated: previews != nil,
      on: target
    )
    return Generation([environment])
  }

  private static let database = Postgres("database", size: Size(memory: .gigabytes(1)))
  private static let api = Service(
    "api",
    source: .dockerfile("Dockerfile"),
    port: 8080
  )
  private static let page = StaticSite(
    "page",
    directory: "page",
    build: "npm run build",
    output: "dist"
  )

  private static func ofVercel(_ previews: Previews?, isProtected: Bool = false) -> Generation {
    let environment = Environment(
      "prod",
      Application("shop", sites: [page]),
      previews: previews,
      isProtected: isProtected,
      on: .vercel,
      line: line
    )
    return Generation([environment])
  }

  /// What rules found, with its line where that is not the environment's.
  private static func findings(_ generation: Generation, _ codes: String...) -> [String] {
    generation.diagnostics.filter { codes.contains($0.rule.code) }
      .map { finding in
        let place = finding.site?.line == line ? "" : "line \(finding.site?.line ?? 0): "
        return "\(place)\(finding.rule.code): \(finding.severity): \(finding.message)"
      }
  }

  private static func text(_ generation: Generation, _ ending: String) -> String {
    generation.files.first { $0.path.hasSuffix(ending) }?.contents ?? ""
  }

  @Test("Render puts a protected and isolated environment into a project")
  func render() {
    let generation = Self.generation(
      .render(region: .frankfurt, line: Self.line),
      .onRequest(keptFor: 3)
    )
    let text = Self.text(generation, "render.yaml")
    #expect(
      text.contains(
        """
        previews:
          generation: manual
          expireAfterDays: 3

        projects:
          - name: shop
            environments:
              - name: prod
                databases:
                  - name: shop-database-prod
        """
      )
    )
    #expect(
      text.contains(
        """
                networking:
                  isolation: enabled
                permissions:
                  protection: enabled
        """
      )
    )
    #expect(!text.contains("\nservices:") && !text.contains("\ndatabases:"))
    #expect(
      Self.findings(generation, "render/workspace-plans") == [
        "render/workspace-plans: note: the Blueprint needs a Pro workspace or higher: it has preview "
          + "environments, environment 'prod' is isolated"
      ]
    )

    let plain = Self.text(Self.generation(.render(region: .frankfurt), nil), "render.yaml")
    #expect(plain.contains("\nservices:") && !plain.contains("projects:"))
    #expect(!plain.contains("previews:"))
    #expect(
      Self.text(Self.generation(.render(region: .frankfurt), .never), "render.yaml")
        .contains("generation: \"off\"")
    )
  }

  @Test("Railway has both in the settings of its project")
  func railway() {
    let generation = Self.generation(.railway, .onRequest)
    #expect(
      Self.findings(
        generation,
        "railway/previews-in-project",
        "railway/previews-of-all",
        "railway/protection-in-project"
      ) == [
        "railway/previews-in-project: note: 'prod' wants previews, which are switched on in the "
          + "project: that moves to the setup sheet",
        "railway/previews-of-all: warning: 'prod' wants previews on request, and Railway makes one "
          + "for every pull request or for none",
        "railway/protection-in-project: note: 'prod' is protected, which is switched on in the "
          + "project: that moves to the setup sheet",
      ]
    )
    let sheet = Self.text(generation, "SETUP.md")
    #expect(sheet.contains("**PR Environments**"))
    #expect(sheet.contains("**Restricted** for `prod`"))
    #expect(Self.findings(Self.generation(.railway, .always), "railway/previews-of-all") == [])
    #expect(!Self.text(Self.generation(.railway, nil), "SETUP.md").contains("PR Environments"))
  }

  @Test("Vercel has both in the settings of its project and its team")
  func vercel() {
    let codes = [
      "vercel/previews-in-project", "vercel/previews-of-every-push", "vercel/protection-by-roles",
    ]
    func found(_ generation: Generation) -> [String] {
      codes.flatMap { Self.findings(generation, $0) }
    }
    #expect(
      found(Self.ofVercel(.never, isProtected: true)) == [
        "vercel/previews-in-project: note: 'prod' wants no previews, which moves to the setup sheet",
        "vercel/protection-by-roles: note: 'prod' is protected, which is a matter of roles in the "
          + "team: that moves to the setup sheet",
      ]
    )
    let sheet = Self.text(Self.ofVercel(.never, isProtected: true), "SETUP.md")
    #expect(sheet.contains("**Build and Deployment → Ignored Build Step**: Only build production."))
    #expect(sheet.contains("only those who may change production have a role that can"))
    #expect(
      found(Self.ofVercel(.always(keptFor: 7))) == [
        "vercel/previews-of-every-push: warning: 'prod' wants previews that go after days without a "
          + "push, and Vercel builds one of every push, which no file limits"
      ]
    )
    #expect(found(Self.ofVercel(.always)) == [])
    #expect(found(Self.ofVercel(nil)) == [])
  }

  @Test("one machine has neither, and a network of its own")
  func compose() {
    let generation = Self.generation(.compose, .always)
    #expect(
      Self.findings(generation, "compose/one-machine") == [
        "compose/one-machine: note: 'prod' asks for previews and protection, which one machine does "
          + "not have"
      ]
    )
    #expect(Self.findings(Self.generation(.compose, nil), "compose/one-machine") == [])
  }

  @Test("previews are kept for a day at least, at the environment's line")
  func days() {
    let generation = Self.generation(.railway, .always(keptFor: 0))
    let found = generation.diagnostics.filter { $0.rule.code == "model/legal-previews" }
    #expect(
      found.map(\.message) == ["previews of 'prod' are kept for 0 days"]
    )
    #expect(found.first?.site?.line == Self.line)
    #expect(
      Self.findings(Self.generation(.railway, .always(keptFor: 1)), "model/legal-previews") == []
    )
  }
}
