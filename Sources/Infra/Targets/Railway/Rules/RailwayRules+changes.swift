import InfraKit

// What `railway config apply` does when railway.ts comes to say something else: it compares the file
// with what runs, and deletes what the file leaves out (railwayapp/cli src/iac/change_set.rs, read
// 2026-08-21).
extension RailwayRules {
  /// The rules about changes.
  static let changes = [
    ChangeRule(
      change(
        "database-renamed",
        .error,
        "A database keeps its name: under another one it is deleted, and an empty one made.",
        page: "infrastructure-as-code"
      ),
      "database",
      when: .isReplaced,
      message: {
        "\($0.title) is called '\($0.new)', where it was '\($0.old)': an apply deletes '\($0.old)' with "
          + "its data and makes an empty one"
      },
      help: { _ in "keep the old name, or move the data and silence this with that reason" }
    ),
    ChangeRule(
      change(
        "service-renamed",
        .warning,
        "A service keeps its name: under another one it is deleted, and another made.",
        page: "infrastructure-as-code"
      ),
      "service",
      when: .isReplaced,
      message: {
        "\($0.title) is called '\($0.new)', where it was '\($0.old)': an apply deletes '\($0.old)' with its "
          + "secrets and domains and makes another"
      },
      help: { "set the secrets of '\($0.new)' before the apply, and its domains after it" }
    ),
    ChangeRule(
      change(
        "removed-resources",
        .warning,
        "What leaves the file is no longer needed: an apply deletes it.",
        page: "infrastructure-as-code"
      ),
      "service",
      "database",
      "bucket",
      when: .vanishes,
      message: {
        "\($0.title) is no longer in railway.ts, and an apply deletes it with all that it holds"
      },
      several: {
        "\($0.list) are no longer in railway.ts, and an apply deletes them with all that they hold"
      },
      help: { _ in
        "back its data up first; without a terminal apply also needs --confirm-destructive"
      }
    ),
    ChangeRule(
      change(
        "volume-detached",
        .warning,
        "A volume keeps its name: under another one the service gets an empty disk.",
        page: "infrastructure-as-code"
      ),
      "volume",
      when: .isReplaced,
      message: {
        "volume '\($0.new)' takes the place of '\($0.old)': the service starts with an empty disk, and "
          + "Railway keeps and bills the old one"
      },
      help: { _ in "keep the name, or copy the files first" }
    ),
    ChangeRule(
      change(
        "volume-left",
        .warning,
        "A volume that leaves the file is deleted in the dashboard as well.",
        page: "infrastructure-as-code"
      ),
      "volume",
      when: .vanishes,
      message: {
        "\($0.title) is no longer in railway.ts, and Railway detaches, keeps and bills it"
      },
      several: {
        "\($0.list) are no longer in railway.ts, and Railway keeps and bills those volumes"
      },
      help: { _ in "delete it in the dashboard once its data is safe" }
    ),
    ChangeRule(
      change(
        "volume-shrunk",
        .error,
        "A volume grows and never shrinks.",
        page: "volumes/reference"
      ),
      "volume",
      when: .shrinks("size"),
      message: {
        "the volume of \($0.title) shrinks from \($0.old) to \($0.new) MB, which an apply treats as "
          + "destructive"
      },
      help: { "keep \($0.old) MB, or move the files to a new volume" }
    ),
    ChangeRule(
      change(
        "region-changed",
        .warning,
        "What keeps data stays in its region.",
        page: "infrastructure-as-code"
      ),
      "database",
      "volume",
      when: .differs("region"),
      message: {
        "\($0.title) moves from '\($0.old)' to '\($0.new)': an apply stops it while its disk is copied"
      },
      several: {
        "\($0.list) move from '\($0.old)' to '\($0.new)': an apply stops them while disks are copied"
      },
      help: { _ in "back up and pick a quiet hour; without a terminal add --confirm-destructive" }
    ),
    ChangeRule(
      change(
        "bucket-region",
        .error,
        "A bucket stays in its region.",
        page: "infrastructure-as-code"
      ),
      "bucket",
      when: .differs("region"),
      message: { "\($0.title) moves from '\($0.old)' to '\($0.new)', and Railway refuses" },
      help: { _ in "give the bucket another name and copy what it holds" }
    ),
    ChangeRule(
      change(
        "database-version-changed",
        .error,
        "A new major version of a database is a migration by hand.",
        page: "databases/postgresql"
      ),
      "database",
      when: .differs("version"),
      message: {
        "\($0.title) goes from major version \($0.old) to \($0.new), whose image does not start on the "
          + "other's data"
      },
      help: { _ in "dump, make a new database and restore, then silence this once with that reason"
      }
    ),
    ChangeRule(
      change(
        "secrets-deleted",
        .warning,
        "A secret that leaves the file is no longer needed: an apply deletes its value.",
        page: "infrastructure-as-code"
      ),
      "service",
      when: .loses("secrets"),
      message: {
        "\($0.title) no longer reads \($0.list), and an apply deletes what Railway keeps there"
      },
      help: { _ in "keep a copy of what only Railway knows" }
    ),
    ChangeRule(
      change(
        "secrets-added",
        .warning,
        "A secret has a value at Railway before the file names it.",
        page: "https://github.com/railwayapp/railway-ts-sdk/issues/31"
      ),
      "service",
      when: .gains("secrets"),
      message: {
        "\($0.title) reads \($0.list) anew, and an apply only keeps what is already there"
      },
      help: { "set it first: railway variable set \($0.words[0]) --stdin --skip-deploys" }
    ),
  ]

  private static func change(
    _ code: String,
    _ severity: Severity,
    _ demand: String,
    page: String
  ) -> Rule {
    Rule(
      "railway/\(code)",
      severity,
      demand,
      page: page.hasPrefix("https://") ? page : "https://docs.railway.com/\(page)",
      checked: RailwayFacts.checked,
      needs: .history
    )
  }
}
