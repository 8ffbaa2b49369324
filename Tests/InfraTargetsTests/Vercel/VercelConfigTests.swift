import Foundation
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

@Suite("vercel.json as a typed manifest")
struct VercelConfigTests {
  private func config(_ json: String) throws -> VercelConfig {
    let reading = try Reader.decode(VercelConfig.self, json: json)
    #expect(reading.unknownKeys == [])
    return reading.value
  }

  @Test("every property of the schema survives reading and writing", .needsSchemaValidator)
  func complete() async throws {
    let samples = try await OfficialSchema.vercel.samples()
    let pairs = try samples.map { sample in
      DocumentPair(sample, try JSON.encode(config(sample)), ordered: true)
    }
    let lost = Set(try await DocumentPair.differences(in: pairs).joined())
    #expect(lost.sorted() == [])
    #expect(samples.count > 500)
  }

  @Test("what is absent stays absent, and null stays null")
  func presence() throws {
    #expect(try JSON.encode(VercelConfig()) == "{}\n")
    let text = try JSON.encode(config(#"{"framework": null, "rewrites": []}"#))
    #expect(text == "{\n  \"rewrites\": [],\n  \"framework\": null\n}\n")
  }

  @Test("an absent list or map comes into being when something is added to it")
  func adding() throws {
    var config = VercelConfig()
    config.rewrites.append(.init(source: "/api/(.*)", destination: .right(.init("backend"))))
    config.services["backend"] = .init(root: "backend")
    config.functions["nothing"] = nil
    #expect(config.rewrites?.count == 1)
    #expect(config.services?.keys == ["backend"])
    #expect(config.functions == nil)
  }

  @Test("what the vendor adds to an open object is kept after the declared fields")
  func openEntries() throws {
    let text = #"{"git":{"future":1,"deploymentEnabled":{"main":true}}}"#
    let written = try JSON.encode(config(text))
    let keys = ["deploymentEnabled", "future"]
    let places = try keys.map { try #require(written.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }
}
