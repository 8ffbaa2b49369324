package import InfraKit

/// The facts that migrations must meet, so that the version before a release can go on running.
package enum MigrationRules {
  private static func rule(_ name: String, _ severity: Severity, _ demand: String) -> Rule {
    Rule("release/\(name)", severity, demand, needs: .history)
  }

  // MARK: What the version before knows

  static let schemaRemoved = rule("schema-removed", .error, "A schema stays where it is.")
  static let tableRemoved = rule("table-removed", .error, "A table keeps its name.")
  static let viewRemoved = rule("view-removed", .error, "A view keeps its name.")
  static let viewNarrowed = rule("view-narrowed", .error, "A view keeps its columns.")
  static let viewChanged = rule("view-changed", .warning, "A view answers what it did.")
  static let relationReadOnly = rule(
    "relation-read-only",
    .error,
    "What could be written to still can."
  )
  static let columnRemoved = rule("column-removed", .error, "A column keeps its name.")
  static let columnType = rule("column-type", .error, "A column keeps its type, or a wider one.")
  static let columnRequired = rule(
    "column-required",
    .error,
    "A new column has a default or may be NULL."
  )
  static let columnNotNull = rule("column-not-null", .error, "A column goes on taking NULL.")
  static let columnNotNullWithDefault = rule(
    "column-not-null-with-default",
    .warning,
    "A column with a default goes on taking NULL."
  )
  static let columnGenerated = rule(
    "column-generated",
    .error,
    "A column goes on taking values that are written to it."
  )
  static let defaultRemoved = rule("default-removed", .error, "A column keeps its default.")
  static let defaultChanged = rule("default-changed", .warning, "A default stays the same.")
  static let checkAdded = rule("check-added", .error, "A check refuses no more than before.")
  static let foreignKeyAdded = rule(
    "foreign-key-added",
    .error,
    "A foreign key refuses no more than before."
  )
  static let foreignKeyRemoved = rule(
    "foreign-key-removed",
    .warning,
    "A foreign key that deletes or clears rows stays."
  )
  static let foreignKeyHolds = rule(
    "foreign-key-holds",
    .warning,
    "New tables keep no row of old ones from being deleted."
  )
  static let uniqueAdded = rule("unique-added", .error, "Nothing becomes unique that was not.")
  static let uniqueRemoved = rule("unique-removed", .error, "What is unique stays so, by its name.")
  static let indexRemoved = rule("index-removed", .warning, "An index stays.")
  static let typeRemoved = rule("type-removed", .error, "A type keeps its name.")
  static let enumValueRemoved = rule(
    "enum-value-removed",
    .error,
    "An enumeration keeps its values."
  )
  static let domainNarrowed = rule("domain-narrowed", .error, "A domain takes what it took.")
  static let functionRemoved = rule(
    "function-removed",
    .error,
    "A function keeps its name and parameters."
  )
  static let functionNarrowed = rule(
    "function-narrowed",
    .error,
    "A function is called as before and gives what it gave."
  )
  static let sequenceRemoved = rule("sequence-removed", .error, "A sequence keeps its numbers.")
  static let triggerRemoved = rule("trigger-removed", .error, "A trigger stays.")
  static let triggerAdded = rule("trigger-added", .warning, "No trigger comes into old writes.")
  static let accessNarrowed = rule("access-narrowed", .error, "Nobody loses access.")
  static let extensionRemoved = rule("extension-removed", .error, "An extension stays.")
  static let dataRemoved = rule("data-removed", .error, "A migration empties no table.")

  // MARK: What holds up a database in use

  static let tableRewritten = rule(
    "table-rewritten",
    .warning,
    "No table is written anew, which locks it meanwhile."
  )
  static let indexLocks = rule(
    "index-locks",
    .warning,
    "An index of a table in use is built CONCURRENTLY."
  )
  static let constraintScans = rule(
    "constraint-scans",
    .warning,
    "A constraint of a table in use is added NOT VALID, and validated later."
  )
  static let tableLocked = rule(
    "table-locked",
    .warning,
    "No table in use is locked for as long as it takes to read it."
  )
  static let rowsRewritten = rule(
    "rows-rewritten",
    .warning,
    "Rows of a table in use are changed in small groups."
  )

  // MARK: The files

  static let edited = rule("migration-edited", .error, "A released migration is never changed.")
  static let removed = rule("migration-removed", .error, "A released migration is never removed.")
  static let outOfOrder = rule(
    "migration-order",
    .error,
    "A new migration comes after those that are released."
  )
  static let drift = rule(
    "schema-drift",
    .error,
    "A new database is the same as one that went through every release."
  )
  static let contractUnknown = rule(
    "contract-version",
    .error,
    "A line that allows a breaking step names a released version."
  )
  static let contractUnused = rule(
    "contract-unused",
    .warning,
    "A line that allows a breaking step stands at one."
  )

  /// All of them.
  package static let catalog = [
    schemaRemoved, tableRemoved, viewRemoved, viewNarrowed, viewChanged, relationReadOnly,
    columnRemoved, columnType, columnRequired, columnNotNull, columnNotNullWithDefault,
    columnGenerated, defaultRemoved, defaultChanged, checkAdded, foreignKeyAdded,
    foreignKeyRemoved, foreignKeyHolds, uniqueAdded, uniqueRemoved, indexRemoved, typeRemoved,
    enumValueRemoved, domainNarrowed, functionRemoved, functionNarrowed, sequenceRemoved,
    triggerRemoved, triggerAdded, accessNarrowed, extensionRemoved, dataRemoved, tableRewritten,
    indexLocks, constraintScans, tableLocked, rowsRewritten, edited, removed, outOfOrder, drift,
    contractUnknown, contractUnused,
  ]
}
