import InfraKit

/// What a person may have meant by a name that names nothing.
enum Suggestion {
  /// The nearest name if one is near, else all of them.
  static func text(for name: String, among known: [String], called what: String) -> String {
    if known.isEmpty { return "there are no \(what) yet" }
    if let nearest = nearest(name, in: known) { return "did you mean '\(nearest)'?" }
    var seen: Set<String> = []
    return "the \(what) are " + known.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
