import InfraContract
import InfraKit
import Testing

/// A platform that hosts everything and writes down what it was given.
struct Somewhere: Target {
  static let plain = Somewhere()

  var platform = Platform("somewhere", title: "Somewhere")
  var hosting: [ResourceID]?
  var hostableKinds = Set(ResourceKind.allCases)
  var servesDomains = true
  var rules: [RuleException] = []
  var file: String?
  var branch: DeployedBranch?
  var stores: @Sendable (HostedPart) -> [SecretStore] = { _ in [] }
  var site: CallSite?

  init(
    _ name: String = "somewhere",
    hosting: [any Resource]? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    platform = Platform(name, title: name.prefix(1).uppercased() + name.dropFirst())
    self.hosting = hosting?.map(\.id)
    site = CallSite(file: file, line: line)
  }

  /// The target with something changed.
  func with(_ change: (inout Somewhere) -> Void) -> Somewhere {
    var copy = self
    change(&copy)
    return copy
  }

  static let weak = Rule("somewhere/weak", .warning, "Nothing is called 'weak'.")
  static let strict = Rule("somewhere/strict", .error, "Nothing is called 'strict'.")
  static let dated = Rule("somewhere/dated", .warning, "Nothing is old.", needs: .today)

  static var catalog: [Rule] { [weak, strict, dated] }

  func emit(_ part: HostedPart) -> Emission {
    var emission = Emission()
    let names =
      part.services.map(\.id) + part.sites.map(\.id) + part.jobs.map(\.id)
      + part.databases.map(\.id) + part.caches.map(\.id)
    let contents = names.map { $0.title + "\n" }.joined()
    let path = file ?? "\(part.directory)/\(platform.name).txt"
    emission.files.append(GeneratedFile(path: path, contents: contents, site: part.site))
    emission.steps.append(
      SetupStep(.prepare, "Open \(platform.title)", [.text("Look.")], check: "It is open.")
    )
    emission.stores = stores(part)
    emission.branch = branch
    for service in part.services where service.name == "weak" {
      emission.findings.report(Self.weak, "weak", at: service.site, about: service.id)
    }
    return emission
  }
}

/// A finding, as far as tests compare it.
struct Finding: Equatable, CustomStringConvertible {
  let code: String
  let severity: Severity
  let line: UInt?
  let message: String

  init(_ code: String, _ line: UInt?, _ message: String, _ severity: Severity = .error) {
    self.code = "model/" + code
    self.severity = severity
    self.line = line
    self.message = message
  }

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.rule.code
    severity = diagnostic.severity
    line = diagnostic.site?.line
    message = diagnostic.message
  }

  var description: String { "\(line ?? 0): \(severity): \(message) [\(code)]" }
}

/// Everything that is found in environments.
func findings(in environments: [Environment]) -> [Finding] {
  Generation(environments).diagnostics.map(Finding.init)
}

/// Everything that is found in an application with a target that hosts all of it.
func findings(
  services: [Service] = [],
  sites: [StaticSite] = [],
  jobs: [CronJob] = [],
  databases: [Postgres] = [],
  caches: [KeyValue] = []
) -> [Finding] {
  let shop = Application(
    "shop",
    services: services,
    sites: sites,
    jobs: jobs,
    databases: databases,
    caches: caches
  )
  return findings(in: [Environment("dev", shop, on: Somewhere.plain)])
}

/// An image that no rule complains about.
let image = Source.image("acme/api:1.4.2")
