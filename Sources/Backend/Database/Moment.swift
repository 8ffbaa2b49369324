/// A moment in UTC, as RFC 3339 words it: `2026-11-23T05:49:03.25Z`.
///
/// Moments come from Postgres, whose clock all instances share, and go back to it; the program
/// itself never calculates with them.
struct Moment: Sendable, Hashable {
  /// The text.
  let text: String

  /// Rewrites what Postgres returns with `TimeZone=UTC`: `2026-11-23 05:49:03.25+00`.
  init(postgres: String) {
    var bytes = [UInt8](postgres.utf8)
    if bytes.count > 19, bytes[10] == UInt8(ascii: " ") { bytes[10] = UInt8(ascii: "T") }
    if bytes.suffix(3).elementsEqual("+00".utf8) {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "Z"))
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }
}
