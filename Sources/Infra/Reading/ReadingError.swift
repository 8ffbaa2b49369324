import InfraSerialization

/// Why a file could not be read, and where.
package struct ReadingError: Error, Sendable, CustomStringConvertible {
  enum Reason {
    case message(String)
    /// A value of another kind than what would have fitted.
    case mismatch(expected: String, found: String)
  }

  /// The line, counted from 1; nil where it is not known.
  package let line: Int?

  private let reason: Reason
  private let place: Path?

  // Types that try one shape after the other throw many errors that nobody sees, so an error becomes
  // text only when somebody looks.
  init(_ reason: Reason, line: Int?, at place: Path? = nil) {
    self.reason = reason
    self.line = line
    self.place = place
  }

  init(_ message: String, line: Int?) { self.init(.message(message), line: line) }

  /// The way from the file's root to the value, as in `services[2].plan`; empty at the root.
  package var path: String { place?.text.onOneLine ?? "" }

  /// What is wrong.
  package var message: String {
    switch reason {
    case .message(let message): message.onOneLine
    case .mismatch(let expected, let found): "expected \(expected), found \(found)"
    }
  }

  /// The line, the path and what is wrong.
  package var description: String {
    let start = line.map { "line \($0): " } ?? ""
    return start + (path.isEmpty ? message : "\(path): \(message)")
  }
}

extension ReadingError: AttemptError {
  /// Chooses the attempt that came further, or joins what both expected.
  ///
  /// - Parameter other: The error of the second attempt.
  /// - Returns: The error to report.
  package func merged(with other: any Error) -> any Error {
    guard let other = other as? ReadingError else { return other }
    let depths = (place?.depth ?? 0, other.place?.depth ?? 0)
    if depths.0 != depths.1 { return depths.0 > depths.1 ? self : other }
    switch (reason, other.reason) {
    case (.mismatch(let one, _), .mismatch(let two, let found)) where one != two:
      let both = Reason.mismatch(expected: "\(one) or \(two)", found: found)
      return ReadingError(both, line: other.line, at: other.place)
    case (.message, .mismatch): return self
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
