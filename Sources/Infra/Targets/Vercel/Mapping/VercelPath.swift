import InfraKit

/// A path pattern in the words of path-to-regexp 6, which Vercel compiles with case and trailing
/// slash significant (vercel/vercel packages/routing-utils/src/superstatic.ts, 2026-08-03).
struct VercelPath {
  let pattern: PathPattern

  init(_ pattern: PathPattern) { self.pattern = pattern }

  /// The pattern, with a name for all that is left where a destination uses it.
  ///
  /// It has none otherwise: a rewrite adds names that its destination does not use to the query.
  func source(for destination: String) -> String {
    source(named: true, rest: destination.contains("*") ? ":\(restName)(.*)" : "(.*)")
  }

  /// The pattern without names.
  ///
  /// With names, Vercel would compile a header's value too, where a colon is not a rare thing.
  var sourceWithoutNames: String { source(named: false, rest: "(.*)") }

  /// A destination with the names that the source binds.
  func filled(_ destination: String) -> String {
    guard pattern.hasRest, destination.contains("*") else { return destination }
    var text = ""
    var rest = Substring(destination)
    while let first = rest.popFirst() {
      guard first == "*" else {
        text.append(first)
        continue
      }
      text += ":\(restName)"
      // A letter or a modifier that follows would become part of the name.
      if let next = rest.first, next.isLetter || next.isNumber || "_(*+{".contains(next) {
        text += "(.*)"
      }
    }
    return text
  }

  /// A name for all that is left, which the author has not taken.
  private var restName: String {
    let names = pattern.names
    return ["rest", "path", "tail"].first { !names.contains($0) } ?? "remainder"
  }

  private func source(named: Bool, rest: String) -> String {
    var text = ""
    let segments = pattern.segments
    for segment in segments {
      switch segment {
      case .literal(let literal): text += "/" + Self.escaped(literal)
      case .named(let name): text += named ? "/:\(name)" : "/([^/]+)"
      // `/docs/*` is `/docs` too.
      case .rest: text += text.isEmpty ? "/\(rest)" : "{/\(rest)}?"
      }
    }
    if segments.isEmpty || (pattern.text.hasSuffix("/") && !pattern.hasRest) { text += "/" }
    return text
  }

  private static func escaped(_ literal: String) -> String {
    literal.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "\\+")
  }
}
