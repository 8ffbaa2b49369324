/// One migration: a file of SQL in the order in which it is applied.
package struct MigrationFile: Sendable, Hashable {
  /// The name by which databases remember it: a file's, or with Prisma its folder's.
  package let name: String

  /// The path from the root.
  package let path: String

  /// The statements as they are.
  package let text: String

  /// What is told of it in a sentence.
  package var title: String { "'\(name)'" }
}

/// How a folder of migrations is laid out.
package enum MigrationLayout: String, Sendable {
  /// Files of SQL, one a migration.
  case files
  /// Prisma's: a folder for each, with `migration.sql` in it.
  case prisma

  /// The migration that a path below the folder is; nil for a file that is none.
  ///
  /// Files that undo a migration are none: a database is never taken back.
  func name(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    switch self {
    case .files:
      guard parts.count == 1, path.hasSuffix(".sql"), !path.hasPrefix(".") else { return nil }
      let name = String(path.dropLast(4))
      return [".down", "_down", ".undo"].contains { name.hasSuffix($0) } ? nil : name
    case .prisma:
      return parts.count == 2 && parts[1] == "migration.sql" ? parts[0] : nil
    }
  }

  /// Whether one migration is applied before another.
  func precedes(_ one: String, _ other: String) -> Bool {
    switch self {
    case .prisma: one.utf8.lexicographicallyPrecedes(other.utf8)
    case .files: NaturalOrder.precedes(one, other)
    }
  }
}

/// The order in which people number files: `2` before `10`.
enum NaturalOrder {
  static func precedes(_ one: String, _ other: String) -> Bool {
    let left = pieces(one)
    let right = pieces(other)
    for (first, second) in zip(left, right) where first != second {
      let numbers = (number(first), number(second))
      guard let (one, other) = numbers.0.flatMap({ one in numbers.1.map { (one, $0) } }) else {
        return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
      if one.count != other.count { return one.count < other.count }
      if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
    }
    return left.count == right.count
      ? one.utf8.lexicographicallyPrecedes(other.utf8) : left.count < right.count
  }

  /// The digits of a number without needless zeros; they may be too many for a number type.
  private static func number(_ piece: Substring) -> Substring? {
    piece.first?.isNumber == true ? piece.drop { $0 == "0" } : nil
  }

  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let piece = rest.prefix { $0.isNumber == first.isNumber }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}
