public import InfraSerialization

// Ranges of railway.schema.json (railway.com/railway.schema.json, 2026-02-20).

extension RailwayConfig.Deploy: Constrained {
  /// The numbers that are out of range.
  public var faults: [String] {
    var faults = [
      FormatLimits.range("numReplicas", numReplicas?.value, 1...200),
      FormatLimits.least("restartPolicyMaxRetries", restartPolicyMaxRetries?.value, 1),
      FormatLimits.least("overlapSeconds", overlapSeconds?.value, 0),
      FormatLimits.least("drainingSeconds", drainingSeconds?.value, 0),
    ].compactMap(\.self)
    if case .value(.right(let commands)) = preDeployCommand, commands.count > 1 {
      faults.append("'preDeployCommand' has \(commands.count) commands, and one is allowed")
    }
    return faults
  }
}
