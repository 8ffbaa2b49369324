import InfraKit
import InfraSerialization

extension ComposeFile.Service {
  /// The mounts in the long form.
  var mounts: [ComposeFile.Mount] { (volumes ?? []).compactMap(\.right) }

  /// The paths in the container that something is mounted at, each as often as it is.
  var mountedPaths: [String] {
    var paths = mounts.compactMap { $0.target?.written }
    for case .left(let text) in volumes ?? [] { paths.append(Self.target(of: text.written)) }
    switch tmpfs {
    case .left(let text): paths.append(Self.path(ofTmpfs: text.written))
    case .right(let texts): paths += texts.map { Self.path(ofTmpfs: $0.written) }
    case nil: break
    }
    return paths
  }

  /// The path in the container of a mount in the short form: `[SOURCE:]TARGET[:MODE]`.
  private static func target(of text: String) -> String {
    let fields = text.split(separator: ":")
    return String(fields.count > 1 ? fields[1] : fields.first ?? "")
  }

  private static func path(ofTmpfs text: String) -> String {
    text.split(separator: ":").first.map(String.init) ?? text
  }

  /// The named volume of a mount in the short form; nil for a path or no source.
  fileprivate static func volume(of text: String) -> String? {
    let fields = text.split(separator: ":")
    guard fields.count > 1, let first = fields[0].first, !"./~$".contains(first) else { return nil }
    return String(fields[0])
  }

  /// The secrets and configs that it is granted, by name.
  static func names(_ grants: [Either<ComposeText, ComposeFile.Grant>]?) -> [String] {
    (grants ?? []).compactMap { grant in
      switch grant {
      case .left(let name): name.written
      case .right(let grant): grant.source?.written
      }
    }
  }
}

extension ComposeRules {
  /// What services use is declared; the schema does not compare.
  enum PartsDeclared: ComposeRule {
    static let rule = Rule.compose(
      "parts-declared",
      .error,
      "Volumes, networks, secrets, configs and models that services use are declared.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      let file = project.file
      let known = (
        volumes: Set(file.volumes?.keys ?? []),
        networks: Set((file.networks?.keys ?? []) + ["default"]),
        secrets: Set(file.secrets?.keys ?? []), configs: Set(file.configs?.keys ?? []),
        models: Set(file.models?.keys ?? [])
      )
      func demand(_ kind: String, _ used: [String], _ declared: Set<String>, _ name: String) {
        for missing in used where !declared.contains(missing) {
          project.report(
            rule,
            name,
            "uses \(kind) '\(missing)', which the file does not declare",
            help: "declare it: $0.editFile { $0.\(kind)s[\"\(missing)\"] = … }",
            &findings
          )
        }
      }
      for (name, service) in file.services.entries {
        var volumes = service.mounts.filter { $0.type == .volume }.compactMap { $0.source?.written }
        for case .left(let text) in service.volumes ?? [] {
          if let volume = ComposeFile.Service.volume(of: text.written) { volumes.append(volume) }
        }
        demand("volume", volumes, known.volumes, name)
        var networks: [String] = []
        switch service.networks {
        case .left(let map): networks = map.keys
        case .right(let names): networks = names.map(\.written)
        case nil: break
        }
        demand("network", networks, known.networks, name)
        let built = ComposeFile.Service.names(service.build?.right?.secrets)
        let secrets = ComposeFile.Service.names(service.secrets) + built
        demand("secret", secrets, known.secrets, name)
        let configs = ComposeFile.Service.names(service.configs)
        demand("config", configs, known.configs, name)
        var models: [String] = []
        switch service.models {
        case .left(let map): models = map.keys
        case .right(let names): models = names.map(\.written)
        case nil: break
        }
        demand("model", models, known.models, name)
      }
    }
  }

  /// A secret or config has one source; the schema takes none and several.
  enum OneSource: ComposeRule {
    static let rule = Rule.compose(
      "one-source",
      .error,
      "A secret or config comes from exactly one source.",
      ComposePages.sources
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      func complain(_ kind: String, _ name: String, _ count: Int, _ sources: String) {
        if count == 1 { return }
        findings.report(
          rule,
          "\(kind) '\(name)' of '\(project.path)' has \(count == 0 ? "no source" : "\(count) sources")",
          help: "set exactly one of \(sources)",
          at: project.site
        )
      }
      for (name, secret) in project.file.secrets?.entries ?? [] {
        let sources = [secret.file != nil, secret.environment != nil, secret.external != nil]
        complain("secret", name, sources.count { $0 }, "file, environment and external")
      }
      for (name, config) in project.file.configs?.entries ?? [] {
        let sources = [
          config.file != nil, config.environment != nil, config.content != nil,
          config.external != nil,
        ]
        complain("config", name, sources.count { $0 }, "file, environment, content and external")
      }
    }
  }

  /// One path in a container is one mount.
  enum OneMountPerPath: ComposeRule {
    static let rule = Rule.compose(
      "one-mount-per-path",
      .error,
      "A path in a container is mounted once.",
      ComposePages.consistency
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries {
        var seen: Set<String> = []
        var told: Set<String> = []
        for path in service.mountedPaths where !seen.insert(path).inserted {
          guard told.insert(path).inserted else { continue }
          project.report(
            rule,
            name,
            "mounts more than one thing at '\(path)'",
            help: "mount one of them elsewhere",
            &findings
          )
        }
      }
    }
  }

  /// Compose writes such secrets into the container, which a read-only root does not allow.
  enum ReadOnlySecrets: ComposeRule {
    static let rule = Rule.compose(
      "read-only-secrets",
      .error,
      "A service with a read-only root takes secrets and configs from files only.",
      ComposePages.mountedSecrets
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for (name, service) in project.file.services.entries
      where service.readOnly == .value(true) {
        let secrets = ComposeFile.Service.names(service.secrets).filter {
          project.file.secrets?[$0]?.environment != nil
        }
        let configs = ComposeFile.Service.names(service.configs).filter {
          let config = project.file.configs?[$0]
          return config?.environment != nil || config?.content != nil
        }
        for source in secrets + configs {
          project.report(
            rule,
            name,
            "has a read-only root, and '\(source)' would have to be written into it",
            help: "keep '\(source)' in a file, or let the root be written to",
            &findings
          )
        }
      }
    }
  }
}
