// How maps, lists and keys are laid out in YAML: two spaces a level, and a container that begins a
// list's item begins on the line of its dash.
extension Document {
  mutating func writeYAMLKey(_ name: String, depth: Int) throws {
    beginYAMLLine(depth: depth)
    var name = name
    let start = bytes.count
    name.withUTF8 { text in
      if isPlain(text) { bytes.append(contentsOf: text) } else { writeQuoted(text) }
    }
    // YAML readers look no further than this for the colon that makes a key.
    guard bytes.count - start <= 1024 else { throw error("a key is longer than 1024 bytes") }
    append(byte: 0x3A)
  }

  mutating func writeYAMLDash(depth: Int) {
    beginYAMLLine(depth: depth)
    append(byte: 0x2D)
  }

  mutating func writeYAMLEnd(of frame: Frame) {
    if frames.isEmpty, frame.count > 0 { settleSeparation(of: frame) }
    if frame.count == 0 {
      beginValue()
      append(frame.kind == .map ? "{}" : "[]")
    } else if frames.count == 1 {
      isBlock.current = true
    }
  }

  private mutating func beginYAMLLine(depth: Int) {
    let isFirst = frames[depth].count == 0
    if isFirst, depth == 0 { return }
    if isFirst, frames[depth - 1].kind == .list {
      append(byte: 0x20)
      return
    }
    // Sections of the root are parted by an empty line; settleSeparation takes back the others.
    if depth == 0, frames[0].kind == .map { append(byte: 0x0A) }
    newLine(depth: depth)
  }

  /// Takes back the empty line between two root entries of one line each, once both are complete.
  mutating func settleSeparation() {
    if let root = frames.first { settleSeparation(of: root) }
    isBlock = (isBlock.current, false)
  }

  private mutating func settleSeparation(of root: Frame) {
    guard root.kind == .map, root.count > 1, root.mark < bytes.count else { return }
    if !isBlock.previous, !isBlock.current { bytes.remove(at: root.mark) }
  }
}
