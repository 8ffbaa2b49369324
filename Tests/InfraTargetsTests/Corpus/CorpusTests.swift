import Foundation
import InfraReading
import InfraSerialization
import TestSupport
import Testing

@Suite("Public files")
struct CorpusTests {
  @Test(
    "that are valid lose nothing by being read and written; others are refused at their place",
    .needsSharedFiles,
    .needsSchemaValidator,
    arguments: PlatformManifest.all
  )
  func files(platform: PlatformManifest) async throws {
    let files = try await platform.corpus()
    var pairs: [DocumentPair] = []
    var valid: [String] = []
    var refused: [(name: String, complaint: String)] = []
    for (document, errors) in files {
      do {
        let contents = try platform.read(document.text)
        if errors.isEmpty {
          #expect(contents.complaints == [], "\(document.name) is valid")
          #expect(
            try platform.data(contents.written) == platform.data(document.text),
            "\(document.name) as we read it"
          )
          valid.append(document.name)
          pairs.append(DocumentPair(document.text, contents.written, platform.format))
        } else {
          let complaint = contents.complaints.first
          #expect(complaint != nil, "\(document.name) is not valid: \(errors[0])")
          refused.append((document.name, complaint ?? "nothing"))
        }
      } catch let error as ReadingError {
        #expect(!errors.isEmpty, "\(document.name) is valid: \(error)")
        #expect(error.line != nil || !error.path.isEmpty, "\(document.name): \(error)")
        refused.append((document.name, "\(error)"))
      }
    }
    // A second opinion: the same data to another reader.
    let differences = try await DocumentPair.differences(in: pairs)
    for (name, found) in zip(valid, differences) { #expect(found == [], "\(name)") }
    print(
      "\(platform.name): \(files.count) public files, \(valid.count) valid and lossless, "
        + "\(refused.count) refused with their place"
    )
    for (name, complaint) in refused { print("  \(name): \(complaint)") }
    #expect(valid.count + refused.count == files.count)
    #expect(files.isEmpty || !valid.isEmpty)
  }

  @Test(
    "survive another reader's line ends, byte order marks and final spaces",
    .needsSharedFiles,
    arguments: PlatformManifest.all
  )
  func spellings(platform: PlatformManifest) throws {
    for file in try SharedFiles.corpus(platform.name) {
      let bytes = try Data(contentsOf: file)
      let text = String(decoding: bytes, as: UTF8.self)
      guard let plain = try? platform.read(text) else { continue }
      let unix = text.replacing("\r\n", with: "\n")
      for other in [unix.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, text + "\n\n"] {
        let read = try platform.read(other)
        #expect(read.written == plain.written, "\(file.lastPathComponent)")
      }
    }
  }
}
