import InfraContract
import InfraKit

extension RailwayRules {
  /// One command before a deploy.
  static let onePreDeploy = rule(
    "one-pre-deploy",
    .error,
    "A service has one command before a deploy; a second one fails the deploy.",
    page: "https://github.com/railwayapp/docs/issues/1104"
  )

  /// A Dockerfile's command has no shell.
  static let noShell = rule(
    "no-shell",
    .warning,
    "The start command of a Dockerfile or an image asks for a shell where it needs one.",
    page: "builds/build-and-start-commands"
  )

  /// Restarts are spelt as the schema spells them.
  static let restartPolicies = rule(
    "restart-policies",
    .error,
    "A restart policy is ON_FAILURE, ALWAYS or NEVER, with at least one try.",
    page: "deployments/restart-policy"
  )

  /// Nothing waits.
  static let startOrder = rule(
    "start-order",
    .note,
    "Services start side by side: only what is deployed in one batch waits, for what its variables "
      + "refer to.",
    page: "deployments/deployment-actions"
  )
}

/// Rules about how a process is started.
enum RailwayStartRules: RailwayTopic {
  static let rules = [
    RailwayRules.onePreDeploy, RailwayRules.noShell, RailwayRules.restartPolicies,
    RailwayRules.startOrder,
  ]

  private static let policies: [RailwayRestartPolicy] = [.onFailure, .always, .never]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for service in project.part.services where !service.startsAfter.isEmpty {
      let names = service.startsAfter.map { condition in
        condition.event == .released
          ? "the release of '\(condition.resource.name)'" : "'\(condition.resource.name)'"
      }
      findings.report(
        RailwayRules.startOrder,
        "\(service.id.title) starts after \(RailwayRules.list(names)), and Railway starts "
          + "them side by side: until then it fails and is started again",
        help: "let it wait or try again by itself",
        at: service.site,
        about: service.id
      )
    }
    for service in project.services {
      guard let deploy = service.deploy else { continue }
      let (id, site) = project.origin(service.address)
      func report(_ rule: Rule, _ message: String, _ help: String) {
        findings.report(
          rule,
          "service '\(service.name)' \(message)",
          help: help,
          at: site,
          about: id
        )
      }
      let most = RailwayFacts.preDeployCommands.value
      if deploy.preDeployCommand.count > most {
        report(
          RailwayRules.onePreDeploy,
          "has \(deploy.preDeployCommand.count) commands before a deploy, and Railway runs "
            + "\(most) only",
          "join them with &&"
        )
      }
      if service.runsWithoutShell {
        for line in [deploy.startCommand].compactMap({ $0 }) + deploy.preDeployCommand
        where !line.hasPrefix("/bin/sh -c ") && line.contains("$") {
          report(
            RailwayRules.noShell,
            "runs '\(line)' without a shell, so that its '$' stays as it is",
            "write /bin/sh -c 'exec …'"
          )
        }
      }
      if let policy = deploy.restartPolicyType, !policies.contains(policy) {
        report(
          RailwayRules.restartPolicies,
          "has the restart policy '\(policy.rawValue)', and Railway knows "
            + policies.map(\.rawValue).joined(separator: ", "),
          "take .onFailure, .always or .never"
        )
      }
      if let tries = deploy.restartPolicyMaxRetries, tries < 1 {
        report(
          RailwayRules.restartPolicies,
          "is started again \(Wording.number(tries)) times, and at least 1 is allowed",
          "set restartPolicyType to .never"
        )
      }
    }
  }
}

extension RailwayGraph.Service {
  /// Whether its command is run as it stands.
  var runsWithoutShell: Bool { kind == .dockerImage || build?.builder == .dockerfile }
}
