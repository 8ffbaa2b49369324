/// The SHA-256 of some bytes, as FIPS 180-4 (August 2015) defines it.
///
/// Our own sixty lines: a package of cryptography would cost a minute of every clean build.
package struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// The digest as 64 lower-case hexadecimal digits.
  package let description: String

  /// Reads a digest that was written earlier, or answers nil where it is none.
  package init?(hexadecimal text: String) {
    guard text.utf8.count == 64, text.utf8.allSatisfy(Self.digits.contains) else { return nil }
    description = text
  }

  /// Computes the digest of bytes.
  package init(of bytes: [UInt8]) {
    let whole = bytes.count / 64 * 64
    var tail = Array(bytes[whole...])
    tail.append(0x80)
    tail.append(contentsOf: repeatElement(0, count: (120 - tail.count % 64) % 64))
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> shift))
    }

    var state = SHA256State()
    bytes.withUnsafeBytes { state.add(UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
    tail.withUnsafeBytes { state.add($0) }

    var text: [UInt8] = []
    for word in state.words {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        text.append(Self.digits[Int(word >> shift & 15)])
      }
    }
    description = String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
