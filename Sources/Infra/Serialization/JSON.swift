/// Writes values as JSON for people to review: two spaces, a short list of plain values on one line.
package enum JSON {
  /// Encodes a value as one JSON document that ends in one newline.
  ///
  /// Fields are in declared order. Empty `[T]` and `OrderedMap` fields are left out, as in YAML.
  ///
  /// - Parameter value: What to write.
  /// - Returns: The text of the file.
  /// - Throws: `WritingError`, when the value cannot be written faithfully.
  package static func encode(_ value: some Encodable) throws -> String {
    let stream = Stream(.json)
    try stream.write(value)
    return stream.document.pointee.text
  }
}
