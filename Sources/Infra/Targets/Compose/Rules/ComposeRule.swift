import InfraContract
import InfraKit

/// A rule about the file, after the author's edits.
protocol ComposeRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Reports every place where the file does not meet the demand.
  static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings)
}

extension Rule {
  /// A rule that the specification states, or the loader that all versions of Compose share.
  static func compose(
    _ code: String,
    _ severity: Severity,
    _ demand: String,
    _ page: String
  ) -> Rule {
    Rule("compose/" + code, severity, demand, page: page, checked: "2026-11-23")
  }
}

/// Pages that rules come from.
enum ComposePages {
  private static let specification =
    "https://github.com/compose-spec/compose-spec/blob/main/"
  private static let loader = "https://github.com/compose-spec/compose-go/blob/main/"

  static let services = specification + "05-services.md"
  static let build = specification + "build.md"
  static let develop = specification + "develop.md"
  static let file = specification + "03-compose-file.md"
  static let name = specification + "04-version-and-name.md"
  static let interpolation = specification + "12-interpolation.md"
  static let profiles = specification + "15-profiles.md"
  static let consistency = loader + "loader/validate.go"
  static let sources = loader + "validation/validation.go"
  static let mountedSecrets = "https://github.com/docker/compose/blob/main/pkg/compose/secrets.go"
  static let postgres = "https://github.com/docker-library/postgres/issues/1370"
  static let postgresHealth = "https://github.com/docker-library/postgres/issues/146"
  static let login = "https://docs.docker.com/reference/cli/docker/login/"
}

extension ComposeProject {
  /// Reports about a service of the file: at its resource's line, or at the edit that changed it.
  func report(
    _ rule: Rule,
    _ name: String,
    _ what: String,
    help: String,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      "service '\(name)' of '\(path)' \(what)",
      help: help,
      at: owners[name]?.site ?? site,
      about: owners[name]?.id
    )
  }
}
