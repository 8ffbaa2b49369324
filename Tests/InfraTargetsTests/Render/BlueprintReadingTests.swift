import Foundation
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

@Suite("Blueprint, as it is read")
struct BlueprintReadingTests {
  @Test("a file with every field is read back equal")
  func kitchen() throws {
    let blueprint = RenderKitchen.blueprint
    let reading = try Reader.decode(Blueprint.self, yaml: YAML.encode(blueprint))
    #expect(reading.value == blueprint)
    #expect(reading.unknownKeys.isEmpty)
  }

  @Test(
    "every property and shape of the official schema is read and written without loss, in its order",
    .needsSchemaValidator
  )
  func samples() async throws {
    let samples = try await OfficialSchema.render.samples()
    var pairs: [DocumentPair] = []
    for sample in samples {
      let reading = try Reader.decode(Blueprint.self, json: sample)
      #expect(reading.unknownKeys.isEmpty, "\(sample)")
      pairs.append(DocumentPair(sample, try JSON.encode(reading.value), ordered: true))
    }
    let differences = try await DocumentPair.differences(in: pairs)
    // An environment's name comes first, as in Render's own examples.
    let lost = differences.joined().filter { !$0.hasPrefix("/projects/0/environments/0: order") }
    #expect(lost == [])
    print("render: \(samples.count) samples of the schema lose nothing")
  }

  @Test(
    "what Render's schema does not know is named",
    arguments: [
      ("services:\n  - {type: web, name: a, runtime: node, env: node}", "services[0].env"),
      (
        "services:\n  - {type: cron, name: a, runtime: go, schedule: x, disk: {}}",
        "services[0].disk"
      ),
      (
        "services:\n  - {type: keyvalue, name: a, ipAllowList: [], scaling: 1}",
        "services[0].scaling"
      ),
      (
        "envVarGroups:\n  - {name: a, envVars: [{key: K, fromGroup: b}]}",
        "envVarGroups[0].envVars[0].fromGroup"
      ),
      (
        "services:\n  - {type: web, name: a, runtime: node, envVars: [{key: K, value: v, fromGroup: b}]}",
        "services[0].envVars[0].key"
      ),
      ("databases:\n  - {name: a, healthCheckInterval: 3}", "databases[0].healthCheckInterval"),
    ]
  )
  func unknown(text: String, path: String) throws {
    let reading = try Reader.decode(Blueprint.self, yaml: text)
    #expect(reading.unknownKeys.first?.path == path)
  }

  @Test(
    "an entry that no shape fits is refused at its place",
    arguments: [
      (
        "services:\n  - {type: postgres, name: a}",
        "services[0]: 'postgres' is no type of service; allowed are web, pserv, worker, cron, "
          + "keyvalue and workflow"
      ),
      ("services:\n  - {name: a}", "services[0]: 'type' is missing"),
      ("services:\n  - {type: keyvalue, name: a}", "services[0]: 'ipAllowList' is missing"),
      ("envVarGroups:\n  - {name: a}", "envVarGroups[0]: 'envVars' is missing"),
      (
        "services:\n  - {type: web, name: a, runtime: node, envVars: [{key: K, value: true}]}",
        "services[0].envVars[0].value: expected text, found true or false"
      ),
    ]
  )
  func refused(text: String, message: String) throws {
    let error = #expect(throws: ReadingError.self) {
      _ = try Reader.decode(Blueprint.self, yaml: text)
    }
    #expect(error.map { "\($0.path): \($0.message)" } == message)
  }

  @Test("a static site with a server's field is kept as the server that the schema takes it for")
  func staticServer() throws {
    let site = "services:\n  - {type: web, name: a, runtime: static, staticPublishPath: dist}"
    let server = "services:\n  - {type: web, name: a, runtime: static, plan: free}"
    let first = try Reader.decode(Blueprint.self, yaml: site).value.services.first
    let second = try Reader.decode(Blueprint.self, yaml: server).value.services.first
    guard case .site = first, case .server(let kept) = second else {
      Issue.record("read as \(String(describing: first)) and \(String(describing: second))")
      return
    }
    #expect(kept.plan == .free)
  }
}
