import InfraContract

/// A secret's name stands for one value, so all its declarations say the same.
struct OneOriginPerSecret: SettingRule {
  static let rule = Rule(
    "model/one-origin-per-secret",
    .error,
    "All declarations of a secret say that its value comes from the same place."
  )

  static let isStructural = true
  static let isAboutLinks = true

  private var first: [String: Secret] = [:]
  private var blamed: Set<Declaration> = []

  init(_ application: Application) {}

  mutating func check(_ setting: Setting, _ findings: inout Findings) {
    for case .secret(let secret) in setting.value.parts {
      guard let earlier = first[secret.name] else {
        first[secret.name] = secret
        continue
      }
      if earlier == secret { continue }
      let declaration = Declaration(secret: secret, site: secret.site)
      guard blamed.insert(declaration).inserted else { continue }
      findings.report(
        Self.rule,
        "secret '\(secret.name)' is \(Self.words(secret.origin)), and at \(earlier.site) it is "
          + Self.words(earlier.origin),
        help: "declare it once and use that value, or give one of them another name",
        at: secret.site
      )
    }
  }

  private static func words(_ origin: Secret.Origin) -> String {
    switch origin {
    case .generated(let bytes): "generated with \(bytes) bytes"
    case .provided(let source): "provided (\(Wording.quote(source)))"
    }
  }

  /// A secret and its line: two secrets are equal wherever they are declared.
  private struct Declaration: Hashable {
    let secret: Secret
    let site: CallSite
  }
}
