import InfraContract

/// No credential stands in the description as text.
///
/// What is found is never printed: it would only spread further.
struct LiteralCredentials: EnvironmentRule, SettingRule {
  static let rule = Rule(
    "model/literal-credentials",
    .error,
    "Passwords, keys and tokens are secrets, never text in the description."
  )

  static let isStructural = false

  static func check(_ environment: Environment, _ findings: inout Findings) {
    environment.application.eachCommand { what, command, resource, site in
      guard let kind = Credentials.kind(of: command) else { return }
      findings.report(
        rule,
        "the \(what) of \(resource().title) holds \(kind)",
        help: "let the command read a variable that is set to a Secret's value, and replace the "
          + "credential where it came from: version control remembers it",
        at: site,
        about: resource()
      )
    }
  }

  init(_ application: Application) {}

  func check(_ setting: Setting, _ findings: inout Findings) {
    guard let kind = Credentials.kind(of: setting.value, named: setting.name) else { return }
    findings.report(
      Self.rule,
      "\(setting.phrase) to a text with \(kind)",
      help: "declare a Secret and use its value, and replace the credential where it came from: "
        + "version control remembers it",
      at: setting.site,
      about: setting.reader
    )
  }
}
