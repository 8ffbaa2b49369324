import InfraKit

extension RenderRules {
  /// A native runtime is told what to do; a container already knows.
  enum RuntimeSettings: BlueprintRule {
    static let rule = Rule(
      "runtime-settings",
      .error,
      "A native runtime has a build and a start command, a container has neither.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for case .server(let server) in file.services {
        guard let runtime = server.runtime else { continue }
        see(runtime, server.buildCommand, server.startCommand, server.dockerCommand, server.name)
      }
      for job in file.jobs {
        see(job.runtime, job.buildCommand, job.startCommand, job.dockerCommand, job.name)
      }
      func see(
        _ runtime: Blueprint.Runtime,
        _ build: String?,
        _ start: String?,
        _ docker: String?,
        _ name: String
      ) {
        func report(_ message: String, _ help: String) {
          file.report(rule, name, message, help: help, &findings)
        }
        switch runtime {
        case .docker, .image:
          if build != nil || start != nil {
            report(
              "has a \(build != nil ? "build" : "start") command beside runtime "
                + "'\(runtime.rawValue)'",
              "let the image build, and start with dockerCommand"
            )
          }
        case .static:
          report("has runtime 'static', which only static sites have", "take another runtime")
        case _ where RenderFacts.nativeRuntimes.value.contains(runtime):
          let missing = [build == nil ? "build" : nil, start == nil ? "start" : nil]
            .compactMap(\.self)
          if !missing.isEmpty {
            report(
              "runs with runtime '\(runtime.rawValue)' and has no "
                + missing.joined(separator: " and no ") + " command",
              missing[0] == "build"
                ? "give its source a build:, such as \"npm ci\"" : "give it a command:"
            )
          } else if docker != nil {
            report("has a dockerCommand beside runtime '\(runtime.rawValue)'", "remove it")
          }
        default: break
        }
      }
    }
  }
}
