/// The parts of an image's name: `registry:5000/path/name:tag@sha256:…`.
///
/// The grammar is that of the Distribution project's reference package
/// (distribution.github.io/distribution/spec/api, read 2026-11-23).
package struct ImageReference: Sendable, Hashable {
  /// The name with its registry, if it has one.
  package let name: String

  /// The tag.
  package let tag: String?

  /// The digest, such as `sha256:…`.
  package let digest: String?

  /// Takes a name apart without judging it.
  package init(_ text: String) {
    var rest = text[...]
    if let at = rest.firstIndex(of: "@") {
      digest = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    } else {
      digest = nil
    }
    // A colon before the last slash belongs to the registry's port.
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    } else {
      tag = nil
    }
    name = String(rest)
  }

  /// Whether the same name leads to the same image tomorrow, as far as a name can say.
  package var isPinned: Bool {
    if digest != nil { return true }
    guard let tag else { return false }
    return tag != "latest"
  }

  /// What is wrong with the name, to follow it in a sentence; nil when it is legal.
  package var fault: String? {
    if name.isEmpty && tag == nil && digest == nil { return "is empty" }
    if name.contains("://") { return "has a scheme" }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, Self.isRegistry(parts[0]) { parts.removeFirst() }
    for part in parts where !Self.isPath(part) {
      return "has '\(part)' in its name, which is not lower-case letters and digits with single "
        + "dots, underscores or hyphens between them"
    }
    if let tag, !Self.isTag(tag) { return "has '\(tag)' as its tag" }
    if let digest, !Self.isDigest(digest) { return "has '\(digest)' as its digest" }
    return nil
  }

  private static func isRegistry(_ text: Substring) -> Bool {
    guard text.contains(".") || text.contains(":") || text == "localhost" else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || ".:-[]".utf8.contains($0) }
  }

  private static func isPath(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isLower(first) && isLower(last)
      && text.utf8.allSatisfy { isLower($0) || "._-".utf8.contains($0) }
      && !text.contains("..")
  }

  private static func isTag(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
    return (isAlphanumeric(first) || first == UInt8(ascii: "_"))
      && text.utf8.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
  }

  private static func isDigest(_ text: String) -> Bool {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, let first = halves[0].utf8.first, isAlphanumeric(first) else {
      return false
    }
    return halves[1].utf8.count >= 32
      && halves[1].utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLower(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
