/// Carries out the steps of a plan, one after the other, with a journal.
///
/// For each step it reads the live state, makes the call where it is not done yet, and reads the
/// state again until it is done or has failed. At the first failure it stops. A call is made at most
/// once; a second time only where nobody knows what became of the first, the live state does not show
/// it, and the step calls a repetition harmless.
package struct Executor: Sendable {
  /// What to tell a person while it works.
  package enum Progress: Sendable, Hashable {
    /// A step begins.
    case begins(title: String, number: Int, of: Int)
    /// It was done before, by whomever.
    case wasDone
    /// Its call is made; again where the first one's fate is unknown.
    case calls(again: Bool)
    /// It is not finished yet.
    case waits(String)
    /// It is done.
    case done
  }

  /// How long to wait between two looks at the live state, and how many looks to take.
  package struct Pace: Sendable {
    /// The pause between two looks.
    package var pause: Duration = .seconds(5)
    /// How many looks to take after a call: a build may take 20 minutes.
    package var looks = 240
    /// How many looks to take before a call of unknown fate is made again.
    package var looksBeforeRepeating = 4

    package init() {}
  }

  private let transport: any Transport
  private let pace: Pace
  private let sleep: @Sendable (Duration) -> Void
  private let tell: @Sendable (Progress) -> Void
  private let wrote: @Sendable (JournalRecord) -> Void

  /// Creates an executor.
  ///
  /// - Parameters:
  ///   - transport: What carries the calls.
  ///   - pace: How often the live state is looked at.
  ///   - sleep: What waits.
  ///   - tell: Whom to tell how far it is.
  ///   - wrote: What hears of each line of the journal once it is on the disk.
  package init(
    _ transport: any Transport,
    pace: Pace = Pace(),
    sleep: @escaping @Sendable (Duration) -> Void,
    telling tell: @escaping @Sendable (Progress) -> Void = { _ in },
    wrote: @escaping @Sendable (JournalRecord) -> Void = { _ in }
  ) {
    self.transport = transport
    self.pace = pace
    self.sleep = sleep
    self.tell = tell
    self.wrote = wrote
  }

  /// Carries out the steps that the journal does not show done.
  package func run(
    _ steps: [Step],
    _ journal: inout Journal
  ) throws(ApplyProblem) {
    for (index, step) in steps.enumerated() {
      tell(.begins(title: step.title, number: index + 1, of: steps.count))
      let past = journal.records(of: step.id)
      if past.last?.event == .done {
        tell(.wasDone)
        continue
      }
      switch step.action {
      case .person: try handOver(step, past, &journal)
      case .check(let looks, let state): try look(step, looks, state, &journal)
      case .call(let call, let repetition, let state):
        try carryOut(step, call, repetition, state, past, &journal)
      }
    }
  }

  // MARK: - One step

  private typealias State = @Sendable (String?) throws(VendorError) -> StepState

  private func carryOut(
    _ step: Step,
    _ call: Call,
    _ repetition: Repetition,
    _ state: State,
    _ past: [JournalRecord],
    _ journal: inout Journal
  ) throws(ApplyProblem) {
    var remembered = past.last { $0.event == .answered }?.note
    let fate = Fate(past)
    switch try read(state, remembered) {
    case .done:
      try note(step, .done, nil, &journal)
      return tell(.wasDone)
    case .underway: return try watch(step, state, remembered, &journal)
    case .failed(let why) where fate == .answered:
      throw failure(step, why)
    case .failed, .notYet: break
    }
    switch fate {
    case .answered: return try watch(step, state, remembered, &journal)
    case .notMade: break
    case .unknown(let repeated):
      if try isVisible(state, remembered) {
        return try watch(step, state, remembered, &journal)
      }
      guard case .harmless = repetition, !repeated else {
        throw unknown(step, repetition, repeated)
      }
    }
    remembered = try make(call, step, repetition, fate, &journal)
    try watch(step, state, remembered, &journal)
  }

  /// What became of the call of a step, as far as the journal knows.
  private enum Fate: Hashable {
    case notMade
    case answered
    case unknown(repeated: Bool)

    init(_ past: [JournalRecord]) {
      let calls = past.filter { $0.event != .done && $0.event != .failed }
      switch calls.last?.event {
      case nil, .refused, .handedOver: self = .notMade
      case .answered: self = .answered
      case .repeating: self = .unknown(repeated: true)
      case .calling, .done, .failed: self = .unknown(repeated: false)
      }
      // A call that has been repeated once is never repeated again, whatever came of it.
      if self != .answered, past.contains(where: { $0.event == .repeating }) {
        self = .unknown(repeated: true)
      }
    }
  }

  private func make(
    _ call: Call,
    _ step: Step,
    _ repetition: Repetition,
    _ fate: Fate,
    _ journal: inout Journal
  ) throws(ApplyProblem) -> String? {
    let again = fate != .notMade
    var reason: String?
    if again, case .harmless(let why) = repetition { reason = why }
    try note(step, again ? .repeating : .calling, reason, &journal)
    tell(.calls(again: again))
    let remembered: String?
    do throws(VendorError) { remembered = try call.make(through: transport) } catch {
      if !error.mayHaveHadEffect { try note(step, .refused, nil, &journal) }
      throw ApplyProblem(error)
    }
    try note(step, .answered, remembered, &journal)
    return remembered
  }

  /// Whether the effect of a call of unknown fate shows after a while.
  private func isVisible(_ state: State, _ remembered: String?) throws(ApplyProblem) -> Bool {
    for look in 0..<pace.looksBeforeRepeating {
      if look > 0 { sleep(pace.pause) }
      if try read(state, remembered) != .notYet { return true }
    }
    return false
  }

  /// Looks until a step is done.
  private func watch(
    _ step: Step,
    _ state: State,
    _ remembered: String?,
    _ journal: inout Journal,
    looks: Int? = nil
  ) throws(ApplyProblem) {
    var last = ""
    for look in 0..<min(looks ?? .max, pace.looks) {
      if look > 0 { sleep(pace.pause) }
      switch try read(state, remembered) {
      case .done:
        try note(step, .done, nil, &journal)
        return tell(.done)
      case .failed(let why):
        try note(step, .failed, nil, &journal)
        throw failure(step, why)
      case .underway(let what):
        if what != last { tell(.waits(what)) }
        last = what
      case .notYet: continue
      }
    }
    if looks != nil {
      try note(step, .failed, nil, &journal)
      throw failure(step, last.isEmpty ? "it did not come to pass" : last)
    }
    throw ApplyProblem(
      "'\(step.title)' was accepted, and is still not done",
      help: "look at it, then go on with --resume: \(step.check)"
    )
  }

  private func look(
    _ step: Step,
    _ looks: Int?,
    _ state: @escaping @Sendable () throws(VendorError) -> StepState,
    _ journal: inout Journal
  ) throws(ApplyProblem) {
    try watch(step, { _ throws(VendorError) in try state() }, nil, &journal, looks: looks)
  }

  private func handOver(
    _ step: Step,
    _ past: [JournalRecord],
    _ journal: inout Journal
  ) throws(ApplyProblem) {
    if past.last?.event == .handedOver {
      try note(step, .done, "a person resumed after it", &journal)
      return tell(.done)
    }
    try note(step, .handedOver, nil, &journal)
    let commands = step.commands.map { "\n    \($0)" }.joined()
    throw ApplyProblem(
      "'\(step.title)' is for a person:\(commands)",
      help: "do it, see that it worked (\(step.check)), and go on with --resume"
    )
  }

  private func read(_ state: State, _ remembered: String?) throws(ApplyProblem) -> StepState {
    do throws(VendorError) { return try state(remembered) } catch { throw ApplyProblem(error) }
  }

  private func note(
    _ step: Step,
    _ event: JournalRecord.Event,
    _ note: String?,
    _ journal: inout Journal
  ) throws(ApplyProblem) {
    let record = JournalRecord(step.id, event, note: note)
    try journal.add(record)
    wrote(record)
  }

  private func failure(_ step: Step, _ why: String) -> ApplyProblem {
    ApplyProblem(
      "the check after '\(step.title)' failed: \(why)",
      help: "nothing after it was done; mend it and go on with --resume: \(step.check)"
    )
  }

  private func unknown(
    _ step: Step,
    _ repetition: Repetition,
    _ repeated: Bool
  ) -> ApplyProblem {
    if case .never(let advice) = repetition {
      return ApplyProblem(
        "nobody knows what became of the call of '\(step.title)', and it must not be made twice",
        help: advice
      )
    }
    return ApplyProblem(
      "the call of '\(step.title)' was made twice and shows no effect",
      help: "do it by hand, then go on with --resume: \(step.check)"
    )
  }
}
