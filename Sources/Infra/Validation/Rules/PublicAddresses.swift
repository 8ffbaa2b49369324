import InfraContract

/// A page knows public addresses only.
struct PublicAddresses: SettingRule {
  static let rule = Rule(
    "model/public-addresses",
    .warning,
    "Variables that end up in public files name no host on the private network."
  )

  static let isAboutLinks = true

  init(_ application: Application) {}

  func check(_ setting: Setting, _ findings: inout Findings) {
    for case .reference(let reference) in setting.value.parts {
      guard Self.isAddress(reference.property), Self.isPublic(setting) else { continue }
      findings.report(
        Self.rule,
        "\(setting.phrase) to the \(reference.property.words) of \(reference.title), which no browser "
          + "can reach",
        help: reference.kind == .service
          ? "use its origin" : "let a service that runs talk to it, and the page to the service",
        at: setting.site,
        about: setting.reader
      )
      return
    }
  }

  /// Whether a property leads into the private network; what holds a password has a graver finding.
  private static func isAddress(_ property: Reference.Property) -> Bool {
    switch property {
    case .host, .port, .privateOrigin: true
    case .origin, .publicHost, .url, .pooledURL, .user, .password, .database: false
    }
  }

  private static func isPublic(_ setting: Setting) -> Bool {
    switch setting.place {
    case .argument, .header, .buildSecret: false
    case .variable where setting.isPublished: true
    case .variable, .shared: PublicPrefix.of(setting.name) != nil
    }
  }
}
