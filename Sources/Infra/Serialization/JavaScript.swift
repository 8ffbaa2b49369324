/// Writes values as JavaScript literals.
package enum JavaScript {
  /// Encodes a value as a module that imports nothing and exports the value as its default.
  ///
  /// The text is valid both as TypeScript and as a plain module. Text is escaped so that it can
  /// neither end its literal nor, where a page holds the module, the page's script.
  ///
  /// - Parameters:
  ///   - value: What to write; empty `[T]` and `OrderedMap` fields are left out, as in YAML.
  ///   - header: Text for a comment at the top, of one or more lines.
  /// - Returns: The text of the file.
  /// - Throws: `WritingError`, when the value cannot be written faithfully.
  package static func exportDefault(
    _ value: some Encodable,
    header: String? = nil
  ) throws -> String {
    let stream = Stream(.javaScript)
    if let header { stream.document.pointee.writeComment(header, mark: "//") }
    stream.document.pointee.append("export default ")
    try stream.write(value)
    return stream.document.pointee.text
  }
}
