/// What a database holds besides its rows, as Postgres itself tells it.
struct Catalog: Sendable, Hashable {
  /// The kinds of things that a program can depend on.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case schema, relation, column, constraint, index, type, label, domainConstraint, function
    case trigger, policy, sequence, privilege, `extension`
  }

  /// What a thing is called.
  struct Key: Sendable, Hashable, Comparable {
    let kind: Kind
    /// The relation or type that it belongs to; empty for what stands by itself.
    let owner: String
    let name: String

    static func < (left: Key, right: Key) -> Bool {
      let order = [left.owner, left.name, left.kind.rawValue]
      return order.lexicographicallyPrecedes([right.owner, right.name, right.kind.rawValue])
    }
  }

  /// What is known of each thing, in the order of the query.
  private(set) var entries: [Key: [String]] = [:]

  /// A database without anything.
  static let empty = Catalog()

  private init() {}

  /// Reads what the query answered, as COPY writes text.
  init(copied lines: some Sequence<Substring>) {
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped)
      guard fields.count >= 3, let kind = Kind(rawValue: fields[0]) else { continue }
      entries[Key(kind: kind, owner: fields[1], name: fields[2])] = Array(fields[3...])
    }
  }

  /// The things of a kind, in order.
  func keys(_ kind: Kind) -> [Key] { entries.keys.filter { $0.kind == kind }.sorted() }

  /// The things of a kind that belong to something.
  func keys(_ kind: Kind, of owner: String) -> [Key] { keys(kind).filter { $0.owner == owner } }

  /// What is known of a thing; nil where there is none.
  subscript(key: Key) -> [String]? { entries[key] }

  /// What is known of a thing by its names.
  subscript(kind: Kind, owner: String, name: String) -> [String]? {
    entries[Key(kind: kind, owner: owner, name: name)]
  }

  /// Whether there is a relation.
  func hasRelation(_ name: String) -> Bool { self[.relation, "", name] != nil }

  /// The same without what says nothing about the schema: where tables lie on the disk.
  var withoutPlaces: Catalog {
    var copy = self
    for key in keys(.relation) { copy.entries[key]?[RelationFact.file.rawValue] = "" }
    return copy
  }

  /// A field of COPY's text format (postgresql.org/docs/current/sql-copy.html).
  private static func unescaped(_ field: Substring) -> String {
    guard field.contains("\\") else { return String(field) }
    if field == "\\N" { return "" }
    let signs: [Character: Character] = [
      "n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}",
    ]
    var text = ""
    var isEscaped = false
    for character in field {
      if isEscaped {
        text.append(signs[character] ?? character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

/// What the query tells of a relation, in order.
enum RelationFact: Int { case kind, file, writable, rowSecurity, definition }

/// What the query tells of a column, in order.
enum ColumnFact: Int { case type, notNull, standard, identity, generated, collation }

/// What the query tells of a constraint, in order.
enum ConstraintFact: Int { case kind, definition, columns, target, onDelete, valid, onUpdate }

/// What the query tells of an index, in order.
enum IndexFact: Int { case unique, definition, columns, valid }

/// What the query tells of a type, in order.
enum TypeFact: Int { case kind, base, notNull }

/// What the query tells of a function, in order.
enum FunctionFact: Int { case result, kind, defaults }

/// What the query tells of a sequence, in order.
enum SequenceFact: Int { case type, least, most, step }

extension [String] {
  /// One fact; empty where the query told none.
  func fact(_ index: some RawRepresentable<Int>) -> String {
    indices.contains(index.rawValue) ? self[index.rawValue] : ""
  }

  /// A fact that is true or false.
  func isTrue(_ index: some RawRepresentable<Int>) -> Bool { ["t", "true"].contains(fact(index)) }
}
