import InfraContract
import InfraKit
import TestSupport
import Testing

@testable import InfraTargets

/// The documentation's table of what a reference becomes, printed from the code that decides it.
@Suite("What a reference becomes")
struct ReferenceTableTests {
  private struct Row {
    let title: String
    let kind: Reference.Kind
    let properties: [Reference.Property]
  }

  private static let rows = [
    Row(
      title: "service",
      kind: .service,
      properties: [.origin, .publicHost, .host, .port, .privateOrigin]
    ),
    Row(title: "site", kind: .site, properties: [.origin, .publicHost]),
    Row(
      title: "Postgres",
      kind: .postgres,
      properties: [.url, .pooledURL, .host, .port, .user, .password, .database]
    ),
    Row(title: "read replica", kind: .replica, properties: [.url, .host]),
    Row(title: "key-value store", kind: .keyValue, properties: [.url, .host, .port]),
  ]

  @Test("the documentation prints the tables of the code")
  func documentation() throws {
    var text = """
      # What a reference becomes

      One table decides it: the property, the kind of its provider, whether the same target hosts both, and
      whether the provider has a domain of its own.

      This page is printed from the code by a test. "Asked" is a value that a person sets once it is known: a
      step of the setup sheet. A dash is an error at the line that asks for it.

      """
    text += Self.table("The same target hosts both", here: true, domain: false) { _ in true }
    text += Self.table("The provider has a domain of its own", here: true, domain: true) {
      $0 == .origin || $0 == .publicHost
    }
    text += Self.table("Another target hosts the provider", here: false, domain: false) { _ in true
    }
    try expectGolden(text, "References.md", in: "Sources/Infra/Documentation.docc")
  }

  private static func table(
    _ title: String,
    here: Bool,
    domain: Bool,
    where isWanted: (Reference.Property) -> Bool
  ) -> String {
    var text = "\n## \(title)\n\n| Provider | Property | Render | Railway | Vercel | Compose |\n"
    text += "| --- | --- | --- | --- | --- | --- |\n"
    for row in rows {
      for property in row.properties where isWanted(property) {
        let outcomes = [
          render(property, row.kind, here: here, domain: domain),
          RailwayReferences.outcome(of: property, kind: row.kind, here: here, domain: domain),
          VercelReferences.outcome(of: property, kind: row.kind, here: here, domain: domain),
          ComposeReferences.outcome(of: property, kind: row.kind, here: here, domain: domain),
        ]
        let cells = [row.title, property.rawValue] + outcomes.map(cell)
        if domain && row.kind != .service && row.kind != .site { continue }
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
    }
    return text
  }

  private static func cell(_ outcome: ReferenceOutcome) -> String {
    switch outcome {
    case .literal: "literal"
    case .vendor(let words): "`\(words)`"
    case .asked(let what): "asked: \(what)"
    case .unsupported: "–"
    }
  }

  /// Render decides on the provider itself, so one of each is asked.
  private static func render(
    _ property: Reference.Property,
    _ kind: Reference.Kind,
    here: Bool,
    domain: Bool
  ) -> ReferenceOutcome {
    let domains: [Domain] = domain ? ["name.example"] : []
    let provider = Application(
      "shop",
      services: [Service("NAME", source: .image("a/b:1"), port: 8080, domains: domains)],
      sites: [StaticSite("NAME-site", directory: "site", domains: domains)],
      databases: [Postgres("NAME-database", replicas: [ReadReplica("NAME-replica")])],
      caches: [KeyValue("NAME-cache")]
    )
    let names: [Reference.Kind: String] = [
      .service: "NAME", .site: "NAME-site", .postgres: "NAME-database", .replica: "NAME-replica",
      .keyValue: "NAME-cache",
    ]
    let environment = Environment("prod", provider, on: .render(region: .frankfurt))
    let plan = Plan(environment, environment.deployments[0])
    let reference = Reference(kind, names[kind] ?? "", property)
    guard let found = plan.provider(reference, from: here ? 0 : 1) else {
      return .unsupported("")
    }
    return RenderReference(reference, found).outcome
  }
}
