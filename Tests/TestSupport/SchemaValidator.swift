import Foundation

/// A vendor's official schema, as stored beside the repository.
package enum OfficialSchema: String, Sendable, CaseIterable {
  case render, railway, vercel
  case compose = "compose-spec"

  /// The schema's file, or nil where the repository was cloned alone.
  package var path: String? {
    SharedFiles.url?.appending(path: "schemas/\(rawValue).schema.json").path
  }
}

/// Asks the reference validator about many manifests in one process.
package struct SchemaValidator: Sendable {
  /// How a manifest is written.
  package enum Format: String, Sendable, Encodable { case json, yaml }

  /// One manifest to validate.
  package struct Document: Sendable, Encodable {
    /// A name for messages.
    package var name: String
    /// The text of the manifest.
    package var text: String
    /// How it is written.
    package var format: Format

    /// Names a manifest.
    package init(_ name: String, _ text: String, _ format: Format) {
      self.name = name
      self.text = text
      self.format = format
    }
  }

  /// The schema that the manifests must satisfy.
  package var schema: OfficialSchema

  /// Prepares a validator.
  package init(_ schema: OfficialSchema) {
    self.schema = schema
  }

  /// What is wrong with each manifest, in the order given; an empty list is a valid one.
  ///
  /// An entry reads `name: at services/0/plan: 'x' is not one of [...]`.
  package func errors(in documents: [Document]) async throws -> [[String]] {
    guard let path = schema.path else {
      throw ChildProcessError(description: "no schemas beside the repository")
    }
    let encoder = JSONEncoder()
    let lines = try documents.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    let result = try await Python.run(
      script: "validate.py",
      [path],
      input: lines.map { $0 + "\n" }.joined(),
      limit: .seconds(1_800)
    )
    guard result.status == 0 else { throw ChildProcessError(description: result.errors) }
    let answers = try JSONDecoder().decode([[String]].self, from: result.outputData)
    guard answers.count == documents.count else {
      throw ChildProcessError(description: "\(answers.count) answers for \(documents.count)")
    }
    return answers
  }

  /// What is wrong with one manifest.
  package func errors(in text: String, _ format: Format, name: String = "manifest") async throws
    -> [String]
  {
    try await errors(in: [Document(name, text, format)])[0]
  }
}
