import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lines of a stream, cut where they come in.
struct InputLines {
  /// The most bytes of a line; a longer one is left out whole.
  static let longest = 1 << 20

  private var line = Data()
  private var isTooLong = false

  /// Takes bytes as they were read, and hands on each line that they complete.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - take: Takes a line without its end; nil for one that was too long.
  mutating func append(_ bytes: Data, _ take: (Data?) -> Void) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      add(rest[..<end])
      flush(take)
      rest = rest[(end + 1)...]
    }
    add(rest)
  }

  /// Hands on what stands behind the last line's end.
  mutating func finish(_ take: (Data?) -> Void) {
    if !line.isEmpty || isTooLong { flush(take) }
  }

  private mutating func add(_ bytes: Data) {
    if isTooLong { return }
    if line.count + bytes.count > Self.longest {
      line = Data()
      isTooLong = true
    } else {
      line += bytes
    }
  }

  private mutating func flush(_ take: (Data?) -> Void) {
    take(isTooLong ? nil : line)
    line = Data()
    isTooLong = false
  }
}

/// Reads messages from a descriptor into a board until it ends.
struct InputReader: Sendable {
  let board: Board
  /// Takes one note without a line's end.
  let note: @Sendable (String) -> Void

  /// How many notes are made before the rest is silence.
  static let mostNotes = 20

  /// Reads until the end, and blocks meanwhile.
  func read(from descriptor: Int32) {
    var lines = InputLines()
    var number = 0
    var notes = 0
    func take(_ line: Data?) {
      number += 1
      do throws(MessageFault) {
        guard let line else {
          throw MessageFault("it has more than \(InputLines.longest) bytes")
        }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return }
        try board.take(Message(line))
      } catch {
        notes += 1
        if notes <= Self.mostNotes { note("line \(number) was ignored: \(error.description)") }
        if notes == Self.mostNotes { note("further lines are ignored without a note") }
      }
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Self.read(descriptor, $0) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      lines.append(Data(buffer[..<count]), take)
    }
    lines.finish(take)
    board.finish()
  }

  #if canImport(Glibc)
    private static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
      Glibc.read(descriptor, room.baseAddress, room.count)
    }
  #elseif canImport(Musl)
    private static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
      Musl.read(descriptor, room.baseAddress, room.count)
    }
  #elseif canImport(Darwin)
    private static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
      Darwin.read(descriptor, room.baseAddress, room.count)
    }
  #endif
}
