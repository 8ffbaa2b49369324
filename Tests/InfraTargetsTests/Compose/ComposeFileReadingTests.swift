import Foundation
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

@Suite("A Compose file, as it is read")
struct ComposeFileReadingTests {
  @Test(
    "every property and shape of the official schema is read and written without loss",
    .needsSchemaValidator
  )
  func samples() async throws {
    let samples = try await OfficialSchema.compose.samples()
    var pairs: [DocumentPair] = []
    for sample in samples {
      let reading = try Reader.decode(ComposeFile.self, json: sample)
      #expect(reading.unknownKeys == [])
      pairs.append(DocumentPair(sample, try JSON.encode(reading.value)))
    }
    let differences = try await DocumentPair.differences(in: pairs)
    // An absent field and one that holds nothing mean the same there.
    let sameWhenAbsent = ["deploy", "develop", "pid"].map {
      "/services/some-name/\($0): lost null"
    }
    #expect(Set(differences.joined()) == Set(sameWhenAbsent))
    print("compose: \(samples.count) samples of the schema lose nothing")
  }

  @Test(
    "public files that are valid lose nothing by being read and written",
    .needsSharedFiles,
    .needsSchemaValidator
  )
  func corpus() async throws {
    let files = try SharedFiles.corpus("compose")
    let texts = try files.map { try Reader.text(of: [UInt8](Data(contentsOf: $0))) }
    let documents = zip(files, texts).map {
      SchemaValidator.Document($0.lastPathComponent, $1, .yaml)
    }
    let errors = try await SchemaValidator(.compose).errors(in: documents)
    var valid = 0
    for (document, errors) in zip(documents, errors) where errors.isEmpty {
      valid += 1
      let reading = try Reader.decode(ComposeFile.self, yaml: document.text)
      #expect(reading.unknownKeys == [], "\(document.name)")
      let before = try Reader.decode(AnyValue.self, yaml: document.text).value
      let after = try Reader.decode(AnyValue.self, yaml: YAML.encode(reading.value)).value
      #expect(before == after, "\(document.name)")
    }
    print("compose: \(valid) of \(files.count) public files are valid and lose nothing")
    #expect(valid >= 60)
  }

  @Test("public files that are not valid are read, or refused with their place", .needsSharedFiles)
  func invalid() throws {
    for file in try SharedFiles.corpus("compose") {
      let text = try Reader.text(of: [UInt8](Data(contentsOf: file)))
      do {
        _ = try Reader.decode(ComposeFile.self, yaml: text)
      } catch {
        #expect(error.line != nil || !error.path.isEmpty, "\(file.lastPathComponent): \(error)")
      }
    }
  }

  @Test(
    "what Compose does not know or does not take is named with its place",
    arguments: [
      ("services:\n  a: {imagee: b}", "line 2: services.a.imagee"),
      ("services:\n  a: {build: {contxt: b}}", "line 2: services.a.build.contxt"),
      ("services:\n  a: {ports: [{target: 1, hostip: b}]}", "line 2: services.a.ports[0].hostip"),
      ("service: {}", "line 1: service"),
      ("networks: {a: {ipam: {configs: []}}}", "line 1: networks.a.ipam.configs"),
    ]
  )
  func unknown(text: String, place: String) throws {
    let reading = try Reader.decode(ComposeFile.self, yaml: text)
    #expect(reading.unknownKeys.map(\.description) == [place])
  }

  @Test(
    "a value of the wrong kind is refused with its place",
    arguments: [
      ("services: []", "services"),
      ("services:\n  a:\n    restart: false", "services.a.restart"),
      ("services: {a: {ports: [{target: [1]}]}}", "services.a.ports[0].target"),
      ("services: {a: {image: 5}}", "services.a.image"),
      ("services: {a: {ports: !reset []}}", "services.a.ports"),
    ]
  )
  func refused(text: String, path: String) {
    #expect { try Reader.decode(ComposeFile.self, yaml: text) } throws: { error in
      (error as? ReadingError)?.path == path
    }
  }
}
