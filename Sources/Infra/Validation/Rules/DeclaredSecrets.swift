import InfraContract

/// What one environment declares as a secret is a text in none.
///
/// An overlay that puts a text in the place of a secret would else pass: nothing of the secret is
/// left in its environment, but its name.
enum DeclaredSecrets: WorkspaceRule {
  static let rule = LiteralCredentials.rule

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    let stores = environments.flatMap(\.deployments).flatMap(\.stores)
    if stores.isEmpty { return }
    // Most names differ in length from all of them, and need no table.
    let lengths = stores.reduce(into: UInt64(0)) {
      $0 |= 1 << UInt64($1.secret.name.utf8.count & 63)
    }
    lazy var declared = Dictionary(stores.map { ($0.secret.name, $0.secret) }) { first, _ in first }
    for environment in environments {
      let application = environment.environment.application
      application.eachSetting(where: { lengths & 1 << UInt64($0.utf8.count & 63) != 0 }) {
        setting in
        guard let text = setting.value.literal, let secret = declared[setting.name],
          text.utf8.count >= 8, !NamedCredential.isTrivial(text),
          // These have a finding already.
          Credentials.kind(of: setting.value, named: setting.name) == nil,
          !takesSecret(setting, in: application)
        else { return }
        findings.report(
          rule,
          "\(setting.phrase) to a text, and that is the name of a secret (\(secret.site))",
          help:
            "use the Secret's value: each environment has one of its own; the text is known from "
            + "now on, so use it nowhere",
          at: setting.site,
          about: setting.reader
        )
      }
    }
  }

  /// Whether a contract says that only a secret may fill the variable: then a rule has complained.
  private static func takesSecret(_ setting: Setting, in application: Application) -> Bool {
    let reader = application.configured.first { $0.id == setting.reader }
    return ((reader as? any Contracted)?.contracts ?? []).contains { contract in
      contract.fields.contains { $0.name == setting.name && $0.isSecret }
    }
  }
}
