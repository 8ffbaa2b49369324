import InfraContract
import InfraKit
import InfraTargets

/// What rules about changes say of two revisions of an environment, as `code line severity message`.
///
/// The line counts from that of the trial; a target stands at `+1`.
struct ChangeTrial {
  private let line: UInt
  private let before: Environment

  init(line: UInt = #line, _ before: (UInt) -> Environment) {
    self.line = line
    self.before = before(line)
  }

  /// The findings once the environment is another.
  func findings(_ after: (UInt) -> Environment) -> [String] {
    let record = Generation([before]).environments[0].files.filter {
      $0.path.hasSuffix(".record.tsv")
    }
    let past = Past(Dictionary(uniqueKeysWithValues: record.map { ($0.path, $0.contents) }))
    return Generation([after(line)], since: past).diagnostics
      .filter { $0.rule.needs == .history }
      .map { finding in
        let place = finding.site.map { "+\(Int($0.line) - Int(line))" } ?? "nowhere"
        return "\(finding.rule.code) \(place) \(finding.severity.rawValue) \(finding.message)"
      }
  }
}

/// A service, a database and a cache at a platform, with what a test changes of them.
struct ChangingShop {
  let line: UInt
  var service = "api"
  var access = Service.Access.public
  var source = Source.dockerfile("Dockerfile")
  var variables: Variables = [:]
  var volumes: [Volume] = []
  var database: Postgres?
  var cache: KeyValue?
  var site: StaticSite?

  init(line: UInt) { self.line = line }

  func environment(on target: any Target, name: String = "prod") -> Environment {
    let api = Service(
      service,
      source: source,
      port: 8080,
      access: access,
      volumes: volumes,
      variables: variables,
      line: line
    )
    return Environment(
      name,
      Application(
        "shop",
        services: [api],
        sites: [site].compactMap(\.self),
        databases: [database].compactMap(\.self),
        caches: [cache].compactMap(\.self)
      ),
      on: target
    )
  }

  func render(
    region: Blueprint.Region = .frankfurt,
    _ editing: (inout BlueprintEdits, Service) -> Void = { _, _ in }
  ) -> Environment {
    let api = Service(service, source: source, line: line)
    return environment(on: .render(region: region, line: line + 1) { editing(&$0, api) })
  }
}

extension ChangeTrial {
  /// A trial at Render, of a shop and the same shop changed.
  static func render(
    line: UInt = #line,
    _ change: (inout ChangingShop) -> Void,
    from prepare: (inout ChangingShop) -> Void = { _ in }
  ) -> [String] {
    trial(line: line, change, from: prepare) { $0.render() }
  }

  /// A trial at any platform.
  static func trial(
    line: UInt,
    _ change: (inout ChangingShop) -> Void,
    from prepare: (inout ChangingShop) -> Void,
    on platform: (ChangingShop) -> Environment
  ) -> [String] {
    func shop(_ line: UInt, _ isAfter: Bool) -> Environment {
      var shop = ChangingShop(line: line)
      prepare(&shop)
      if isAfter { change(&shop) }
      return platform(shop)
    }
    return ChangeTrial(line: line) { shop($0, false) }.findings { shop($0, true) }
  }
}
