/// A version of a product, as semver.org 2.0.0 writes and orders it.
package struct ReleaseVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The three numbers.
  package let numbers: [Int]

  /// What stands behind the hyphen, such as `rc.1`; empty for a release.
  package let prerelease: [String]

  /// Reads `1.4.0`, `1.4.0-rc.1` or either with a `v` in front; nil for anything else.
  package init?(_ text: String) {
    let bare = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = bare.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Self.number($0) }
    guard words.count == 3, numbers.count == 3 else { return nil }
    self.numbers = numbers
    guard parts.count == 2 else {
      prerelease = []
      return
    }
    let identifiers = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    for word in identifiers {
      let isLegal = !word.isEmpty && word.utf8.allSatisfy(Self.isIdentifier)
      let isNumber = word.utf8.allSatisfy(Self.isDigit)
      guard isLegal, !isNumber || Self.number(word) != nil else { return nil }
    }
    prerelease = identifiers.map(String.init)
  }

  /// Whether it comes before a release of the same numbers.
  package var isPrerelease: Bool { !prerelease.isEmpty }

  /// The version without `v`.
  package var description: String {
    let text = numbers.map(String.init).joined(separator: ".")
    return isPrerelease ? "\(text)-\(prerelease.joined(separator: "."))" : text
  }

  /// Whether one version comes before another.
  package static func < (left: ReleaseVersion, right: ReleaseVersion) -> Bool {
    if left.numbers != right.numbers {
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
    // Nothing behind the hyphen comes last.
    if left.isPrerelease != right.isPrerelease { return left.isPrerelease }
    for (one, other) in zip(left.prerelease, right.prerelease) where one != other {
      switch (Int(one), Int(other)) {
      case (let first?, let second?): return first < second
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return one.utf8.lexicographicallyPrecedes(other.utf8)
      }
    }
    return left.prerelease.count < right.prerelease.count
  }

  /// A number as versions write it: without a needless zero.
  private static func number(_ word: Substring) -> Int? {
    guard word.utf8.allSatisfy(isDigit), word == "0" || !word.hasPrefix("0") else { return nil }
    return Int(word)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
