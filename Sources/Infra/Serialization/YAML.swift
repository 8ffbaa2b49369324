/// Writes values as YAML that looks as if a careful person had written it.
///
/// Fields appear in the order in which their type declares them. Text is quoted only where some
/// reader, old or new, could take it for something else.
package enum YAML {
  /// Encodes a value as one YAML document that ends in one newline.
  ///
  /// - Parameters:
  ///   - value: What to write. An absent optional is left out, and so is an empty `[T]` or
  ///     `OrderedMap` field; an empty list or map in an optional field is written.
  ///   - header: Text for a comment at the top, of one or more lines.
  ///   - size: About how many bytes it will come to: a text that grows step by step takes several
  ///     times its memory, which of a large one is most of the time.
  /// - Returns: The text of the file.
  /// - Throws: `WritingError`, when the value cannot be written faithfully.
  package static func encode(
    _ value: some Encodable,
    header: String? = nil,
    size: Int = 0
  ) throws -> String {
    let stream = Stream(.yaml)
    stream.document.pointee.bytes.reserveCapacity(size)
    if let header { stream.document.pointee.writeComment(header, mark: "#") }
    try stream.write(value)
    return stream.document.pointee.text
  }
}
