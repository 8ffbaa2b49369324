package import InfraVendors

/// How commands call the vendors: through what, to where, and at which pace.
package struct VendorSettings: Sendable {
  /// The tokens, addresses and transport.
  package var access: VendorAccess
  /// How often the live state is looked at.
  package var pace: Executor.Pace
  /// What waits.
  package var sleep: @Sendable (Duration) -> Void
  /// What hears of each line of a journal once it is on the disk.
  package var wrote: @Sendable (JournalRecord) -> Void

  /// Gathers settings; without any they are a person's own.
  package init(
    access: VendorAccess = VendorAccess(variables: Shell.variable),
    pace: Executor.Pace = Executor.Pace(),
    sleep: @escaping @Sendable (Duration) -> Void = SystemTime.pause,
    wrote: @escaping @Sendable (JournalRecord) -> Void = { _ in }
  ) {
    self.access = access
    self.pace = pace
    self.sleep = sleep
    self.wrote = wrote
  }
}

extension Failure {
  /// Runs a body, and makes its problem one to report.
  static func translating<Result>(
    _ body: () throws(ApplyProblem) -> Result
  ) throws(Failure) -> Result {
    do { return try body() } catch { throw Failure.io(error.message, help: error.help) }
  }
}
