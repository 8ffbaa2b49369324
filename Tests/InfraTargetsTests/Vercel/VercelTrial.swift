import InfraContract
import InfraKit

@testable import InfraTargets
import Testing

/// The findings of one rule about one site or service, as `severity +LINES message`.
///
/// `+0` is the line of the call: trials declare the resource, or edit its file, there.
enum VercelTrial {
  /// What a rule finds in a file that an author has edited.
  static func edited(
    _ code: String,
    plan: VercelPlan = .hobby,
    environment: VercelEnvironment? = nil,
    line: UInt = #line,
    _ change: @escaping @Sendable (inout VercelConfig) -> Void
  ) -> [String] {
    let site = StaticSite("web", directory: "web", line: 1)
    return found(
      code,
      Application("shop", sites: [site]),
      .vercel(
        hosting: site,
        plan: plan,
        environment: environment,
        at: "web/vercel.json",
        line: 2
      ) { $0.edit(site, line: line, change) },
      line
    )
  }

  /// What a rule finds about a site.
  static func site(
    _ code: String,
    line: UInt = #line,
    _ change: (inout StaticSite, CallSite) -> Void
  ) -> [String] {
    var site = StaticSite("web", directory: "web", line: line)
    change(&site, CallSite(line: line))
    let api = Service("api", source: .dockerfile("api/Dockerfile"), port: 8080, line: 3)
    return found(
      code,
      Application("shop", services: [api], sites: [site]),
      .vercel(hosting: site, at: "web/vercel.json", line: 2),
      line
    )
  }

  /// What a rule finds about a service that is a container.
  static func container(
    _ code: String,
    line: UInt = #line,
    _ change: (inout Service) -> Void
  ) -> [String] {
    var service = Service(
      "api",
      source: .dockerfile("api/Dockerfile", context: "api"),
      port: 8080,
      line: line
    )
    change(&service)
    return found(
      code,
      Application(
        "shop",
        services: [service, Service("other", source: .node(), release: "up", line: 3)]
      ),
      .vercel(containers: [service], at: "api/vercel.json", line: 2),
      line
    )
  }

  /// What a rule finds about the options of a target.
  static func target(_ code: String, line: UInt = #line, _ target: Vercel) -> [String] {
    let sites = ["web", "docs"].map { StaticSite($0, directory: $0, line: line) }
    return found(code, Application("shop", sites: sites), target, line)
  }

  private static func found(
    _ code: String,
    _ application: Application,
    _ target: Vercel,
    _ line: UInt
  ) -> [String] {
    let environment = Environment("prod", application, on: target, ElsewhereThanVercel())
    let diagnostics = Generation([environment]).diagnostics
    expectOneCause(code, in: diagnostics)
    return diagnostics.filter { $0.rule.code == code }.map { finding in
      let place = finding.site.map { "\(Int($0.line) - Int(line))" } ?? "nowhere"
      return "\(finding.severity.rawValue) +\(place) \(finding.message)"
    }
  }
}

extension VercelConfig {
  /// Takes out the site's own build settings, which a file with services may not have.
  mutating func leaveBuildsToServices() {
    buildCommand = nil
    installCommand = nil
    outputDirectory = nil
  }
}
