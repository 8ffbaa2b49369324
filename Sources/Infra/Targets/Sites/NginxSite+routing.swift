import InfraKit

extension NginxSite {
  /// One `if` for each redirect, on the path as the browser asked for it: a decoded path could carry
  /// a line break into the Location header.
  func redirectLines(_ faults: inout [Fault]) -> [String] {
    var lines: [String] = []
    for (index, redirect) in redirects.enumerated() {
      let path = NginxPath(redirect.source)
      let pieces = Self.addingQuery(to: path.filled(redirect.destination))
      if let message = Self.fault(path, redirect.destination, pieces, allowingURL: true) {
        faults.append(Fault(entry: .redirect(index), message: message))
        continue
      }
      lines.append("if ($request_uri ~ \"\(path.asked)\") {")
      lines.append("  return \(redirect.status.rawValue) \(NginxText.quoted(pieces));")
      lines.append("}")
    }
    return lines
  }

  /// One `rewrite` for each rewrite; `break` ends the list, and the file is looked for.
  func rewriteLines(_ faults: inout [Fault]) -> [String] {
    var lines: [String] = []
    for (index, rewrite) in rewrites.enumerated() {
      let path = NginxPath(rewrite.source)
      let pieces = path.filled(rewrite.destination)
      if let message = Self.fault(path, rewrite.destination, pieces, allowingURL: false) {
        faults.append(Fault(entry: .rewrite(index), message: message))
        continue
      }
      lines.append("rewrite \"\(path.decoded)\" \(NginxText.quoted(pieces)) break;")
    }
    return lines
  }

  /// What keeps an entry out of the file, as a sentence.
  private static func fault(
    _ path: NginxPath,
    _ destination: String,
    _ pieces: [NginxText.Piece],
    allowingURL: Bool
  ) -> String? {
    if let fault = path.fault { return "the path '\(path.pattern)' \(fault)" }
    if let fault = NginxText.fault(pieces) { return "the destination \(fault)" }
    if destination.utf8.contains(UInt8(ascii: " ")) { return "the destination has a space" }
    if destination.hasPrefix("/"), !destination.hasPrefix("//") { return nil }
    if ["http://", "https://"].contains(where: destination.hasPrefix) {
      return allowingURL
        ? nil : "the destination '\(destination)' is on another host, which nginx does not fetch"
    }
    return "the destination '\(destination)' is neither a path nor a URL"
  }

  /// A destination with the query that the browser sent, which goes before a fragment.
  ///
  /// A destination with a query of its own keeps that alone.
  private static func addingQuery(to pieces: [NginxText.Piece]) -> [NginxText.Piece] {
    let query: [NginxText.Piece] = [.variable("is_args"), .variable("args")]
    for (index, piece) in pieces.enumerated() {
      guard case .text(let text) = piece,
        let mark = text.firstIndex(where: { $0 == "?" || $0 == "#" })
      else { continue }
      if text[mark] == "?" { return pieces }
      let before = NginxText.Piece.text(String(text[..<mark]))
      let after = NginxText.Piece.text(String(text[mark...]))
      return Array(pieces[..<index]) + [before] + query + [after] + Array(pieces[(index + 1)...])
    }
    return pieces + query
  }
}
