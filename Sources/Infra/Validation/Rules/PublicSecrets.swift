import InfraContract

/// No secret ends up in public files or in an image's history.
///
/// A static site's build copies its variables into files that everybody can fetch, and so do
/// bundlers with variables of certain prefixes; a Dockerfile's build arguments stay readable in the
/// image (docs.docker.com/build/building/secrets, read 2026-11-23).
struct PublicSecrets: EnvironmentRule, SettingRule {
  static let rule = Rule(
    "model/public-secrets",
    .error,
    "A secret is in no static site, in no variable that bundlers publish, and in no build argument."
  )

  static let isStructural = false
  static let isAboutLinks = true

  init(_ application: Application) {}

  func check(_ setting: Setting, _ findings: inout Findings) {
    guard let part = setting.value.confidential else { return }
    let reason: String
    let help: String
    switch setting.place {
    case .buildSecret: return
    case .argument:
      reason = "and build arguments stay readable in the image"
      help = "let the process read it from a variable when it runs"
    case .header:
      reason = "and headers are sent to everybody"
      help = "let a service that runs send the header"
    case .variable where setting.isPublished:
      reason = "and a static site's variables end up in public files"
      help = "let a service that runs read it, and the page ask the service"
    case .variable, .shared:
      guard let prefix = PublicPrefix.of(setting.name) else { return }
      reason = "and bundlers copy every variable that starts with '\(prefix)' into public files"
      help = "name it without the prefix, and let a service that runs read it"
    }
    findings.report(
      Self.rule,
      "\(setting.phrase) to \(Self.words(part)), \(reason)",
      help: help,
      at: setting.site,
      about: setting.reader
    )
  }

  static func check(_ environment: Environment, _ findings: inout Findings) {
    for site in environment.application.sites where site.isOnlyFiles {
      for set in site.shared {
        let found = set.variables.entries.first {
          $0.value.confidential != nil && PublicPrefix.of($0.name) == nil
        }
        guard let found, let part = found.value.confidential else { continue }
        findings.report(
          rule,
          "\(site.id.title) reads shared set '\(set.name)', whose '\(found.name)' is \(words(part)), and "
            + "a static site's variables end up in public files",
          help: "give the site a set without secrets",
          at: site.site,
          about: site.id
        )
      }
    }
  }

  private static func words(_ part: Value.Part) -> String {
    switch part {
    case .literal(let text): text
    case .secret(let secret): "secret '\(secret.name)'"
    case .reference(let reference):
      "the \(reference.property.words) of \(reference.title), which holds its password"
    }
  }
}

extension Value {
  /// The first secret, or reference to something with a password in it; nil when all is harmless.
  fileprivate var confidential: Part? {
    parts.first { part in
      switch part {
      case .literal: false
      case .secret: true
      case .reference(let reference): reference.property.isCredential
      }
    }
  }
}

/// The prefixes of variables that bundlers copy into the files that they make.
package enum PublicPrefix {
  /// The prefix that makes a variable public, or nil.
  package static func of(_ name: String) -> String? {
    // Most names start with none of the prefixes' letters, and need no comparison.
    switch name.utf8.first {
    case UInt8(ascii: "N"), UInt8(ascii: "V"), UInt8(ascii: "P"), UInt8(ascii: "R"),
      UInt8(ascii: "G"), UInt8(ascii: "E"), UInt8(ascii: "S"):
      known.first { name.hasPrefix($0) }
    default: nil
    }
  }

  /// Next.js, Vite, SvelteKit and Astro, Nuxt, Create React App, Gatsby, Expo, Vue CLI, Storybook:
  /// as each one's page on environment variables says (read 2026-11-23).
  private static let known = [
    "NEXT_PUBLIC_", "VITE_", "PUBLIC_", "NUXT_PUBLIC_", "REACT_APP_", "GATSBY_", "EXPO_PUBLIC_",
    "VUE_APP_", "STORYBOOK_",
  ]
}
