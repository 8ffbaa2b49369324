extension SchemaComparison {
  /// Enumerations, domains and their like.
  mutating func compareTypes() {
    for key in old.keys(.type) where new[key] == nil {
      report(
        MigrationRules.typeRemoved,
        key.name,
        "type '\(SchemaName.shown(key.name))' is gone, and \(version) names it",
        "keep the type until no version that names it has to run any more"
      )
    }
    for key in old.keys(.label) where new[key] == nil && new[.type, "", key.owner] != nil {
      report(
        MigrationRules.enumValueRemoved,
        "\(key.owner) \(key.name)",
        "value '\(key.name)' of enumeration '\(SchemaName.shown(key.owner))' is gone, and "
          + "\(version) writes and compares with it",
        "stop using the value in one release, and remove it in the next; to rename one, add the "
          + "new value and let versions read both"
      )
    }
    for key in new.keys(.domainConstraint) {
      guard old[.type, "", key.owner] != nil, old[key] != new[key] else { continue }
      narrowed(key.owner, key.name, "has a new check: \(new[key]?.first ?? "")")
    }
    for (key, was, now) in kept(.type) {
      if !was.isTrue(TypeFact.notNull), now.isTrue(TypeFact.notNull) {
        narrowed(key.name, "", "takes no NULL any more")
      }
      let bases = (was.fact(TypeFact.base), now.fact(TypeFact.base))
      if was.fact(TypeFact.kind) != now.fact(TypeFact.kind)
        || (bases.0 != bases.1 && !ColumnType.widens(bases.0, to: bases.1))
      {
        narrowed(key.name, "base", "was \(bases.0) and becomes \(bases.1)")
      }
    }
  }

  private mutating func narrowed(_ type: String, _ part: String, _ what: String) {
    report(
      MigrationRules.domainNarrowed,
      "\(type) \(part)",
      "domain '\(SchemaName.shown(type))' \(what); values that \(version) writes may not pass",
      "make a second domain for the new version, and move columns to it a release later"
    )
  }

  /// Functions and procedures.
  mutating func compareFunctions() {
    for key in old.keys(.function) {
      guard let was = old[key] else { continue }
      let name = SchemaName.shown(key.name)
      guard let now = new[key] else {
        report(
          MigrationRules.functionRemoved,
          key.name,
          "function '\(name)' is gone, and \(version) may call it",
          "keep it beside its successor: functions with other parameters may have the same name"
        )
        continue
      }
      let results = (was.fact(FunctionFact.result), now.fact(FunctionFact.result))
      let kinds = (was.fact(FunctionFact.kind), now.fact(FunctionFact.kind))
      let defaults = (
        Int(was.fact(FunctionFact.defaults)) ?? 0, Int(now.fact(FunctionFact.defaults)) ?? 0
      )
      if results.0 != results.1 || kinds.0 != kinds.1 || defaults.0 > defaults.1 {
        let what =
          results.0 != results.1
          ? "gave \(results.0) and gives \(results.1)"
          : defaults.0 > defaults.1 ? "has fewer defaults" : "is called in another way"
        report(
          MigrationRules.functionNarrowed,
          key.name,
          "function '\(name)' \(what), which \(version) does not expect",
          "make a function of another name, and drop the old one a release later"
        )
      }
    }
  }

  /// Sequences that no column made for itself.
  mutating func compareSequences() {
    for key in old.keys(.sequence) {
      guard let was = old[key] else { continue }
      let name = SchemaName.shown(key.name)
      guard let now = new[key] else {
        report(
          MigrationRules.sequenceRemoved,
          key.name,
          "sequence '\(name)' is gone, and \(version) may take numbers from it",
          "keep it until no version that uses it has to run any more"
        )
        continue
      }
      func number(_ facts: [String], _ fact: SequenceFact) -> Int { Int(facts.fact(fact)) ?? 0 }
      if number(now, .most) < number(was, .most) || number(now, .least) > number(was, .least)
        || number(now, .step) != number(was, .step)
      {
        report(
          MigrationRules.sequenceRemoved,
          key.name,
          "sequence '\(name)' gives fewer or other numbers than \(version) expects",
          "make a sequence of another name, and drop the old one a release later"
        )
      }
    }
  }

  /// What the database does by itself when rows are written.
  mutating func compareTriggers() {
    for key in removed(.trigger) {
      report(
        MigrationRules.triggerRemoved,
        "\(key.owner) \(key.name)",
        "trigger '\(SchemaName.shown(key))' is gone, and \(version) may count on what it does",
        "do its work from the new version, and drop it in the release after"
      )
    }
    for key in added(.trigger) {
      report(
        MigrationRules.triggerAdded,
        "\(key.owner) \(key.name)",
        "trigger '\(SchemaName.shown(key))' runs in writes of \(version) too",
        "see that it refuses and changes nothing that \(version) writes"
      )
    }
    for (key, was, now) in kept(.trigger) where was != now {
      report(
        MigrationRules.triggerAdded,
        "\(key.owner) \(key.name)",
        "trigger '\(SchemaName.shown(key))' does something else, in writes of \(version) too",
        "see that it refuses and changes nothing that \(version) writes"
      )
    }
  }

  /// Who may see and change what.
  mutating func compareAccess() {
    for (key, was, now) in kept(.relation)
    where !was.isTrue(RelationFact.rowSecurity) && now.isTrue(RelationFact.rowSecurity) {
      report(
        MigrationRules.accessNarrowed,
        "\(key.name) rows",
        "table '\(SchemaName.shown(key.name))' has row security now: \(version) sees only rows that "
          + "a policy shows it",
        "give the role of \(version) a policy in the same step, or enable it a release later"
      )
    }
    for key in removed(.privilege) {
      report(
        MigrationRules.accessNarrowed,
        "\(key.owner) \(key.name)",
        "'\(key.name)' on '\(SchemaName.shown(key.owner))' is taken back, and \(version) may need it",
        "take it back a release after the last one that needs it"
      )
    }
    let policies =
      removed(.policy) + added(.policy).filter { new[$0]?.dropFirst().first == "false" }
    let changed = kept(.policy).filter { $0.was != $0.is }.map(\.key)
    for key in policies + changed
    where old[.relation, "", key.owner]?.isTrue(RelationFact.rowSecurity) == true {
      report(
        MigrationRules.accessNarrowed,
        "\(key.owner) policy \(key.name)",
        "policy '\(SchemaName.shown(key))' is not the one that \(version) knows: it may see fewer rows",
        "add a policy for the new version, and drop the old one a release later"
      )
    }
    for key in old.keys(.extension) where new[key] == nil {
      report(
        MigrationRules.extensionRemoved,
        key.name,
        "extension '\(key.name)' is gone with its functions and types, and \(version) may use them",
        "keep it until no version that uses it has to run any more"
      )
    }
  }
}
