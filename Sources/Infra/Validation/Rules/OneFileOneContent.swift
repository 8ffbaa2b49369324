/// Two targets that claim one path agree on its content.
enum OneFileOneContent: WorkspaceRule {
  static let rule = Rule(
    "model/one-file-one-content",
    .error,
    "A file that several targets or environments share has the same content from each."
  )

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    var owners: [String: (file: GeneratedFile, environment: String)] = [:]
    for environment in environments {
      for file in environment.files {
        guard let first = owners[file.path] else {
          owners[file.path] = (file, environment.name)
          continue
        }
        if first.file.contents == file.contents { continue }
        findings.report(
          rule,
          "'\(file.path)' would have one content from '\(first.environment)' (\(first.file.site)) "
            + "and another from '\(environment.name)'",
          help: "make them equal (variables that the platform keeps per environment, rules by "
            + "branch), or put one of them elsewhere with at:",
          at: file.site
        )
      }
    }
  }
}
