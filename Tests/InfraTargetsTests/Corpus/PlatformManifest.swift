import Foundation
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

/// A platform's manifest, with its type taken away, so that one test holds for all platforms.
struct PlatformManifest: Sendable, CustomTestStringConvertible {
  /// What a file held.
  struct Contents {
    /// The manifest as we write it.
    let written: String
    /// What is wrong with the file, each with its place.
    let complaints: [String]
    /// The fields that have a name of their own in our types.
    let fields: Set<String>
  }

  /// The platform, as the folder of its corpus is called.
  let name: String
  let schema: OfficialSchema
  let format: SchemaValidator.Format
  let read: @Sendable (String) throws -> Contents

  var testDescription: String { name }

  private init<Manifest: Codable & SendableMetatype>(
    _ type: Manifest.Type,
    _ name: String,
    _ schema: OfficialSchema,
    _ format: SchemaValidator.Format
  ) {
    self.name = name
    self.schema = schema
    self.format = format
    read = { text in
      let reading =
        format == .yaml
        ? try Reader.decode(type, yaml: text) : try Reader.decode(type, json: text)
      return Contents(
        written: try format == .yaml ? YAML.encode(reading.value) : JSON.encode(reading.value),
        complaints: reading.complaints.map(\.description),
        fields: try FieldRecorder.paths(of: reading.value)
      )
    }
  }

  static let render = PlatformManifest(Blueprint.self, "render", .render, .yaml)
  static let railway = PlatformManifest(RailwayConfig.self, "railway", .railway, .json)
  static let vercel = PlatformManifest(VercelConfig.self, "vercel", .vercel, .json)
  static let compose = PlatformManifest(ComposeFile.self, "compose", .compose, .yaml)
  static let all = [render, railway, vercel, compose]

  /// A file's data, whatever its types are.
  func data(_ text: String) throws -> AnyValue {
    try format == .yaml
      ? Reader.decode(AnyValue.self, yaml: text).value
      : Reader.decode(AnyValue.self, json: text).value
  }

  /// The public files, with what the official schema says of each.
  func corpus() async throws -> [(document: SchemaValidator.Document, errors: [String])] {
    let documents = try SharedFiles.corpus(name).map { file in
      SchemaValidator.Document(
        file.lastPathComponent,
        String(decoding: try Data(contentsOf: file), as: UTF8.self),
        format
      )
    }
    return Array(zip(documents, try await SchemaValidator(schema).errors(in: documents)))
  }
}
