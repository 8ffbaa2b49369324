import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

/// What Render makes of an environment.
struct RenderResult {
  let generation: Generation

  /// The line of the resource that a finding is expected at.
  let line: UInt

  init(_ environment: Environment, line: UInt = #line) {
    generation = Generation([environment])
    self.line = line
  }

  /// The text of the render.yaml.
  var file: String {
    generation.environments.flatMap(\.files).first { $0.path.hasSuffix("render.yaml") }?.contents
      ?? ""
  }

  /// The text of the setup sheet.
  var sheet: String {
    generation.environments.flatMap(\.files).first { $0.path.hasSuffix("SETUP.md") }?.contents ?? ""
  }

  /// The findings of a rule as `line: severity: message`.
  func findings(_ code: String) -> [String] {
    generation.diagnostics.filter { $0.rule.code == code }.map(Self.line)
  }

  /// The findings of a platform's rules as `line: severity: message`.
  func findings(on platform: String) -> [String] {
    generation.diagnostics.filter { $0.rule.code.hasPrefix(platform + "/") }.map(Self.line)
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.site?.line ?? 0): \(diagnostic.severity.rawValue): \(diagnostic.message)"
  }
}

extension RenderResult {
  /// Applications of one or a few resources, on Render in Frankfurt.
  init(
    services: [Service] = [],
    sites: [StaticSite] = [],
    jobs: [CronJob] = [],
    databases: [Postgres] = [],
    caches: [KeyValue] = [],
    line: UInt = #line,
    editing: (inout BlueprintEdits) -> Void = { _ in }
  ) {
    let application = Application(
      "shop",
      services: services,
      sites: sites,
      jobs: jobs,
      databases: databases,
      caches: caches
    )
    self.init(
      Environment(
        "prod",
        application,
        on: .render(region: .frankfurt, line: line, editing: editing)
      ),
      line: line
    )
  }

  /// One web service, declared on the line of the call, with an entry that is changed by hand.
  static func server(
    line: UInt = #line,
    access: Service.Access = .public,
    _ change: @escaping @Sendable (inout Blueprint.ServerService) -> Void
  ) -> RenderResult {
    let api = Service("api", source: .image("api:1"), port: 80, access: access, line: line)
    return RenderResult(services: [api], line: line) { $0.edit(api, change) }
  }

  /// One static site, declared on the line of the call, with an entry that is changed by hand.
  static func site(
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.StaticService) -> Void
  ) -> RenderResult {
    let web = StaticSite("web", directory: "web", line: line)
    return RenderResult(sites: [web], line: line) { $0.edit(web, change) }
  }

  /// One database, declared on the line of the call, with an entry that is changed by hand.
  static func database(
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.Database) -> Void
  ) -> RenderResult {
    let database = Postgres("database", line: line)
    return RenderResult(databases: [database], line: line) { $0.edit(database, change) }
  }

  /// One cache, declared on the line of the call, with an entry that is changed by hand.
  static func cache(
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.KeyValueService) -> Void
  ) -> RenderResult {
    let cache = KeyValue("cache", line: line)
    return RenderResult(caches: [cache], line: line) { $0.edit(cache, change) }
  }

  /// One cron job, declared on the line of the call, with an entry that is changed by hand.
  static func job(
    line: UInt = #line,
    _ change: @escaping @Sendable (inout Blueprint.CronService) -> Void
  ) -> RenderResult {
    let job = CronJob("digest", source: .image("a:1"), schedule: .daily(at: 3), line: line)
    return RenderResult(jobs: [job], line: line) { $0.edit(job, change) }
  }
}

/// Expects one finding of a rule at the resource's line, and none for the nearest legal case.
func expect(
  _ code: String,
  _ broken: RenderResult,
  _ finding: String,
  legal: RenderResult,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = broken.findings("render/" + code)
  #expect(found == ["\(broken.line): \(finding)"], sourceLocation: sourceLocation)
  #expect(legal.findings("render/" + code).isEmpty, sourceLocation: sourceLocation)
  expectOneCause(
    "render/" + code,
    in: broken.generation.diagnostics,
    sourceLocation: sourceLocation
  )
}

/// A target that hosts the rest and writes nothing.
struct Elsewhere: Target {
  let platform = Platform("elsewhere", title: "Elsewhere")
  let hosting: [ResourceID]? = nil
  let hostableKinds = Set(ResourceKind.allCases)
  let site: CallSite? = CallSite()
  let rules: [RuleException] = []
  static let catalog: [Rule] = []

  func emit(_ part: HostedPart) -> Emission { Emission() }
}
