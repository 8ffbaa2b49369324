import Foundation
import InfraContract
import InfraKit
import Testing

@testable import InfraCLI

/// A rule for each severity, which the shop below breaks as often as a test asks.
private struct Grumbler: Target {
  let platform = Platform("grumbler", title: "Grumbler")
  var hosting: [ResourceID]?
  let hostableKinds: Set<ResourceKind> = Set(ResourceKind.allCases)
  var site: CallSite? = CallSite(file: "environments/prod.swift", line: 9)
  var rules: [RuleException] = []
  var severity = Severity.error

  static let catalog = Severity.allCases.map {
    Rule(
      "grumbler/\($0.rawValue)",
      $0,
      "A service has one instance.",
      page: "https://example.com/a,b",
      checked: "2026-11-24"
    )
  }

  func emit(_ part: HostedPart) -> Emission {
    var emission = Emission()
    for service in part.services {
      let count = service.instances
      guard count > 1,
        let rule = Self.catalog.first(where: { $0.severity == severity })
      else { continue }
      emission.findings.report(
        rule,
        "\(service.id.title) has \(count) instances, and Grumbler's machines run one: 100%",
        help: "run one",
        at: service.site,
        about: service.id
      )
    }
    return emission
  }
}

private let shopSource = """
  import InfraKit

  struct Shop {
    var api = Service(
      "api",
      source: .image("ghcr.io/acme/api:1.0.0")
    )
    var worker = Service("worker", source: .image("ghcr.io/acme/api:1.0.0"))
  }
  """

private let prodSource = """
  import InfraKit

  extension Environment {
    static var prod: Environment {
      var shop = Shop()
      // shop.worker.instances = 4
      shop.worker.instances = 3
      shop.worker.variables["MODE"] = "fast"
      return Environment("prod", shop.application, on: .grumbler)
    }
  }
  """

/// The same application where all is well, and prod.
private func stagingAndProd() -> [Environment] {
  let staging = Environment(
    "staging",
    prod(worker: 1)[0].application,
    on: Grumbler(),
    file: "environments/staging.swift",
    line: 9
  )
  return [staging] + prod()
}

/// The environment that the two files above describe.
private func prod(_ target: Grumbler = Grumbler(), api: Int = 1, worker: Int = 3) -> [Environment] {
  var first = Service(
    "api",
    source: .image("ghcr.io/acme/api:1.0.0"),
    file: "environments/Shop.swift",
    line: 4
  )
  var second = Service(
    "worker",
    source: .image("ghcr.io/acme/api:1.0.0"),
    file: "environments/Shop.swift",
    line: 8
  )
  first.instances = api
  second.instances = worker
  return [
    Environment(
      "prod",
      Application("shop", services: [first, second]),
      on: target,
      file: "environments/prod.swift",
      line: 9
    )
  ]
}

private func scene() throws -> Scene {
  let scene = try Scene()
  try FileManager.default.createDirectory(
    at: scene.folder.appendingPathComponent("environments"),
    withIntermediateDirectories: true
  )
  try scene.write(shopSource, to: "environments/Shop.swift")
  try scene.write(prodSource, to: "environments/prod.swift")
  return scene
}

@Suite("Findings as people and programs see them")
struct ReportTests {
  @Test("the line is shown with a caret under the name, and the overlay that set the value")
  func excerpt() throws {
    let scene = try scene()
    #expect(scene.run("validate", environments: prod()) == 1)
    #expect(
      scene.err == """
        environments/Shop.swift:8: error: service 'worker' has 3 instances, and Grumbler's machines \
        run one: 100% [grumbler/error]
          8 |   var worker = Service("worker", source: .image("ghcr.io/acme/api:1.0.0"))
            |                        ^~~~~~~~
          set near: environments/prod.swift:7: shop.worker.instances = 3
          help: run one
          see: https://example.com/a,b

        """
    )
    #expect(scene.out == "prod: 1 error\n")
  }

  @Test("what is found in some environments of several names them")
  func names() throws {
    let scene = try scene()
    #expect(scene.run("validate", environments: stagingAndProd()) == 1)
    #expect(scene.err.contains("run one: 100% [grumbler/error] in prod\n"))
    #expect(scene.run("validate", "prod", environments: stagingAndProd()) == 1)
    #expect(scene.err.contains("run one: 100% [grumbler/error]\n"))
  }

  @Test("a name that stands in another line gets a caret under what its own line starts with")
  func elsewhere() throws {
    let scene = try scene()
    #expect(scene.run("validate", environments: prod(api: 2, worker: 1)) == 1)
    #expect(
      scene.err.contains(
        """
          4 |   var api = Service(
            |       ^~~

        """
      )
    )
    // Nothing in prod.swift sets anything of the api.
    #expect(!scene.err.contains("set near"))
  }

  @Test("several errors are sorted by file and line, each once")
  func several() throws {
    let scene = try scene()
    #expect(scene.run("validate", environments: prod(api: 2)) == 1)
    let places = scene.err.split(separator: "\n").filter { $0.hasPrefix("environments/") }
    #expect(
      places.map { $0.prefix(25) } == ["environments/Shop.swift:4", "environments/Shop.swift:8"]
    )
    #expect(scene.out == "prod: 2 errors\n")
  }

  @Test("a text that only shares a word with the sentence has not set the value")
  func sharedWords() throws {
    let scene = try scene()
    for other in [
      #"rules = [.raise("grumbler/error", because: "it is cheap")]"#,
      #"command = ["worker", "machines"]"#,
    ] {
      try scene.write(
        prodSource.replacing("instances = 3", with: other),
        to: "environments/prod.swift"
      )
      #expect(scene.run("validate", environments: prod()) == 1)
      #expect(!scene.err.contains("set near"), "\(other)")
    }
  }

  @Test("without the file, or with two overlays to choose from, nothing is guessed")
  func unknown() throws {
    let scene = try scene()
    try scene.write(
      prodSource.replacing("// shop.worker.instances = 4", with: "shop.worker.instances = 3"),
      to: "environments/prod.swift"
    )
    #expect(scene.run("validate", environments: prod()) == 1)
    #expect(!scene.err.contains("set near"))
    try FileManager.default.removeItem(
      at: scene.folder.appendingPathComponent("environments/Shop.swift")
    )
    #expect(scene.run("validate", environments: prod()) == 1)
    #expect(!scene.err.contains(" | "))
  }

  @Test("generate sums up what moved to the setup sheets, and validate says it all")
  func notes() throws {
    let scene = try scene()
    let noted = prod(Grumbler(severity: .note), api: 2)
    #expect(scene.run("generate", environments: noted) == 0)
    #expect(scene.err.hasPrefix("note: 2 notes say what moved to the setup sheets"))
    #expect(!scene.err.contains("Grumbler's"))
    #expect(scene.run("validate", environments: noted) == 0)
    #expect(scene.err.components(separatedBy: "Grumbler's").count == 3)
    #expect(!scene.err.contains(" | "))
  }

  @Test("GitHub gets an annotation a finding, escaped as it asks")
  func github() throws {
    let scene = try scene()
    #expect(scene.run("validate", "--format", "github", environments: prod()) == 1)
    #expect(
      scene.out
        == "::error file=environments/Shop.swift,line=8,title=grumbler/error::service 'worker' "
        + "has 3 instances, and Grumbler's machines run one: 100%25%0Ahelp: run one\n"
    )
    #expect(scene.err == "")
    let warned = prod(Grumbler(severity: .warning))
    #expect(scene.run("validate", "--format", "github", "--strict", environments: warned) == 2)
    #expect(scene.out.hasPrefix("::warning file="))
    let noted = prod(Grumbler(severity: .note))
    #expect(scene.run("check", "--format", "github", environments: noted) == 1)
    #expect(scene.out.hasPrefix("::notice file="))
    #expect(
      scene.out.contains(
        "::error file=generated/prod/SETUP.md,title=infra check::'generated/prod/SETUP.md' is missing"
      )
    )
  }

  @Test("paths are those of the checkout where the package lies below its top")
  func below() throws {
    let scene = try scene()
    let top = scene.folder.deletingLastPathComponent()
      .appendingPathComponent("infra-top-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: top) }
    try FileManager.default.createDirectory(
      at: top.appendingPathComponent(".git"),
      withIntermediateDirectories: true
    )
    let package = top.appendingPathComponent("apps/my shop")
    try FileManager.default.createDirectory(
      at: package.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(at: scene.folder, to: package)
    #expect(
      scene.run("validate", "--format", "github", in: package, environments: prod()) == 1
    )
    #expect(scene.out.hasPrefix("::error file=apps/my shop/environments/Shop.swift,line=8"))
    #expect(scene.run("validate", "--format", "sarif", in: package, environments: prod()) == 1)
    #expect(scene.out.contains("\"uri\": \"apps/my%20shop/environments/Shop.swift\""))
  }
}
