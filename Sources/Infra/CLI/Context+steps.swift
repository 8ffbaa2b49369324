import InfraVendors

extension Context {
  /// Carries out steps whose command is simply given again after a stop, telling how far it is.
  ///
  /// `whenDone` are the words for a step that turns out to be done already.
  func carryOut(
    _ steps: [Step],
    _ journal: consuming Journal,
    whenDone: String
  ) throws {
    let console = console
    let executor = Executor(
      vendors.transport,
      pace: applying.pace,
      sleep: applying.sleep,
      telling: { progress in
        switch progress {
        case .begins(let title, let number, let count):
          console.out("\(number) of \(count): \(title)\n")
        case .wasDone: console.out("  \(whenDone)\n")
        case .calls(let again): if again { console.out("  once more\n") }
        case .waits(let what): console.out("  \(what)\n")
        case .done: console.out("  done\n")
        }
      },
      wrote: applying.wrote
    )
    var journal = journal
    do throws(ApplyProblem) {
      try executor.run(steps, &journal)
      try journal.finish()
    } catch {
      throw Failure.toRunAgain(error)
    }
  }
}

extension Failure {
  /// What stopped steps whose command is simply given again.
  static func toRunAgain(_ problem: ApplyProblem) -> Failure {
    io(problem.message, help: problem.help.replacing("go on with --resume", with: "run this again"))
  }
}
