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
