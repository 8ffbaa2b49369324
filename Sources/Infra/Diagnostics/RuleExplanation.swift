/// What a person is told about a rule beyond its demand.
package struct RuleExplanation: Sendable, Hashable {
  /// What goes wrong without it.
  package let why: String

  /// The usual way out.
  package let mend: String

  /// Explanations of one owner's rules, by code.
  package static func table(
    _ owner: String,
    _ write: ((_ name: String, _ why: String, _ mend: String) -> Void) -> Void
  ) -> [String: RuleExplanation] {
    var table: [String: RuleExplanation] = [:]
    write { name, why, mend in
      table["\(owner)/\(name)"] = RuleExplanation(why: why, mend: mend)
    }
    return table
  }
}
