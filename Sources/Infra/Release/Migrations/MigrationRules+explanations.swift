package import InfraKit

// What `infra rules CODE` tells about each rule beyond its demand.
extension MigrationRules {
  private static let longLocks = [
    tableRewritten, indexLocks, constraintScans, tableLocked, rowsRewritten,
  ]

  private static let special: [(rule: Rule, why: String, mend: String)] = [
    (
      edited,
      "Databases that have applied it never apply it again, so that they differ from new ones.",
      "Bring the file back, and write a new migration."
    ),
    (
      removed,
      "Databases remember that they have applied it, and the programs that migrate refuse.",
      "Bring the file back, and undo what it did in a new migration."
    ),
    (
      outOfOrder,
      "A new database applies it earlier than those in use, and may come out another.",
      "Rename it, so that it comes last."
    ),
    (
      drift,
      "What tests see is not what production has.",
      "Number new migrations after the released ones."
    ),
    (
      contractUnknown,
      "A line that names no release allows nothing, and its author believes that it does.",
      "Name the newest version that no longer has to run, as its tag is spelt."
    ),
    (
      contractUnused,
      "It would allow by accident what is added to the statement later.",
      "Take it away."
    ),
    (
      dataRemoved,
      "The version before goes on reading from the table, and nothing brings the rows back.",
      "Remove what is no longer needed a release after the one that stopped reading it."
    ),
  ]

  /// Why each rule is there, and the usual way out, by code.
  package static let explanations = RuleExplanation.table("release") { explain in
    func name(_ rule: Rule) -> String { String(rule.code.dropFirst("release/".count)) }
    for rule in catalog {
      explain(
        name(rule),
        "The version before runs on the new schema: during a release for some minutes, and after a "
          + "rollback for as long as that lasts.",
        "Expand in one release (add what is new beside what is old, and keep both filled), and "
          + "contract in a later one (drop what no version that has to run uses any more)."
      )
    }
    for rule in longLocks {
      explain(
        name(rule),
        "Whoever needs the table waits until the statement is done, and a busy program fails.",
        "Do what the finding says, or release while nobody is waiting."
      )
    }
    for (rule, why, mend) in special { explain(name(rule), why, mend) }
  }
}
