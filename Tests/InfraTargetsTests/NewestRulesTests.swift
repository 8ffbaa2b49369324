import InfraContract
import InfraKit
import InfraSerialization
@testable import InfraTargets
import Testing

@Suite("Rules that look at a field's own form, or at what lies beside the file")
struct NewestRulesTests {
  @Test("a field of a cron job's schedule is in its range")
  func cron() {
    expect(
      "cron-fields",
      .job { $0.schedule = "99 3 * * *" },
      "error: cron job 'digest' has the schedule '99 3 * * *', which has '99' as minute, which must "
        + "lie in 0-59",
      legal: .job { $0.schedule = "59 3 * * *" }
    )
  }

  @Test("a watch pattern starts at the root of the repository")
  func watching() {
    func patterns(_ patterns: [String]) -> [String] {
      let api = Service("api", source: .dockerfile("api/Dockerfile"), line: 4)
      return railwayFindings(
        "watch-rooted",
        services: [api],
        on: .railway { $0.edit(api, line: 5) { $0.build?.watchPatterns = patterns } }
      )
    }
    #expect(
      patterns(["./src/**"]) == [
        "5: warning: service 'api' watches './src/**', which Railway looks for from the root of the "
          + "repository and never finds"
      ]
    )
    #expect(patterns(["/api/src/**", "!/api/**/*.md", "..hidden/**"]) == [])
  }

  @Test("a service's runtime is that of its framework")
  func runtimes() {
    func found(_ framework: VercelFramework, _ runtime: VercelRuntime) -> [String] {
      VercelTrial.edited("vercel/service-runtimes") {
        $0.leaveBuildsToServices()
        var api = VercelConfig.Service(root: "api")
        api.framework = framework
        api.runtime = runtime
        $0.services["api"] = api
        $0.rewrites = [.init(source: "/api/(.*)", destination: .right(.init("api")))]
      }
    }
    #expect(
      found(.fastAPI, .node) == [
        "error +0 service 'api' has framework 'fastapi', which runs on 'python', and runtime 'node'"
      ]
    )
    #expect(found(.fastAPI, .python) == [])
    #expect(found(.vite, .node) == [])
  }

  @Test("no other configuration lies beside vercel.json", arguments: ["vercel.ts", "now.json"])
  func configurations(name: String) {
    let site = StaticSite("web", directory: "web", line: 4)
    let environment = Environment(
      "prod",
      Application("shop", sites: [site]),
      on: .vercel(hosting: site, at: "web/vercel.json", line: 5)
    )
    let found = Generation([environment], since: nil) { $0 == "web/\(name)" }.diagnostics
      .filter { $0.rule.code == "vercel/sole-configuration" }
    #expect(
      found.map { "\($0.site?.line ?? 0): \($0.severity): \($0.message)" } == [
        "4: error: 'web/\(name)' configures static site 'web' too, and Vercel stops where there are "
          + "two"
      ]
    )
    let legal = Generation([environment], since: nil) { $0 == "\(name)" || $0 == "web/vercel.json" }
    #expect(!legal.diagnostics.contains { $0.rule.code == "vercel/sole-configuration" })
  }
}
