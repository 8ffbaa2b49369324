import InfraKit

extension VercelProject {
  /// What Vercel keeps of a project outside of its file.
  var entry: RecordedEntry {
    var entry = RecordedEntry("project", name, of: id, at: site)
    entry.add("root", rootDirectory)
    entry.add("environment", environment.title)
    return entry
  }
}

// What Vercel keeps outside of the file, and so does not follow.
extension VercelRules {
  /// The rules about changes.
  static let changes = [
    ChangeRule(
      change("project-renamed", "A project keeps its name, its variables and its domains."),
      "project",
      when: .isReplaced,
      message: {
        "\($0.title) is project '\($0.new)', where it was '\($0.old)': Vercel makes a new project, "
          + "without variables and domains"
      },
      help: { "rename '\($0.old)' in its settings first, or follow the setup sheet from the start" }
    ),
    ChangeRule(
      change("project-left", "A project that is no longer described is deleted at Vercel as well."),
      "project",
      when: .vanishes,
      message: { "\($0.title) is no longer described, and Vercel goes on serving it" },
      several: { "\($0.list) are no longer described, and Vercel goes on serving them" },
      help: { "vercel project rm \($0.old)" }
    ),
    ChangeRule(
      change("root-moved", "A project's Root Directory follows its file."),
      "project",
      when: .differs("root"),
      message: {
        "\($0.title) moves from '\($0.old)' to '\($0.new)', and Vercel goes on building the old "
          + "directory"
      },
      help: { "set Root Directory to '\($0.new)' in the project's settings" }
    ),
    ChangeRule(
      change("environment-moved", "A project's variables follow its environment."),
      "project",
      when: .differs("environment"),
      message: {
        "\($0.title) moves from \($0.old) to \($0.new), where none of its variables are set"
      },
      help: { _ in "set them as the setup sheet says" }
    ),
  ]

  private static func change(_ code: String, _ demand: String) -> Rule {
    Rule(
      "vercel/\(code)",
      .warning,
      demand,
      page: "https://vercel.com/docs/project-configuration/project-settings",
      checked: "2026-08-25",
      needs: .history
    )
  }
}
