public import InfraContract

/// A command that runs on a schedule and ends.
public struct CronJob: Configured {
  /// The name: lower-case letters, digits and hyphens.
  public let name: String

  /// Where it runs from.
  public var source: Source

  /// When it runs.
  public var schedule: Schedule

  /// The IANA name of the schedule's time zone; nil for UTC, the only one most platforms know.
  public var timeZone: String?

  /// The command; nil for the image's own.
  public var command: Command?

  /// What one run needs.
  public var size: Size?

  /// The most that one run may use; nil for what the platform gives it.
  public var limit: Size?

  /// The variables that belong to it alone.
  public var variables: Variables

  /// The shared variables that it reads besides its own.
  public var shared: [SharedVariables]

  /// What must be ready before a run on a developer's machine.
  public var startsAfter: [StartCondition]

  /// Which changed paths cause a new build; nil for all.
  public var watching: WatchPaths?

  /// The rules that are raised or silenced here.
  public var rules: [RuleException]

  /// Where it was declared.
  public let site: CallSite

  /// The contracts that fill its variables.
  package private(set) var contracts: [FilledContract] = []

  /// Declares a cron job.
  public init(
    _ name: String,
    source: Source,
    schedule: Schedule,
    timeZone: String? = nil,
    command: Command? = nil,
    size: Size? = nil,
    limit: Size? = nil,
    variables: Variables = [:],
    shared: [SharedVariables] = [],
    startsAfter: [StartCondition] = [],
    watching: WatchPaths? = nil,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.source = source
    self.schedule = schedule
    self.timeZone = timeZone
    self.command = command
    self.size = size
    self.limit = limit
    self.variables = variables
    self.shared = shared
    self.startsAfter = startsAfter
    self.watching = watching
    self.rules = rules
    self.site = CallSite(file: file, line: line)
  }

  /// The identity.
  public var id: ResourceID { ResourceID(.job, name) }

  /// The job with a process's variables filled in from its contract.
  public func reading(_ contract: some ProcessContract) -> CronJob {
    var job = self
    let filled = FilledContract(contract)
    filled.write(to: &job.variables)
    job.contracts.append(filled)
    return job
  }
}
