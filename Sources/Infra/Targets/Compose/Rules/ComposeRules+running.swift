import InfraKit
import InfraSerialization

extension ComposeRules {
  /// What is watched can be followed.
  enum WatchRules: ComposeRule {
    static let rule = Rule.compose(
      "watch-rules",
      .error,
      "A rule of watch has the target that its action needs, and rebuilds only what is built.",
      ComposePages.develop
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        for watch in service.develop?.watch ?? [] {
          let path = watch.path.written
          func complain(_ what: String, _ help: String) {
            project.report(rule, name, "watches '\(path)' \(what)", help: help, &findings)
          }
          let needsTarget = watch.action != .rebuild && watch.action != .restart
          if needsTarget, watch.target == nil {
            complain("and does not say where to copy it", "give the rule a target")
          }
          if watch.action == .rebuild, service.build == nil {
            complain("to build an image again, and has no build", "use another action")
          }
          if watch.action == .syncAndExec, watch.exec == nil {
            complain("to run a command, and names none", "give the rule an exec")
          }
          let binds = service.mounts.filter { $0.type == .bind }.compactMap { $0.source?.written }
          if binds.contains(where: { $0 == path || path.hasPrefix($0 + "/") }) {
            complain("and mounts it too, so Compose skips the rule", "remove one of them")
          }
        }
      }
    }
  }

  /// A policy that restarts for ever hides a crash and comes back after a reboot.
  enum RestartPolicies: ComposeRule {
    static let rule = Rule.compose(
      "restart-policies",
      .warning,
      "On a developer's machine nothing is restarted for ever.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard let policy = service.restart, policy == .always || policy == .unlessStopped else {
          continue
        }
        project.report(
          rule,
          name,
          "has restart '\(policy.rawValue)', which hides crashes and starts it after a reboot",
          help: "leave it out, or use .onFailure",
          &findings
        )
      }
    }
  }

  /// The image of Postgres 18 stops where a volume is mounted as for 17.
  enum PostgresData: ComposeRule {
    static let rule = Rule.compose(
      "postgres-data",
      .error,
      "The volume of a Postgres image lies where that major version looks for it.",
      ComposePages.postgres
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard let tag = service.postgresTag else { continue }
        guard let major = Int(tag.prefix { $0.isASCII && $0.isNumber }) else {
          project.report(
            rule,
            name,
            "runs 'postgres:\(tag)', whose major version may change under its data",
            help: "name the major version, such as postgres:17",
            &findings
          )
          continue
        }
        let right = major >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data"
        let wrong = major >= 18 ? "/var/lib/postgresql/data" : "/var/lib/postgresql"
        if service.mountedPaths.contains(wrong) {
          project.report(
            rule,
            name,
            "runs Postgres \(major) with a volume at '\(wrong)'",
            help: "mount it at '\(right)'",
            &findings
          )
        }
      }
    }
  }

  /// While Postgres sets up a new volume, it answers on a socket and not yet over TCP.
  enum PostgresChecks: ComposeRule {
    static let rule = Rule.compose(
      "postgres-checks",
      .warning,
      "A check by pg_isready asks over TCP.",
      ComposePages.postgresHealth
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        let words: [String]
        switch service.healthcheck?.test {
        case .left(let line): words = [line.written]
        case .right(let list): words = list.map(\.written)
        case nil: continue
        }
        let line = words.joined(separator: " ")
        guard line.contains("pg_isready") else { continue }
        if line.contains(" -h") || line.contains("--host") { continue }
        project.report(
          rule,
          name,
          "asks pg_isready without a host, which answers before the database does",
          help: "add -h 127.0.0.1",
          &findings
        )
      }
    }
  }

  /// Compose takes truth values for text nowhere in `environment`.
  enum EnvironmentText: ComposeRule {
    static let rule = Rule.compose(
      "environment-text",
      .error,
      "A variable of a service is text or a number.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        guard case .map(let map)? = service.environment else { continue }
        for case (let variable, .flag(let flag)) in map.entries {
          project.report(
            rule,
            name,
            "has \(flag) as variable '\(variable)', which Compose refuses",
            help: "write it as text: \"\(flag)\"",
            &findings
          )
        }
      }
    }
  }

  /// Text that an author writes as it stands in the file can be read by Compose.
  enum ReadableVariables: ComposeRule {
    static let rule = Rule.compose(
      "readable-variables",
      .error,
      "A dollar in the file is doubled, or starts a variable that Compose can read.",
      ComposePages.interpolation
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        var texts: [(String, ComposeText)] = []
        if let image = service.image { texts.append(("image", image)) }
        if case .arguments(let words)? = service.command {
          texts += words.map { ("command", $0) }
        }
        for pairs in [service.environment, service.build?.right?.args, service.labels] {
          guard case .map(let map)? = pairs else { continue }
          for case (let key, .text(let text)) in map.entries { texts.append((key, text)) }
        }
        for (place, text) in texts where text.parts == nil {
          project.report(
            rule,
            name,
            "has '\(text.written)' as '\(place)', in which Compose cannot read a variable",
            help: "write it as a Swift literal, which doubles dollars, or use ComposeVariable",
            &findings
          )
        }
      }
    }
  }
}

extension ComposeFile.Service {
  /// The tag of the official Postgres image; nil for other images.
  var postgresTag: String? {
    guard let image = image?.literal else { return nil }
    for name in ["postgres", "docker.io/postgres", "docker.io/library/postgres"] {
      if image == name { return "latest" }
      if image.hasPrefix(name + ":") { return String(image.dropFirst(name.utf8.count + 1)) }
    }
    return nil
  }
}
