import InfraVendors

/// A rollback that is carried out, told to a person line by line.
struct RollbackRun {
  private let plan: RollbackPlan
  private let context: Context
  private let again: String

  /// Prepares a run; `again` is the command that goes on after a stop.
  init(_ plan: RollbackPlan, _ context: Context, again: String) {
    self.plan = plan
    self.context = context
    self.again = again
  }

  /// Carries the steps out that the journal does not show done.
  func carryOut(_ journal: consuming Journal) throws(ApplyProblem) {
    var journal = journal
    let console = context.console
    let subject = plan.subject
    if plan.steps.isEmpty {
      try journal.finish()
      return console.out("\(subject.environment) runs \(plan.target.tag) already.\n")
    }
    let colour = console.outputHasColour
    let executor = Executor(
      context.vendors.transport,
      pace: context.applying.pace,
      sleep: context.applying.sleep,
      telling: { console.out(Self.text(of: $0, colour: colour)) },
      wrote: context.applying.wrote
    )
    do throws(ApplyProblem) { try executor.run(plan.steps, &journal) } catch {
      console.out("\nStopped. To go on, once it is mended: \(again)\n")
      throw error
    }
    try journal.finish()
    console.out("\n\(subject.environment) runs \(plan.target.tag) again.\n")
    for line in plan.afterwards { console.out(Paragraph.wrapped(line, indent: 0)) }
  }

  private static func text(of progress: Executor.Progress, colour: Bool) -> String {
    switch progress {
    case .begins(let title, let number, let count):
      Paint.bold("\(number)/\(count)", colour) + "  \(title)\n"
    case .wasDone: "     \(Paint.green("done before", colour))\n"
    case .calls(let again): again ? "     called again: the first call left no trace\n" : ""
    case .waits(let what): "     \(what)\n"
    case .done: "     \(Paint.green("done", colour))\n"
    }
  }
}

extension RollbackPlan {
  /// Whether infra itself makes any of the calls.
  var canBeApplied: Bool {
    steps.isEmpty
      || steps.contains { step in
        if case .person = step.action { false } else { true }
      }
  }
}
