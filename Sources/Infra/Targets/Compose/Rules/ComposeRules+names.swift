import InfraKit
import InfraSerialization

extension ComposeRules {
  /// The file can be found and read.
  enum FilePath: ComposeRule {
    static let rule = Rule.compose(
      "file-path",
      .error,
      "The file is called .yml or .yaml.",
      ComposePages.file
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      let path = project.writtenPath
      // That it lies inside the repository is every file's rule.
      if RelativePath.fault(path) == nil, !path.hasSuffix(".yml"), !path.hasSuffix(".yaml") {
        findings.report(
          rule,
          "at: \"\(path)\" does not end in '.yml' or '.yaml'",
          help: "call it \"\(path).yml\"",
          at: project.site
        )
      }
    }
  }

  /// A fixed name of the project is one that Compose takes; the schema takes any.
  enum ProjectName: ComposeRule {
    static let rule = Rule.compose(
      "project-name",
      .error,
      "A project's name is lower-case letters, digits, hyphens and underscores.",
      ComposePages.name
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      guard let name = project.file.name?.literal else { return }
      let bytes = Array(name.utf8)
      let isLegal = bytes.allSatisfy { $0.isLowerOrDigit || "-_".utf8.contains($0) }
      if let first = bytes.first, first.isLowerOrDigit, isLegal { return }
      findings.report(
        rule,
        "the project's name '\(name)' must be lower-case letters, digits, '-' and '_', and start "
          + "with a letter or digit",
        help: "leave it out: the folder's name, or COMPOSE_PROJECT_NAME of .env, is taken",
        at: project.site
      )
    }
  }

  /// A service's name is the name by which others reach it.
  enum HostNames: ComposeRule {
    static let rule = Rule.compose(
      "host-names",
      .error,
      "A service's name can be a host name: lower-case letters, digits and hyphens.",
      ComposePages.services
    )

    static func check(_ project: ComposeProject, _ part: HostedPart, _ findings: inout Findings) {
      for name in project.file.services.keys {
        let bytes = Array(name.utf8)
        let isLegal =
          bytes.allSatisfy { $0.isLowerOrDigit || $0 == UInt8(ascii: "-") }
          && bytes.first != UInt8(ascii: "-") && bytes.last != UInt8(ascii: "-")
        if isLegal, (1...63).contains(bytes.count) { continue }
        project.report(
          rule,
          name,
          "has a name that is no host name",
          help: "use 1 to 63 lower-case letters, digits and hyphens",
          &findings
        )
      }
    }
  }
}

extension UInt8 {
  fileprivate var isLowerOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
