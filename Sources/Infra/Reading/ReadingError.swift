import InfraSerialization

/// Why a file could not be read, and where.
package struct ReadingError: Error, Equatable, CustomStringConvertible {
  /// The way from the file's root to the value, as in `services[2].plan`; empty at the root.
  package let path: String

  /// The line, counted from 1; nil where it is not known.
  package let line: Int?

  /// What is wrong.
  package let message: String

  /// How many steps the path has: of two attempts, the deeper one understood more.
  let depth: Int

  /// What would have fitted, where a value of another kind stood.
  let mismatch: Mismatch?

  struct Mismatch: Equatable {
    let expected: String
    let found: String
  }

  init(_ message: String, line: Int?, path: String = "", depth: Int = 0) {
    self.path = path.onOneLine
    self.line = line
    self.message = message.onOneLine
    self.depth = depth
    mismatch = nil
  }

  init(_ mismatch: Mismatch, line: Int?, path: String, depth: Int) {
    self.path = path.onOneLine
    self.line = line
    self.depth = depth
    self.mismatch = mismatch
    message = "expected \(mismatch.expected), found \(mismatch.found)"
  }

  /// The line, the path and what is wrong.
  package var description: String {
    let place = line.map { "line \($0): " } ?? ""
    return place + (path.isEmpty ? message : "\(path): \(message)")
  }
}

extension ReadingError: AttemptError {
  /// Chooses the attempt that came further, or joins what both expected.
  ///
  /// - Parameter other: The error of the second attempt.
  /// - Returns: The error to report.
  package func merged(with other: any Error) -> any Error {
    guard let other = other as? ReadingError else { return other }
    if depth != other.depth { return depth > other.depth ? self : other }
    switch (mismatch, other.mismatch) {
    case (let one?, let two?) where one.expected != two.expected:
      let both = Mismatch(expected: "\(one.expected) or \(two.expected)", found: two.found)
      return ReadingError(both, line: other.line, path: other.path, depth: depth)
    case (nil, _?): return self
    default: return other
    }
  }
}

extension String {
  /// The text as a part of an error of one line, whatever a file's keys hold.
  var onOneLine: String {
    let scalars = unicodeScalars.prefix(200).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: Unicode.Scalar(0xFFFD) ?? scalar
      default: scalar
      }
    }
    var text = String(String.UnicodeScalarView(scalars))
    if unicodeScalars.count > 200 { text += "…" }
    return text
  }
}
