import InfraSerialization

/// The way to a value, as a chain of steps; it becomes text only in an error.
final class Path: Sendable {
  enum Step: Sendable {
    case key(String)
    case index(Int)
  }

  let parent: Path?
  let step: Step

  init(_ step: Step, under parent: Path?) {
    self.step = step
    self.parent = parent
  }

  var depth: Int { 1 + (parent?.depth ?? 0) }

  var text: String {
    let above = parent?.text ?? ""
    return switch step {
    case .key(let key): above.isEmpty ? key : "\(above).\(key)"
    case .index(let index): "\(above)[\(index)]"
    }
  }
}

/// A value of a file together with the way to it: what all decoding containers stand on.
struct Place {
  let node: SourceNode
  let path: Path?
  let journal: Journal

  func decode<Value: Decodable>(_ type: Value.Type) throws(ReadingError) -> Value {
    let start = journal.mark
    do {
      if let tag = node.tag { throw refusal(of: tag) }
      let value = try Value(from: NodeDecoder(place: self))
      if let value = value as? any Constrained { record(value.faults) }
      return value
    } catch let found {
      // What a failed attempt knew of the keys below says nothing about the next attempt.
      journal.forget(since: start)
      throw error(from: found)
    }
  }

  func error(_ message: String) -> ReadingError {
    ReadingError(.message(message), line: node.line, at: path)
  }

  func mismatch(_ expected: String) -> ReadingError {
    if let tag = node.tag { return refusal(of: tag) }
    let reason = ReadingError.Reason.mismatch(expected: expected, found: node.summary)
    return ReadingError(reason, line: node.line, at: path)
  }

  private func record(_ faults: [String]) {
    for fault in faults {
      let path = (path?.text ?? "").onOneLine
      journal.record(Reader.Fault(path: path, line: node.line, message: fault.onOneLine))
    }
  }

  private func refusal(of tag: String) -> ReadingError {
    // Compose resolves these when it merges files, so one file alone has no value for them.
    let isMerge = tag == "!reset" || tag == "!override"
    let help = isMerge ? ": merge the files first (docker compose config)" : ""
    return error("the tag \(tag) cannot be read here\(help)")
  }

  private func error(from found: any Error) -> ReadingError {
    switch found {
    case let found as ReadingError: found
    case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
      DecodingError.keyNotFound(_, let context), DecodingError.valueNotFound(_, let context):
      error(context.debugDescription)
    default: error(String(describing: found))
    }
  }
}

// MARK: - Plain values

extension Place {
  private func scalar(_ expected: String) throws(ReadingError) -> SourceScalar {
    guard case .scalar(let scalar) = node.content, node.tag == nil else { throw mismatch(expected) }
    return scalar
  }

  func bool() throws(ReadingError) -> Bool {
    guard case .bool(let value) = try scalar("true or false") else {
      if node.isAmbiguous, let path { journal.takesEitherKind(at: path) }
      throw mismatch("true or false")
    }
    return value
  }

  func text() throws(ReadingError) -> String {
    guard case .text(let value) = try scalar("text") else { throw mismatch("text") }
    if node.isAmbiguous, let path, !journal.isTakenInEitherKind(at: path) {
      record(["a plain '\(value)' is true or false to readers of YAML 1.1: write it in quotes"])
    }
    return value
  }

  func integer<T: FixedWidthInteger>(_ type: T.Type) throws(ReadingError) -> T {
    guard case .number(let text) = try scalar("a whole number"),
      let value = SourceScalar.integer(text, as: type)
    else { throw mismatch("a whole number") }
    return value
  }

  func number<T: BinaryFloatingPoint & LosslessStringConvertible>(
    _ type: T.Type
  ) throws(ReadingError) -> T {
    guard case .number(let text) = try scalar("a number"),
      let value = SourceScalar.number(text, as: type)
    else { throw mismatch("a number") }
    return value
  }
}
