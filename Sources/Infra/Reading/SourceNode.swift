/// A value as a file spells it, before it becomes a type of ours.
package struct SourceNode: Sendable {
  /// What the value is.
  package indirect enum Content: Sendable {
    /// A single value.
    case scalar(SourceScalar)
    /// A list.
    case list([SourceNode])
    /// A map, in the file's order; no key occurs twice.
    case map([Entry])
  }

  /// A key of a map with its value.
  package struct Entry: Sendable {
    /// The key.
    package let key: String
    /// The line on which the key stands, counted from 1; nil where the file does not tell.
    package let line: Int?
    /// The value.
    package let value: SourceNode
  }

  /// What the value is.
  package let content: Content

  /// The line on which the value begins, counted from 1; nil where the file does not tell.
  package let line: Int?

  /// A YAML tag that says more than the content does, as in `!reset`; decoding refuses it by name.
  package let tag: String?

  /// Whether it is a plain word such as `no`, which is text here and false to older readers.
  let isAmbiguous: Bool

  init(_ content: Content, line: Int?, tag: String? = nil, isAmbiguous: Bool = false) {
    self.content = content
    self.line = line
    self.tag = tag
    self.isAmbiguous = isAmbiguous
  }

  /// What the value is, in the words of an error.
  var summary: String {
    switch content {
    case .scalar(let scalar): scalar.summary
    case .list: "a list"
    case .map: "a map"
    }
  }

  var isNull: Bool {
    if case .scalar(.null) = content, tag == nil { true } else { false }
  }
}

/// A single value of a file.
package enum SourceScalar: Sendable, Equatable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A number, as it is spelt: no digit is lost before its type is known.
  case number(String)
  /// Text.
  case text(String)

  /// The kind alone: a file may hold what must not reach a log, and the line says where to look.
  var summary: String {
    switch self {
    case .null: "nothing"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "text"
    }
  }
}
