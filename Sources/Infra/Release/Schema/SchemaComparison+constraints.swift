extension SchemaComparison {
  /// What rows must be like.
  mutating func compareConstraints() {
    for key in removed(.constraint) {
      if let facts = old[key] { reportGone(key, facts) }
    }
    for key in added(.constraint) {
      if let facts = new[key] { reportAdded(key, facts, replacing: nil) }
    }
    for (key, was, now) in kept(.constraint) {
      let definitions = (was.fact(ConstraintFact.definition), now.fact(ConstraintFact.definition))
      // NOT VALID says nothing about rows that are written.
      let isSame =
        definitions.0.replacing(" NOT VALID", with: "")
        == definitions.1.replacing(" NOT VALID", with: "")
      if isSame || AllowedValues.widens(definitions.0, to: definitions.1) { continue }
      reportAdded(key, now, replacing: definitions.0)
    }
    for key in new.keys(.constraint) where !old.hasRelation(key.owner) {
      if let facts = new[key] { reportHolding(key, facts) }
    }
  }

  private mutating func reportGone(_ key: Catalog.Key, _ facts: [String]) {
    let name = SchemaName.shown(key)
    let subject = "\(key.owner) \(key.name)"
    switch facts.fact(ConstraintFact.kind) {
    case "p", "u", "x":
      report(
        MigrationRules.uniqueRemoved,
        subject,
        "constraint '\(name)' is gone or has another name, and \(version) may rely on it: ON "
          + "CONFLICT with its columns or its name fails, and duplicates get in",
        "keep it, or make its successor first and drop it a release later"
      )
    case "f" where ["c", "n", "d"].contains(facts.fact(ConstraintFact.onDelete)):
      report(
        MigrationRules.foreignKeyRemoved,
        subject,
        "foreign key '\(name)' is gone, and with it what a DELETE of \(version) took along",
        "delete or clear those rows from the new version, and drop the key in the release after"
      )
    // Without a check every write that was right stays right.
    default: break
    }
  }

  /// A constraint that was not there, or was another.
  private mutating func reportAdded(
    _ key: Catalog.Key,
    _ facts: [String],
    replacing old: String?
  ) {
    let columns = SchemaName.list(facts.fact(ConstraintFact.columns))
    // What the version never writes cannot be wrong.
    if areNew(columns, of: key.owner) { return }
    let name = SchemaName.shown(key)
    let subject = "\(key.owner) \(key.name)"
    let definition = facts.fact(ConstraintFact.definition)
    let change = old.map { "was \($0) and becomes \(definition)" } ?? "is new: \(definition)"
    switch facts.fact(ConstraintFact.kind) {
    case "c":
      report(
        MigrationRules.checkAdded,
        subject,
        "constraint '\(name)' \(change); rows that \(version) writes may not pass",
        "release what only writes such rows first, then add the check, NOT VALID at first"
      )
    case "f":
      if columns.contains(where: { staysEmpty($0, of: key.owner) }) { return }
      report(
        MigrationRules.foreignKeyAdded,
        subject,
        "foreign key '\(name)' \(change); rows that \(version) writes or deletes may not pass",
        "release what keeps to it first, then add the key, NOT VALID at first"
      )
    default:
      // NULLs differ from each other, so that rows without the new column are never the same.
      if columns.contains(where: { staysEmpty($0, of: key.owner) }) { return }
      if old == nil, hadUniqueIndex(columns, on: key.owner) { return }
      report(
        MigrationRules.uniqueAdded,
        subject,
        "constraint '\(name)' \(change); rows that \(version) writes may be refused as duplicates",
        "release what avoids duplicates first, then make the index CONCURRENTLY, and the "
          + "constraint of it: ADD CONSTRAINT … UNIQUE USING INDEX"
      )
    }
  }

  /// A new table whose rows keep the version from deleting those of an old one.
  private mutating func reportHolding(_ key: Catalog.Key, _ facts: [String]) {
    let target = facts.fact(ConstraintFact.target)
    guard facts.fact(ConstraintFact.kind) == "f", old.hasRelation(target),
      ["a", "r"].contains(facts.fact(ConstraintFact.onDelete))
    else { return }
    report(
      MigrationRules.foreignKeyHolds,
      "\(key.owner) \(key.name)",
      "rows of the new table '\(SchemaName.shown(key.owner))' keep \(version) from deleting the "
        + "rows of '\(SchemaName.shown(target))' that they point to",
      "say ON DELETE CASCADE or SET NULL, or see that \(version) deletes none"
    )
  }

  /// Whether the version knew the same columns as unique by an index.
  private func hadUniqueIndex(_ columns: [String], on relation: String) -> Bool {
    old.keys(.index, of: relation).contains { key in
      guard let facts = old[key] else { return false }
      return facts.isTrue(IndexFact.unique)
        && SchemaName.list(facts.fact(IndexFact.columns)) == columns
        && !facts.fact(IndexFact.definition).contains(" WHERE ")
    }
  }

  /// Indexes that no constraint made.
  mutating func compareIndexes() {
    for key in removed(.index) {
      guard let facts = old[key] else { continue }
      let columns = SchemaName.list(facts.fact(IndexFact.columns))
      // A constraint took it over, under its own name.
      if new.keys(.constraint, of: key.owner).contains(where: { other in
        guard old[other] == nil, let taken = new[other] else { return false }
        return ["p", "u"].contains(taken.fact(ConstraintFact.kind))
          && SchemaName.list(taken.fact(ConstraintFact.columns)) == columns
      }) {
        continue
      }
      reportGone(key, isUnique: facts.isTrue(IndexFact.unique))
    }
    for key in added(.index) {
      guard let facts = new[key], facts.isTrue(IndexFact.unique) else { continue }
      reportUnique(key, facts)
    }
    for (key, was, now) in kept(.index) {
      let isUnique = (was.isTrue(IndexFact.unique), now.isTrue(IndexFact.unique))
      let isSame = was.fact(IndexFact.definition) == now.fact(IndexFact.definition)
      if isUnique.0, !isUnique.1 { reportGone(key, isUnique: true) }
      if isUnique.1, !isUnique.0 || !isSame { reportUnique(key, now) }
    }
  }

  private mutating func reportGone(_ key: Catalog.Key, isUnique: Bool) {
    let name = SchemaName.shown(key)
    report(
      isUnique ? MigrationRules.uniqueRemoved : MigrationRules.indexRemoved,
      "\(key.owner) \(key.name)",
      isUnique
        ? "'\(name)' keeps nothing unique any more, and \(version) may rely on it: ON CONFLICT "
          + "fails, and duplicates get in"
        : "index '\(name)' is gone, and queries of \(version) may be slow without it",
      isUnique
        ? "keep it, or make its successor first and drop it a release later"
        : "drop it a release after the last one that needs it"
    )
  }

  private mutating func reportUnique(_ key: Catalog.Key, _ facts: [String]) {
    let columns = SchemaName.list(facts.fact(IndexFact.columns))
    if areNew(columns, of: key.owner) || columns.contains(where: { staysEmpty($0, of: key.owner) })
    {
      return
    }
    report(
      MigrationRules.uniqueAdded,
      "\(key.owner) \(key.name)",
      "unique index '\(SchemaName.shown(key))' is new or tighter; rows that \(version) writes may "
        + "be refused as duplicates",
      "release what avoids duplicates first, then make the index CONCURRENTLY"
    )
  }
}

/// Checks that list the values of a column, such as `CHECK ((kind = ANY (ARRAY['a', 'b'])))`.
enum AllowedValues {
  /// Whether a check is another one with more values, and nothing else.
  static func widens(_ old: String, to new: String) -> Bool {
    guard let from = parts(old), let to = parts(new) else { return false }
    return from.frame == to.frame && Set(from.values).isSubset(of: to.values)
  }

  private static func parts(_ check: String) -> (frame: String, values: [String])? {
    guard let open = check.firstRange(of: "ARRAY["), let close = check.lastIndex(of: "]"),
      open.upperBound <= close, !check[open.upperBound..<close].contains("ARRAY[")
    else { return nil }
    var values: [String] = []
    var value = ""
    var isQuoted = false
    for character in check[open.upperBound..<close] {
      if character == "'" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        values.append(value)
        value = ""
      } else if character != " " || isQuoted {
        value.append(character)
      }
    }
    values.append(value)
    return (check[..<open.lowerBound] + "[]" + check[close...], values)
  }
}
