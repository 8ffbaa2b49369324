import Foundation
import InfraKit
import Testing

@testable import InfraCLI

/// A SARIF log as data, held to what the specification requires of each object
/// (docs.oasis-open.org/sarif/sarif/v2.1.0; the numbers are its sections).
struct SarifLog {
  let runs: [[String: Any]]

  init(_ text: String) throws {
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    // 3.13.2, 3.13.4: version and runs are required.
    #expect(log["version"] as? String == "2.1.0")
    #expect(log["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    runs = try #require(log["runs"] as? [[String: Any]])
    for run in runs { try Self.check(run: run) }
  }

  private static func check(run: [String: Any]) throws {
    // 3.14.6, 3.18.2, 3.19.8: a run has a tool, a tool a driver, and a driver a name.
    let tool = try #require(run["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect((driver["name"] as? String)?.isEmpty == false)
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String ?? ""))
    // 3.49.3: a descriptor has an id; 3.19.23: each is there once.
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids.count == rules.count)
    #expect(Set(ids).count == ids.count)
    for rule in rules {
      try check(message: rule["shortDescription"])
      let configuration = try #require(rule["defaultConfiguration"] as? [String: Any])
      check(level: configuration["level"])
      if let page = rule["helpUri"] { #expect(URL(string: page as? String ?? "") != nil) }
    }
    // 3.14.23: results is there, and empty where nothing was found.
    for result in try #require(run["results"] as? [[String: Any]]) {
      try check(result: result, ids)
    }
  }

  private static func check(result: [String: Any], _ ids: [String]) throws {
    // 3.27.11: a result has a message; 3.27.5, 3.27.6: id and index name one descriptor.
    try check(message: result["message"])
    check(level: result["level"])
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(ids.indices.contains(index))
    #expect(ids[index] == result["ruleId"] as? String)
    for key in ["locations", "relatedLocations"] {
      for location in result[key] as? [[String: Any]] ?? [] {
        // 3.28.3, 3.29.3, 3.4.3: an artifact is named by a relative reference.
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        let artifact = try #require(physical["artifactLocation"] as? [String: Any])
        let uri = try #require(artifact["uri"] as? String)
        #expect(URL(string: uri)?.scheme == nil && !uri.hasPrefix("/") && !uri.contains(" "))
        #expect(artifact["uriBaseId"] as? String == "%SRCROOT%")
        if let region = physical["region"] as? [String: Any] { try check(region: region) }
      }
    }
    for suppression in result["suppressions"] as? [[String: Any]] ?? [] {
      // 3.35.2: a suppression has a kind.
      #expect(["inSource", "external"].contains(suppression["kind"] as? String ?? ""))
    }
  }

  private static func check(region: [String: Any]) throws {
    // 3.30.5, 3.30.6: lines and columns are counted from one, and the end is not before the start.
    #expect(try #require(region["startLine"] as? Int) >= 1)
    if let start = region["startColumn"] as? Int {
      #expect(start >= 1)
      #expect(try #require(region["endColumn"] as? Int) >= start)
    }
  }

  private static func check(message: Any?) throws {
    // 3.11.8: a message has a text or an id.
    let message = try #require(message as? [String: Any])
    #expect((message["text"] as? String)?.isEmpty == false)
  }

  private static func check(level: Any?) {
    // 3.27.10.
    #expect(["none", "note", "warning", "error"].contains(level as? String ?? ""))
  }
}

@Suite("SARIF")
struct SarifTests {
  @Test("a log has everything that the specification requires", arguments: Severity.allCases)
  func required(severity: Severity) throws {
    let scene = try Scene()
    let environments = shop(Notebook(severity: severity))
    _ = scene.run("validate", "--format", "sarif", environments: environments)
    let log = try SarifLog(scene.out)
    let results = try #require(log.runs.first?["results"] as? [[String: Any]])
    #expect(results.count == 1)
    #expect(results[0]["ruleId"] as? String == "notebook/\(severity.rawValue)")
    #expect(results[0]["level"] as? String == severity.rawValue)
    #expect(scene.err == "")
  }

  @Test("a run without findings is a log too")
  func empty() throws {
    let scene = try Scene()
    #expect(scene.run("validate", "--format", "sarif", environments: shop()) == 0)
    let log = try SarifLog(scene.out)
    #expect((log.runs.first?["results"] as? [Any])?.isEmpty == true)
  }

  @Test("a silenced finding is there, suppressed with its reason")
  func silenced() throws {
    let scene = try Scene()
    let target = Notebook(
      rules: [.silence("notebook/warning", because: "it is a small notebook")],
      severity: .warning
    )
    #expect(scene.run("validate", "--format", "sarif", environments: shop(target)) == 0)
    _ = try SarifLog(scene.out)
    #expect(scene.out.contains("\"justification\": \"it is a small notebook\""))
  }

  @Test("check reports stale files beside findings")
  func check() throws {
    let scene = try Scene()
    #expect(scene.run("check", "--format", "sarif", environments: shop()) == 1)
    _ = try SarifLog(scene.out)
    #expect(scene.out.contains("\"ruleId\": \"check/missing\""))
    #expect(scene.run("generate", environments: shop()) == 0)
    #expect(scene.run("check", "--format", "sarif", environments: shop()) == 0)
    _ = try SarifLog(scene.out)
    try scene.write("replicas: 9\n", to: "generated/prod/api.yaml")
    #expect(scene.run("check", "--format", "sarif", environments: shop()) == 1)
    _ = try SarifLog(scene.out)
    #expect(scene.out.contains("\"startLine\": 1"))
  }
}
