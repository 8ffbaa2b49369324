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

  @Test("every valid file of the corpus survives reading and writing", .needsSchemaValidator)
  func corpus() async throws {
    let (documents, errors) = try await validatedCorpus()
    let valid = zip(documents, errors).filter { $0.1.isEmpty }.map(\.0)
    let pairs = try valid.map { document in
      DocumentPair(document.text, try JSON.encode(config(document.text)), ordered: false)
    }
    let differences = try await DocumentPair.differences(in: pairs)
    for (document, difference) in zip(valid, differences) {
      #expect(difference == [], "\(document.name)")
    }
    #expect(valid.count == 51)
  }

  @Test("a file of the corpus that is not valid is told by its place", .needsSchemaValidator)
  func invalidCorpus() async throws {
    let (documents, errors) = try await validatedCorpus()
    var found: [String: String] = [:]
    for (document, error) in zip(documents, errors) where !error.isEmpty {
      do {
        let reading = try Reader.decode(VercelConfig.self, json: document.text)
        found[document.name] = reading.unknownKeys.map(\.description).joined(separator: ", ")
      } catch {
        found[document.name] = "\(error)"
      }
    }
    #expect(
      found == [
        "010.json": "line 4: public",
        "015.json": "line 8: rootDirectory",
        "037.json": "line 3: public",
        "038.json": "line 3: public",
        "051.json": """
        line 4: services.service-next.type, line 7: services.service-next.mount, \
        line 8: services.service-next.env, line 14: services.service-a.type, \
        line 18: services.service-a.mount, line 19: services.service-a.env, \
        line 25: services.service-b.type, line 29: services.service-b.mount
        """,
        // It has routes beside rewrites, which no type can see: that is a rule's.
        "053.json": "",
        "054.json": "line 2: uploadNowJson, line 3: projectSettings",
        "055.json": "line 2: uploadNowJson, line 3: projectSettings",
        "056.json": "line 5: JSON has no comments",
      ]
    )
  }

  private func validatedCorpus() async throws -> ([SchemaValidator.Document], [[String]]) {
    let documents = try SharedFiles.corpus("vercel").map { file in
      SchemaValidator.Document(
        file.lastPathComponent,
        String(decoding: try Data(contentsOf: file), as: UTF8.self),
        .json
      )
    }
    return (documents, try await SchemaValidator(.vercel).errors(in: documents))
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
