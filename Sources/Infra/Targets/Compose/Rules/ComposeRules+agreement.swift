import InfraKit
import InfraSerialization

// What Compose takes in two places, or only in the company of something else.
extension ComposeRules {
  /// The owner and mode of a file are those on the host.
  enum FileOwners: ComposeRule {
    static let rule = Rule.compose(
      "file-owners",
      .warning,
      "Only secrets and configs that are no file of the host have an owner and a mode of their own.",
      ComposePages.mountedSecrets
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      let file = project.file
      for (name, service) in file.services.entries {
        let secrets = owned(service.secrets).filter { file.secrets?[$0]?.file != nil }
        let configs = owned(service.configs).filter { file.configs?[$0]?.file != nil }
        for source in secrets + configs {
          project.report(
            rule,
            name,
            "sets an owner or a mode of '\(source)', which is a file of the host and keeps its own",
            help: "remove uid, gid and mode, and set them on the file",
            &findings
          )
        }
      }
    }

    private static func owned(_ grants: [Either<ComposeText, ComposeFile.Grant>]?) -> [String] {
      (grants ?? []).compactMap(\.right)
        .filter { $0.uid != nil || $0.gid != nil || $0.mode != nil }
        .compactMap { $0.source?.written }
    }
  }

  /// A limit is said once, or twice alike.
  enum LimitsAgree: ComposeRule {
    static let rule = Rule.compose(
      "limits-agree",
      .error,
      "A limit in deploy.resources and its older name beside it are the same.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard let limits = service.deploy?.resources?.limits else { continue }
        let pairs: [(String, String?, String?)] = [
          ("cpus", limits.cpus?.number, service.cpus?.number),
          ("mem_limit", limits.memory?.written, service.memLimit?.number),
          ("pids_limit", limits.pids?.number, service.pidsLimit?.number),
        ]
        for case (let key, let new?, let old?) in pairs where new != old {
          if let left = Double(new), let right = Double(old), left == right { continue }
          project.report(
            rule,
            name,
            "has \(old) as \(key) and \(new) in deploy.resources.limits",
            help: "set one of them",
            &findings
          )
        }
      }
    }
  }

  /// A profile has a name that can be typed; the schema takes any.
  enum ProfileNames: ComposeRule {
    static let rule = Rule.compose(
      "profile-names",
      .error,
      "A profile's name has two characters or more: letters, digits, '_', '.' and '-'.",
      ComposePages.profiles
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        for profile in service.profiles ?? [] where !isLegal(profile.written) {
          project.report(
            rule,
            name,
            "has the profile '\(profile.written)', which Compose refuses",
            help: "use a letter or digit, then at least one more letter, digit, '_', '.' or '-'",
            &findings
          )
        }
      }
    }

    private static func isLegal(_ name: String) -> Bool {
      func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
      }
      guard name.count >= 2, let first = name.first, isPlain(first) else { return false }
      return name.allSatisfy { isPlain($0) || "_.-".contains($0) }
    }
  }

  /// What runs here is among what is built.
  enum BuiltPlatforms: ComposeRule {
    static let rule = Rule.compose(
      "built-platforms",
      .error,
      "The platform that a service runs on is one of those that its build is for.",
      ComposePages.build
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard let platform = service.platform?.written,
          let built = service.build?.right?.platforms?.map(\.written), !built.isEmpty,
          !built.contains(platform)
        else { continue }
        project.report(
          rule,
          name,
          "runs on '\(platform)' and is built for " + Wording.list(built),
          help: "add it to build.platforms",
          &findings
        )
      }
    }
  }
}

extension ComposeSetting where Value: CustomStringConvertible {
  /// The number or text as it stands in the file.
  fileprivate var number: String? {
    switch self {
    case .value(let value): value.description
    case .text(let text): text.written
    }
  }
}
