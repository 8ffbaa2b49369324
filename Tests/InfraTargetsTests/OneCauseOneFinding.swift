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
    $0.rule.code != code && $0.severity >= worst && !secondMistakes.contains($0.rule.code)
  }
  #expect(
    others.map { "\($0.rule.code): \($0.message)" } == [],
    "of '\(code)'",
    sourceLocation: sourceLocation
  )
}

/// What some plants break besides, and what two rules still say of one cause.
private let secondMistakes: Set<String> = [
  // The trial's site has build settings of its own, which services exclude.
  "vercel/services-alone",
  // A builder that is planted beside an image is also the default one.
  "railway/no-defaults",
  // A secret in a build argument or a header is refused by the model and by the platform.
  "model/public-secrets",
  // Without a runtime there is no build, so that nothing can be rebuilt.
  "compose/watch-rules",
]
