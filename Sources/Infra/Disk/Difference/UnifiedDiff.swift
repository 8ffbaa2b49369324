/// The difference of two texts in the form that people and `patch` read.
package enum UnifiedDiff {
  private static let context = 3

  /// The difference, empty where there is none.
  ///
  /// Bytes are nil where there is no file. Lines beyond the maximum are left out, and the last line
  /// says how many.
  package static func text(
    old: [UInt8]?,
    new: [UInt8]?,
    path: String,
    maximumLines: Int? = nil
  ) -> String {
    if (old == nil) == (new == nil), areEqual(old ?? [], new ?? []) { return "" }
    let before = Lines(old ?? [])
    let after = Lines(new ?? [])
    // As with other tools, a tab ends a name that holds a space.
    let end = path.utf8.contains(UInt8(ascii: " ")) ? "\t" : ""
    let names = (
      old == nil ? "/dev/null" : "a/\(path)\(end)", new == nil ? "/dev/null" : "b/\(path)\(end)"
    )
    if before.isBinary || after.isBinary {
      return "Binary files \(names.0) and \(names.1) differ\n"
    }
    var lines = ["--- \(names.0)\n", "+++ \(names.1)\n"]
    for hunk in hunks(of: LineDifference(before, after).blocks) {
      append(hunk, before, after, to: &lines)
    }
    if let maximumLines, lines.count > maximumLines {
      let rest = lines.count - maximumLines
      lines.removeLast(rest)
      lines.append("… \(rest) more \(rest == 1 ? "line" : "lines")\n")
    }
    return lines.joined()
  }

  /// The first line, counted from one, that the texts do not share; nil where they are equal.
  package static func firstDifferingLine(old: [UInt8], new: [UInt8]) -> Int? {
    if areEqual(old, new) { return nil }
    var line = 1
    for (left, right) in zip(old, new) {
      if left != right { break }
      if left == UInt8(ascii: "\n") { line += 1 }
    }
    return line
  }

  /// Joins blocks whose context would touch.
  private static func hunks(of blocks: [LineDifference.Block]) -> [[LineDifference.Block]] {
    var hunks: [[LineDifference.Block]] = []
    for block in blocks {
      if let last = hunks.last?.last, block.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(block)
      } else {
        hunks.append([block])
      }
    }
    return hunks
  }

  private static func append(
    _ hunk: [LineDifference.Block],
    _ before: Lines,
    _ after: Lines,
    to lines: inout [String]
  ) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let lead = min(context, first.old.lowerBound)
    let tail = min(context, before.count - last.old.upperBound)
    let old = first.old.lowerBound - lead..<last.old.upperBound + tail
    let new = first.new.lowerBound - lead..<last.new.upperBound + tail
    lines.append("@@ -\(span(old)) +\(span(new)) @@\n")
    var shown = old.lowerBound
    for block in hunk {
      for index in shown..<block.old.lowerBound { lines.append(before.shown(index, after: " ")) }
      for index in block.old { lines.append(before.shown(index, after: "-")) }
      for index in block.new { lines.append(after.shown(index, after: "+")) }
      shown = block.old.upperBound
    }
    for index in shown..<old.upperBound { lines.append(before.shown(index, after: " ")) }
  }

  /// A range of lines as hunks write it: an empty one names the line before it.
  private static func span(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }
}
