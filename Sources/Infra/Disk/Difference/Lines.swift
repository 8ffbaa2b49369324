#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A text cut into lines, each with the newline that ends it.
struct Lines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    // A last line without newline ends where the text ends; with one, nothing follows it.
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
    self.bytes = bytes
  }

  /// How many lines there are.
  var count: Int { starts.count - 1 }

  /// Whether it is no text.
  var isBinary: Bool { bytes.contains(0) }

  /// The bytes of a line.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

  /// A line after its mark, and a remark where no newline ends it.
  func shown(_ index: Int, after mark: Character) -> String {
    let line = self[index]
    let end = line.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
    return "\(mark)\(String(decoding: line, as: UTF8.self))\(end)"
  }
}

/// Whether bytes are the same, at the speed of the C library in debug builds too.
func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.count == right.count && (left.isEmpty || memcmp(left, right, left.count) == 0)
}
