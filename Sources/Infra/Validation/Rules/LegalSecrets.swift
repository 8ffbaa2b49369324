import InfraContract

/// A secret has the name of a variable, and a value that can be made or found.
struct LegalSecrets: SettingRule {
  static let rule = Rule(
    "model/legal-secrets",
    .error,
    "A secret has the name of a variable; a generated one has \(legalBytes) bytes, and a provided "
      + "one says where its value comes from."
  )

  static let isStructural = true
  static let isAboutLinks = true

  /// Programs refuse shorter keys, by the same number; longer ones serve no purpose, and command
  /// lines and forms refuse them.
  private static let legalBytes = SecretKey.minimumBytes...1024

  private var seen: Set<String> = []

  init(_ application: Application) {}

  mutating func check(_ setting: Setting, _ findings: inout Findings) {
    for case .secret(let secret) in setting.value.parts where seen.insert(secret.name).inserted {
      if let fault = VariableName.fault(secret.name) {
        Self.report(
          secret,
          "has a name that \(fault); names of secrets are \(VariableName.expectation)",
          "call it '\(VariableName.legal(secret.name))'",
          &findings
        )
      }
      switch secret.origin {
      case .generated(let bytes):
        let range = Self.legalBytes
        if range.contains(bytes) { continue }
        Self.report(
          secret,
          "is to be generated with \(bytes) bytes, and \(range) are allowed",
          "write .generated(bytes: \(min(max(bytes, range.lowerBound), range.upperBound)))",
          &findings
        )
      case .provided(let source):
        if source.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
          Self.report(
            secret,
            "says where a person gets its value with a control character",
            "write it on one line",
            &findings
          )
          continue
        }
        if !source.utf8.allSatisfy({ $0 == 0x20 }) { continue }
        Self.report(
          secret,
          "does not say where a person gets its value",
          "write where, such as .provided(\"Stripe, Developers, API keys\")",
          &findings
        )
      }
    }
  }

  private static func report(
    _ secret: Secret,
    _ fault: String,
    _ help: String,
    _ findings: inout Findings
  ) {
    let message = "secret \(Wording.quote(secret.name)) \(fault)"
    findings.report(rule, message, help: help, at: secret.site)
  }
}
