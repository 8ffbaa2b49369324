import InfraKit

extension RenderRules {
  /// A service that stops has a bounded time for it.
  enum ShutdownDelay: BlueprintRule {
    static let rule = Rule(
      "shutdown-delay",
      .error,
      "A service takes 1 to 300 seconds to stop.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      let bounds = RenderFacts.shutdownSeconds.value
      for case .server(let server) in file.services {
        guard let seconds = server.maxShutdownDelaySeconds, !bounds.contains(seconds) else {
          continue
        }
        file.report(
          rule,
          server.name,
          "asks for \(seconds) seconds to stop, and Render gives \(bounds.lowerBound) to "
            + "\(bounds.upperBound)",
          help: "finish within \(bounds.upperBound) seconds, or leave work to the next start",
          &findings
        )
      }
    }
  }
}
