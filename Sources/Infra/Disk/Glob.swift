/// A pattern of paths from the root: `*` within a name, `**` over folders.
package struct Glob: Sendable {
  private let parts: [Substring]

  /// Reads a pattern.
  package init(_ text: String) { parts = text.split(separator: "/").filter { $0 != "." } }

  /// The path before the first wildcard.
  package static func start(of text: String) -> String {
    let plain = text.split(separator: "/").prefix { !$0.contains { "*?[{".contains($0) } }
    return plain.isEmpty ? "." : plain.joined(separator: "/")
  }

  /// Whether a path is meant; a folder that is meant as a whole stands for all in it.
  package func matches(_ path: String) -> Bool {
    matches(parts[...], path.split(separator: "/")[...])
  }

  private func matches(_ parts: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
    guard let part = parts.first else { return path.isEmpty }
    if part == "**" {
      if parts.count == 1 { return true }
      return (path.startIndex...path.endIndex).contains { matches(parts.dropFirst(), path[$0...]) }
    }
    guard let name = path.first, Self.matches(part[...], name[...]) else { return false }
    return matches(parts.dropFirst(), path.dropFirst())
  }

  private static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return matches(pattern.dropFirst(), name)
        || (!name.isEmpty && matches(pattern, name.dropFirst()))
    }
    guard let character = name.first, first == "?" || first == character else { return false }
    return matches(pattern.dropFirst(), name.dropFirst())
  }
}
