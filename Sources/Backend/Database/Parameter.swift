import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A value bound to a statement; never part of its text.
enum Parameter: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral
{
  case null
  case text(String)
  case integer(Int)
  case bytes([UInt8])

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(nilLiteral: ()) { self = .null }

  /// Binds a text, or null.
  init(_ text: String?) { self = text.map(Self.text) ?? .null }

  /// Binds an identifier, or null.
  init(_ id: UUID?) { self = id.map { .text($0.uuidString) } ?? .null }

  /// Appends the text that libpq sends, without its end; false for null.
  func write(to bytes: inout [UInt8]) -> Bool {
    switch self {
    case .null: return false
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .bytes(let raw):
      bytes.append(contentsOf: "\\x".utf8)
      for byte in raw {
        bytes.append(Self.hexDigits[Int(byte >> 4)])
        bytes.append(Self.hexDigits[Int(byte & 15)])
      }
    }
    return true
  }

  private static let hexDigits = [UInt8]("0123456789abcdef".utf8)
}

/// A statement's values in the form that libpq takes: texts, each ended by a zero.
struct BoundParameters {
  private var bytes: [UInt8] = []
  private var offsets: [Int?] = []

  /// Encodes values; a text with a zero in it cannot be sent and is refused.
  init(_ parameters: [Parameter]) throws(DatabaseError) {
    offsets.reserveCapacity(parameters.count)
    bytes.reserveCapacity(parameters.count * 40)
    for parameter in parameters {
      let start = bytes.count
      guard parameter.write(to: &bytes) else {
        offsets.append(nil)
        continue
      }
      guard !bytes[start...].contains(0) else {
        throw .invalidValue("a text with a zero character in it")
      }
      bytes.append(0)
      offsets.append(start)
    }
  }

  /// The number of values.
  var count: Int32 { Int32(offsets.count) }

  /// Lends the array of C strings that libpq copies from.
  func withPointers<Result>(
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { raw in
      let base = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset -> UnsafePointer<CChar>? in
        guard let base, let offset else { return nil }
        return base + offset
      }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
