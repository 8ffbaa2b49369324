import InfraKit
import Testing

/// Expects that nothing but one rule's findings says that something is wrong.
///
/// Every planted mistake of these tests comes by here: a mistake that two rules report would have two
/// errors with one cause. What is milder than the finding may stand beside it.
func expectOneCause(
  _ code: String,
  in diagnostics: [Diagnostic],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let worst = diagnostics.filter({ $0.rule.code == code }).map(\.severity).max(),
    worst > .note
  else { return }
  let others = diagnostics.filter {
    $0.rule.code != code && $0.severity >= worst
  }
  #expect(
    others.map { "\($0.rule.code): \($0.message)" } == [],
    "of '\(code)'",
    sourceLocation: sourceLocation
  )
}
