import InfraContract
import InfraKit
import InfraReading
@testable import InfraTargets
import Testing

/// What Compose makes of an application in an environment called `dev`.
struct ComposeResult {
  let environment: Environment
  let generation: Generation

  init(
    services: [Service] = [],
    sites: [StaticSite] = [],
    jobs: [CronJob] = [],
    databases: [Postgres] = [],
    caches: [KeyValue] = [],
    on target: Compose = .compose(at: "docker-compose.yml")
  ) {
    self.init(
      Application(
        "shop",
        services: services,
        sites: sites,
        jobs: jobs,
        databases: databases,
        caches: caches
      ),
      on: target
    )
  }

  init(_ application: Application, on target: Compose) {
    self.init(application, Deployment("main", on: target))
  }

  init(_ application: Application, _ deployment: Deployment) {
    environment = Environment("dev", application, deployments: [deployment])
    generation = Generation([environment])
  }

  /// What a rule of Compose's says, as `line: severity: message`.
  ///
  /// The model's own rules are not asked: some of them would stop what a platform's rule is about.
  func findings(_ code: String) -> [String] {
    emission.findings.diagnostics.filter { $0.rule.code == "compose/\(code)" }
      .map { "\($0.site?.line ?? 0): \($0.severity): \($0.message)" }
  }

  /// What the first target makes of it.
  var emission: Emission {
    let plan = Plan(environment, environment.deployments[0])
    return plan.deployment.targets[0].emit(HostedPart(plan, target: 0))
  }

  /// Every finding, with its help.
  var report: String {
    generation.diagnostics.map { finding in
      "\(finding.severity): \(finding.message) [\(finding.rule.code)]\n"
        + "  help: \(finding.help ?? "-")\n"
    }.joined()
  }

  /// The generated files, the setup sheet among them.
  var files: [GeneratedFile] { generation.environments[0].files }

  /// The text of a generated file.
  func text(_ path: String) -> String? { files.first { $0.path == path }?.contents }

  /// The Compose file, read back.
  func file(_ path: String = "docker-compose.yml") throws -> ComposeFile {
    try Reader.decode(
      ComposeFile.self,
      yaml: try #require(emission.files.first { $0.path == path }?.contents)
    ).value
  }
}

/// Expects one finding at a line, and none where the nearest legal thing is described.
func expectCompose(
  _ code: String,
  _ broken: ComposeResult,
  _ line: UInt,
  _ message: String,
  legal: ComposeResult,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(broken.findings(code) == ["\(line): \(message)"], sourceLocation: sourceLocation)
  #expect(legal.findings(code) == [], sourceLocation: sourceLocation)
  expectOneCause(
    "compose/" + code,
    in: broken.generation.diagnostics,
    sourceLocation: sourceLocation
  )
}
