/// A process that runs from the source of one with a contract has a contract too.
///
/// One program is several processes (`serve`, `worker`), each with a contract. Whoever lists one of
/// them and forgets its `reading(…)` is told nothing else: without a contract a process may read
/// anything, and lacks nothing that anybody could name. What runs from another source is another
/// program, of which nothing is known here.
enum ContractsApplied: EnvironmentRule {
  static let rule = Rule(
    "model/contracts-applied",
    .warning,
    "A process that runs from the same source as one with a contract has a contract, too."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    var readers: [Source: (title: String, process: String)] = [:]
    note(application.services, in: &readers)
    note(application.jobs, in: &readers)
    if readers.isEmpty { return }
    see(application.services, readers, &findings)
    see(application.jobs, readers, &findings)
  }

  private static func note(
    _ resources: [some Contracted & Sourced],
    in readers: inout [Source: (title: String, process: String)]
  ) {
    for index in resources.indices {
      guard let contract = resources[index].contracts.first,
        readers[resources[index].source] == nil
      else { continue }
      readers[resources[index].source] = (resources[index].id.title, contract.process)
    }
  }

  private static func see(
    _ resources: [some Contracted & Sourced],
    _ readers: [Source: (title: String, process: String)],
    _ findings: inout Findings
  ) {
    for index in resources.indices where resources[index].contracts.isEmpty {
      guard let reader = readers[resources[index].source] else { continue }
      let id = resources[index].id
      findings.report(
        rule,
        "\(id.title) runs from the same source as \(reader.title), which is reading the contract of "
          + "'\(reader.process)', and reads none: nothing checks its variables",
        help: "list it with .reading(…) and the contract of its own process, or silence this with "
          + "the reason",
        at: resources[index].site,
        about: id
      )
    }
  }
}
