/// A value whose type allows more than the vendor's format does.
///
/// Manifests are kept as they are read, so what the format refuses is said beside the value: a word
/// that is not in the vocabulary, a number out of range, two fields that exclude each other.
public protocol Constrained {
  /// What the format refuses about the value, each as a clause such as `'x' is not one of a, b`.
  var faults: [String] { get }
}

/// What a vendor's format demands beyond types, as clauses about the value found.
package enum FormatLimits {
  /// A number must lie in a range.
  package static func range<Number: Comparable>(
    _ name: String,
    _ value: Number?,
    _ range: ClosedRange<Number>
  ) -> String? {
    guard let value, !range.contains(value) else { return nil }
    return "'\(name)' is \(value), and \(range.lowerBound) to \(range.upperBound) is allowed"
  }

  /// A number must not be too small.
  package static func least<Number: Comparable>(
    _ name: String,
    _ value: Number?,
    _ least: Number
  ) -> String? {
    guard let value, value < least else { return nil }
    return "'\(name)' is \(value), and \(least) is the least"
  }

  /// Text must not be too short or too long, in characters as JSON schemas count them.
  package static func length(
    _ name: String,
    _ text: String?,
    _ range: ClosedRange<Int>
  ) -> String? {
    guard let text, text.utf8.count < range.lowerBound || text.utf8.count > range.upperBound
    else { return nil }
    let count = text.unicodeScalars.count
    if range.contains(count) { return nil }
    if count == 0 { return "'\(name)' is empty" }
    return "'\(name)' has \(count) characters, and \(range.upperBound) are allowed"
  }

  /// A list or map must not have too few or too many entries.
  package static func count(_ name: String, _ count: Int?, _ range: ClosedRange<Int>) -> String? {
    guard let count, !range.contains(count) else { return nil }
    return count < range.lowerBound
      ? "'\(name)' has \(count) entries, and \(range.lowerBound) are needed"
      : "'\(name)' has \(count) entries, and \(range.upperBound) are allowed"
  }

  /// Fields that exclude each other must not both be there.
  package static func excludes(
    _ name: String,
    _ isThere: Bool,
    _ others: [(name: String, isThere: Bool)]
  ) -> [String] {
    guard isThere else { return [] }
    return others.filter(\.isThere).map { "'\(name)' excludes '\($0.name)'" }
  }

  /// No entry of a list may be there twice.
  package static func unique<Item: Hashable>(_ name: String, _ items: [Item]?) -> String? {
    guard let items, Set(items).count < items.count else { return nil }
    return "'\(name)' has an entry twice"
  }
}
