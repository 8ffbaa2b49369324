import InfraContract
import InfraKit

/// What Docker Compose demands, and what it cannot do.
enum ComposeRules {
  /// Every rule, in the order of these files.
  static var catalog: [Rule] { ownRules + modelRules + manifestRules.map { $0.rule } }

  /// Checks what the mapping and the author's edits have made.
  static func check(
    _ project: ComposeProject,
    _ part: HostedPart,
    _ findings: inout Findings
  ) {
    for rule in manifestRules { rule.check(project, part, &findings) }
  }

  /// The rules about the file itself, in the order in which they run.
  static let manifestRules: [any ComposeRule.Type] = []

  static let ownRules = [hostedEdits, writable, filePath, serviceNames]

  static let hostedEdits = Rule(
    "compose/hosted-edits",
    .error,
    "An edit is about something that this target hosts."
  )

  static let writable = Rule(
    "compose/writable",
    .error,
    "Every value of the file can be written as YAML."
  )

  static let filePath = Rule(
    "compose/file-path",
    .error,
    "The file lies inside the repository and is called .yml or .yaml.",
    page: "https://github.com/compose-spec/compose-spec/blob/main/03-compose-file.md",
    checked: "2026-11-23"
  )

  static let serviceNames = Rule(
    "compose/service-names",
    .error,
    "Every service has a name of its own that can be a host name.",
    page: "https://github.com/compose-spec/compose-spec/blob/main/05-services.md",
    checked: "2026-11-23"
  )
}

/// A rule about the file, after the author's edits.
protocol ComposeRule: SendableMetatype {
  /// The code, severity and demand.
  static var rule: Rule { get }

  /// Reports every place where the file does not meet the demand.
  static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings)
}
