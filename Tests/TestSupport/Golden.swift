import Foundation
package import Testing

/// Expects a text to equal a committed file, byte by byte.
///
/// With `RECORD_GOLDEN=1` the file is written and the test *fails*, so that a recording cannot slip
/// through: read the git diff, then run again.
///
/// - Parameters:
///   - text: What was generated.
///   - path: The golden file, from `folder`, such as `kitchen/render.yaml`.
///   - folder: Where the golden files lie, from the package's root.
///   - sourceLocation: Where the expectation stands.
/// - Throws: What the disk says when a recording cannot be written.
package func expectGolden(
  _ text: String,
  _ path: String,
  in folder: String = "Tests/InfraTargetsTests/Golden",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = PackageRoot.file("\(folder)/\(path)")
  let stored = try? Data(contentsOf: file)
  let expected = stored.map { String(decoding: $0, as: UTF8.self) }
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    guard stored != Data(text.utf8) else { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(folder)/\(path)", sourceLocation: sourceLocation)
  } else if let expected {
    guard stored != Data(text.utf8) else { return }
    Issue.record(
      "\(folder)/\(path) differs\n\(difference(from: expected, to: text))",
      sourceLocation: sourceLocation
    )
  } else {
    Issue.record(
      "no \(folder)/\(path): record it with RECORD_GOLDEN=1",
      sourceLocation: sourceLocation
    )
  }
}

/// The lines in which two texts differ, `-` for the first and `+` for the second, with context.
package func difference(from old: String, to new: String, limit: Int = 60) -> String {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let changes = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in changes {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [(text: String, changed: Bool)] = []
  var (left, right) = (0, 0)
  while left < old.count || right < new.count {
    if left < old.count, removed.contains(left) {
      lines.append(("-\(old[left])", true))
      left += 1
    } else if right < new.count, inserted.contains(right) {
      lines.append(("+\(new[right])", true))
      right += 1
    } else {
      lines.append((" \(old[left])", false))
      left += 1
      right += 1
    }
  }
  let near = lines.indices.filter { index in
    lines[max(0, index - 2)...min(lines.count - 1, index + 2)].contains { $0.changed }
  }
  let shown = near.prefix(limit).map { lines[$0].text }.joined(separator: "\n")
  return near.count > limit ? shown + "\n(\(near.count - limit) more lines)" : shown
}
