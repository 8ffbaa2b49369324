/// The lines that git leaves in a file where two branches disagree.
enum ConflictMarkers {
  /// Whether a file has a line that opens or closes a disagreement; nothing that is generated has.
  static func areIn(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      line.starts(with: opening) || line.starts(with: closing)
    }
  }

  private static let opening = Array("<<<<<<< ".utf8)
  private static let closing = Array(">>>>>>> ".utf8)
}
