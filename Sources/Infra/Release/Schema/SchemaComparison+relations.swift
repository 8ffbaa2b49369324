extension SchemaComparison {
  /// Tables, views and schemas.
  mutating func compareRelations() {
    for key in old.keys(.schema) where new[key] == nil {
      report(
        MigrationRules.schemaRemoved,
        key.name,
        "schema '\(key.name)' is gone, and \(version) may look into it",
        "keep the schema until no version that names it has to run any more"
      )
    }
    for key in old.keys(.relation) {
      guard let was = old[key] else { continue }
      guard let now = new[key] else {
        reportGone(key, was)
        continue
      }
      compare(key, was, now)
    }
  }

  private mutating func reportGone(_ key: Catalog.Key, _ facts: [String]) {
    let name = SchemaName.shown(key.name)
    switch facts.fact(RelationFact.kind) {
    case "v", "m":
      report(
        MigrationRules.viewRemoved,
        key.name,
        "view '\(name)' is gone, and \(version) reads from it",
        "keep the view beside its successor, and drop it in a release after the one that no longer "
          + "reads from it"
      )
    case "c":
      report(
        MigrationRules.typeRemoved,
        key.name,
        "type '\(name)' is gone, and \(version) names it",
        "keep the type until no version that names it has to run any more"
      )
    default:
      report(
        MigrationRules.tableRemoved,
        key.name,
        "table '\(name)' is gone, and \(version) uses it",
        "stop using it in one release, and drop it in the next; to rename a table, leave a view "
          + "with the old name: CREATE VIEW \(name) AS SELECT * FROM its new name"
      )
    }
  }

  private mutating func compare(_ key: Catalog.Key, _ was: [String], _ now: [String]) {
    let name = SchemaName.shown(key.name)
    let couldWrite = Int(was.fact(RelationFact.writable)) ?? 0
    let canWrite = Int(now.fact(RelationFact.writable)) ?? 0
    if couldWrite & ~canWrite != 0 {
      report(
        MigrationRules.relationReadOnly,
        key.name,
        "'\(name)' takes no writes any more, and \(version) may write to it",
        "make the view a plain SELECT from one table, which Postgres lets through, or give it "
          + "INSTEAD OF triggers"
      )
    }
    let isView = ["v", "m"].contains(now.fact(RelationFact.kind))
    let wasView = ["v", "m"].contains(was.fact(RelationFact.kind))
    if isView, wasView,
      was.fact(RelationFact.definition) != now.fact(RelationFact.definition)
    {
      report(
        MigrationRules.viewChanged,
        key.name,
        "view '\(name)' answers with something else than \(version) knows",
        "see that every row and value that \(version) needs is still there, or make a second view"
      )
    }
  }
}
