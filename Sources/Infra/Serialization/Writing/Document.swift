/// The text of one document while it is written, with the containers that are still open.
///
/// `Codable` never says that a container is complete, so a container is closed by the next event
/// outside it. That keeps one pass from value to bytes, without a tree between them.
struct Document {
  enum Notation {
    case yaml
    case json
    case javaScript
  }

  /// A container's place: how deep it lies, and which of all values begun so far it belongs to.
  struct Position {
    let depth: Int
    let slot: Int

    /// A place where nothing can be written.
    static let nowhere = Position(depth: .max, slot: -1)
  }

  struct Frame {
    enum Kind {
      case map
      case list
    }

    let kind: Kind
    let slot: Int
    /// Whether the entries of a list are still on the line that opened it.
    var isInline = false
    var count = 0
    /// Where the current entry's bytes begin.
    var mark = 0
    var name = ""
  }

  /// Deeper than any vendor's format; a value that contains itself stops here, not at the stack's end.
  static let depthLimit = 100

  let notation: Notation
  var bytes: [UInt8] = []
  var frames: [Frame] = []
  /// Whether the root map's current entry, and the one before it, are blocks of several lines.
  var isBlock = (previous: false, current: false)
  /// Where the items of the one list that is still on a single line begin.
  var inlineItems: [Int] = []
  let classes = ByteClass.table

  /// What a method that cannot throw found wrong; thrown by the next one that can.
  private(set) var failure: WritingError?
  private var lastSlot = 0
  private var pendingSlot = 0

  init(_ notation: Notation) { self.notation = notation }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

// MARK: - Values

extension Document {
  /// Makes room for one value and returns the slot that it must claim.
  mutating func expectValue() -> Int {
    lastSlot += 1
    pendingSlot = lastSlot
    return lastSlot
  }

  /// Ends the document's last line.
  mutating func finish() { append(notation == .javaScript ? ";\n" : "\n") }

  /// Claims the value that a place waits for.
  mutating func claim(_ position: Position) throws {
    if let failure { throw failure }
    guard pendingSlot == position.slot else {
      throw error("a value was encoded twice, or after its place was complete")
    }
    pendingSlot = 0
  }

  /// Completes the value of a place; one that encoded nothing at all is an empty map, and the entry
  /// of one that turned out to be an empty collection may be taken back.
  mutating func complete(_ position: Position, omittingEmpty isOmitted: () -> Bool) throws {
    if let failure { throw failure }
    if pendingSlot == position.slot { open(.map, position) }
    while frames.count > position.depth + 1 { close() }
    guard frames.count > position.depth else { return }
    if frames[position.depth].count == 0, isOmitted() {
      frames.removeLast()
      dropEntry()
    } else {
      close()
    }
  }
}

// MARK: - Containers

extension Document {
  /// Opens the container that a place waits for, or returns to it if it is open already.
  mutating func open(_ kind: Frame.Kind, _ position: Position) {
    guard failure == nil else { return }
    if position.depth < frames.count, frames[position.depth].slot == position.slot {
      if frames[position.depth].kind != kind { fail("one value asks to be both a map and a list") }
      return
    }
    guard frames.count == position.depth, pendingSlot == position.slot else {
      fail("a container was asked for after its place was complete")
      return
    }
    guard position.depth < Self.depthLimit else {
      fail("nested deeper than \(Self.depthLimit) levels")
      return
    }
    pendingSlot = 0
    if notation != .yaml { writeBraceOpening(kind) }
    var frame = Frame(kind: kind, slot: position.slot)
    frame.isInline = kind == .list && notation != .yaml
    frame.mark = bytes.count
    frames.append(frame)
  }

  /// Opens a container for the entry that has just begun.
  mutating func openNested(_ kind: Frame.Kind, in position: Position) -> Position {
    guard failure == nil else { return .nowhere }
    let nested = Position(depth: position.depth + 1, slot: expectValue())
    open(kind, nested)
    return nested
  }

  /// The number of entries that a container holds so far.
  func count(at position: Position) -> Int {
    guard position.depth < frames.count, frames[position.depth].slot == position.slot else {
      return 0
    }
    return frames[position.depth].count
  }

  /// Begins an entry of a map: everything deeper is complete.
  mutating func beginEntry(_ name: String, in position: Position) throws {
    try resume(position)
    if position.depth == 0, notation == .yaml { settleSeparation() }
    frames[position.depth].mark = bytes.count
    frames[position.depth].name = name
    switch notation {
    case .yaml: try writeYAMLKey(name, depth: position.depth)
    case .json, .javaScript: writeBraceKey(name, depth: position.depth)
    }
    frames[position.depth].count += 1
  }

  /// Begins an item of a list: everything deeper is complete.
  mutating func beginItem(in position: Position) throws {
    try resume(position)
    frames[position.depth].mark = bytes.count
    switch notation {
    case .yaml: writeYAMLDash(depth: position.depth)
    case .json, .javaScript: beginBraceItem(depth: position.depth)
    }
    frames[position.depth].count += 1
  }

  /// Takes back the entry that has just begun.
  private mutating func dropEntry() {
    guard let last = frames.indices.last else { return }
    bytes.removeSubrange(frames[last].mark...)
    frames[last].count -= 1
    if last == 0 { isBlock.current = isBlock.previous }
  }

  private mutating func resume(_ position: Position) throws {
    if let failure { throw failure }
    guard position.depth < frames.count, frames[position.depth].slot == position.slot else {
      throw error("containers were filled in turns; a streamed document needs one after the other")
    }
    while frames.count > position.depth + 1 { close() }
  }

  private mutating func close() {
    guard let frame = frames.popLast() else { return }
    switch notation {
    case .yaml: writeYAMLEnd(of: frame)
    case .json, .javaScript: writeBraceEnd(of: frame)
    }
  }
}

// MARK: - Failures

extension Document {
  /// Remembers what went wrong where nothing can be thrown.
  mutating func fail(_ message: String) { failure = failure ?? error(message) }

  /// Remembers an error where nothing can be thrown.
  mutating func fail(_ error: any Error) {
    failure = failure ?? error as? WritingError ?? self.error(String(describing: error))
  }

  func error(_ message: String) -> WritingError {
    var path = ""
    for frame in frames where frame.count > 0 || !frame.name.isEmpty {
      switch frame.kind {
      case .list: path += "[\(frame.count - 1)]"
      case .map: path += path.isEmpty ? frame.name : ".\(frame.name)"
      }
    }
    return WritingError(path: path, message: message)
  }
}
