/// Changes files a little at random, as a tired person or a broken program would.
struct Mutator {
  private var draw: Draw
  private let pieces: [[UInt8]]

  init(seed: UInt64) {
    draw = Draw(seed: seed)
    let texts = [
      "{", "}", "[", "]", ",", ":", "-", "?", "&a", "*a", "!x", "|", ">", "'", "\"", "%", "@", "`",
      "#", "~", "<<: ", "\\", " ", "\n", "\r", "\t", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "é",
      "\n- ", "\n  a: ", ": ", "null", "true", "1e999", "-0", "0x", "0o7", "9223372036854775808",
      "!!binary x", "!reset", "---\n", "...\n", "&a [*a]", "\\u0000", "\\ud800", "${A:-${B}}", "$$",
    ]
    pieces = texts.map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]
  }

  /// A changed copy of one of some files, or a mixture of two of them.
  mutating func next(of files: [[UInt8]]) -> [UInt8] {
    var bytes = draw.pick(files)
    for _ in 0..<draw.number(1...3) { change(&bytes, files) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ files: [[UInt8]]) {
    guard !bytes.isEmpty else {
      bytes = draw.pick(pieces)
      return
    }
    let start = draw.number(0...bytes.count - 1)
    let end = min(bytes.count, start + draw.number(1...40))
    switch draw.number(0...7) {
    case 0: bytes[start] = UInt8(draw.number(0...255))
    case 1, 2: bytes.insert(contentsOf: draw.pick(pieces), at: start)
    case 3: bytes.removeSubrange(start..<end)
    case 4: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 5: bytes.replaceSubrange(start..<end, with: draw.pick(pieces))
    case 6:
      // A piece of another file.
      let other = draw.pick(files)
      guard !other.isEmpty else { return }
      let from = draw.number(0...other.count - 1)
      bytes.insert(
        contentsOf: other[from..<min(other.count, from + draw.number(1...200))],
        at: start
      )
    default:
      // A line moved: indentation that no longer fits.
      bytes.insert(contentsOf: Array(repeating: 0x20, count: draw.number(1...4)), at: start)
    }
    if bytes.count > 60_000 { bytes.removeSubrange(60_000...) }
  }
}
