import InfraKit

/// A change of a schema that a version does not bear which knew it before.
struct Breakage: Sendable, Hashable {
  /// The rule that it breaks.
  let rule: Rule

  /// What it is about, by which the statement is found that first caused it.
  let subject: String

  /// What is wrong.
  let message: String

  /// How to come to the same end in steps that every version bears.
  let help: String
}

/// What a schema and a later one have in common, seen from the version that knew the earlier.
struct SchemaComparison {
  /// The schema that the version knows.
  let old: Catalog

  /// The schema that it would have to run on.
  let new: Catalog

  /// The version's name, such as `v1.3.0`.
  let version: String

  /// What was found.
  private(set) var breakages: [Breakage] = []

  /// Compares two schemas.
  init(_ old: Catalog, _ new: Catalog, version: String) {
    self.old = old
    self.new = new
    self.version = version
    compareRelations()
    compareColumns()
    compareConstraints()
    compareIndexes()
    compareTypes()
    compareFunctions()
    compareSequences()
    compareTriggers()
    compareAccess()
  }

  /// Adds a finding.
  mutating func report(_ rule: Rule, _ subject: String, _ message: String, _ help: String) {
    breakages.append(
      Breakage(
        rule: rule,
        subject: "\(rule.code) \(subject)",
        message: Wording.printable(message),
        help: Wording.printable(help, keepingLines: true)
      )
    )
  }

  /// The relations that both schemas have; what is inside of others went with them.
  var relations: [Catalog.Key] {
    old.keys(.relation).filter { new[$0] != nil }
  }

  /// What is gone of a kind, of relations that are still there.
  ///
  /// Behind a view that took a table's name the table still has what it had.
  func removed(_ kind: Catalog.Kind) -> [Catalog.Key] {
    let isOfTables = [.constraint, .index, .trigger, .policy].contains(kind)
    return old.keys(kind).filter { key in
      guard new[key] == nil, let facts = new[.relation, "", key.owner] else { return false }
      return !(isOfTables && facts.fact(RelationFact.kind) == "v")
    }
  }

  /// What is new of a kind, of relations that were there before.
  func added(_ kind: Catalog.Kind) -> [Catalog.Key] {
    new.keys(kind).filter { old[$0] == nil && old.hasRelation($0.owner) }
  }

  /// The facts of what both schemas have of a kind.
  func kept(_ kind: Catalog.Kind) -> [(key: Catalog.Key, was: [String], is: [String])] {
    old.keys(kind).compactMap { key in
      guard let was = old[key], let now = new[key] else { return nil }
      return (key, was, now)
    }
  }

  /// Whether a column is one that the version does not know and need not fill, and that holds
  /// nothing in the rows that it writes.
  func staysEmpty(_ column: String, of relation: String) -> Bool {
    guard old[.column, relation, column] == nil, let facts = new[.column, relation, column] else {
      return false
    }
    return !facts.isTrue(ColumnFact.notNull) && facts.fact(ColumnFact.standard).isEmpty
      && facts.fact(ColumnFact.generated).isEmpty
  }

  /// Whether the version knows none of some columns.
  func areNew(_ columns: [String], of relation: String) -> Bool {
    !columns.isEmpty && columns.allSatisfy { old[.column, relation, $0] == nil }
  }
}

/// How findings show names of a database.
enum SchemaName {
  /// A name without the schema where that is the usual one.
  static func shown(_ name: String) -> String {
    name.hasPrefix("public.") ? String(name.dropFirst(7)) : name
  }

  /// A column with its relation.
  static func shown(_ key: Catalog.Key) -> String { "\(shown(key.owner)).\(key.name)" }

  /// The columns of a list as the query tells it.
  static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
