import InfraKit

// What Render does when a file that it has synced comes to say something else. The pages: the
// Blueprint reference on fields that cannot be changed and on what a sync leaves alone, and the
// guides on disks, Key Value and Postgres.
extension RenderRules {
  /// The rules about changes.
  static var changes: [ChangeRule] { serviceChanges + cacheChanges + databaseChanges + removals }

  private static func change(
    _ code: String,
    _ severity: Severity,
    _ demand: String,
    _ source: RenderFacts.Source
  ) -> Rule {
    Rule(
      "render/\(code)",
      severity,
      demand,
      page: "https://\(source.page)",
      checked: source.date,
      needs: .history
    )
  }

  private static let newName =
    "give it another name, so that Render makes a new one, and delete the old one there"

  private static let serviceChanges = [
    ChangeRule(
      change(
        "type-changed",
        .error,
        "A service keeps its type once it exists.",
        RenderFacts.reference
      ),
      "service",
      when: .differs("type"),
      message: {
        "\($0.title) becomes a '\($0.new)' and is a '\($0.old)' at Render, which refuses to change it"
      },
      help: { _ in newName }
    ),
    ChangeRule(
      change(
        "runtime-changed",
        .warning,
        "A service keeps its runtime; Render's pages disagree on whether it can be changed.",
        RenderFacts.reference
      ),
      "service",
      when: .differs("runtime"),
      if: { $0.old != "static" && $0.new != "static" && $0.before["type"] == $0.after?["type"] },
      message: {
        "\($0.title) moves from runtime '\($0.old)' to '\($0.new)', which one of Render's pages calls "
          + "impossible"
      },
      help: { _ in "watch the next sync; where Render refuses, give the resource another name" }
    ),
    ChangeRule(
      change(
        "static-changed",
        .error,
        "A static site does not become a service, nor a service a static site.",
        RenderFacts.reference
      ),
      "service",
      when: .differs("runtime"),
      if: {
        ($0.old == "static") != ($0.new == "static") && $0.before["type"] == $0.after?["type"]
      },
      message: {
        "\($0.title) moves from runtime '\($0.old)' to '\($0.new)', and Render changes no runtime to or "
          + "from 'static'"
      },
      help: { _ in newName }
    ),
    regionChanged,
    ChangeRule(
      diskShrunk,
      "service",
      "database",
      when: .shrinks("disk"),
      message: {
        "the disk of \($0.title) shrinks from \($0.old) to \($0.new) GB, and Render refuses"
      },
      help: { "keep \($0.old) GB, or move the data to a new resource with a smaller disk" }
    ),
    ChangeRule(
      change(
        "secrets-added",
        .warning,
        "A secret that is asked for is part of the Blueprint from its first sync on.",
        RenderFacts.reference
      ),
      "service",
      when: .gains("secrets"),
      message: {
        "\($0.title) reads \($0.list) anew, and Render asks for secrets when the Blueprint is created "
          + "only: it will run without"
      },
      help: { "set \($0.list) in the Dashboard, under Environment, before the next deploy" }
    ),
    ChangeRule(
      change(
        "variables-kept",
        .warning,
        "A variable that leaves the file is removed in the Dashboard as well.",
        RenderFacts.reference
      ),
      "service",
      when: .loses("variables"),
      message: { "\($0.title) no longer sets \($0.list), and Render keeps what the service has" },
      help: { "delete \($0.list) in the Dashboard, under Environment" }
    ),
    ChangeRule(
      change(
        "headers-kept",
        .warning,
        "A header that leaves the file is removed in the Dashboard as well.",
        RenderFacts.reference
      ),
      "service",
      when: .loses("headers"),
      message: { "\($0.title) no longer sends \($0.list), and Render goes on sending it" },
      help: { _ in "delete it in the Dashboard, under Headers" }
    ),
    ChangeRule(
      change(
        "routes-kept",
        .warning,
        "A redirect or rewrite that leaves the file is removed in the Dashboard as well.",
        RenderFacts.reference
      ),
      "service",
      when: .loses("routes"),
      message: {
        "\($0.title) no longer has a route from \($0.list), and Render goes on following it"
      },
      help: { _ in "delete it in the Dashboard, under Redirects/Rewrites" }
    ),
  ]

  private static let regionChanged = ChangeRule(
    change(
      "region-changed",
      .error,
      "A resource stays in its region.",
      RenderFacts.reference
    ),
    "service",
    "cache",
    "database",
    when: .differs("region"),
    message: {
      "\($0.title) moves from '\($0.old)' to '\($0.new)', and Render moves nothing to another region"
    },
    several: {
      "\($0.list) move from '\($0.old)' to '\($0.new)', and Render moves nothing to another region"
    },
    help: { _ in newName }
  )

  private static let diskShrunk = change(
    "disk-shrunk",
    .error,
    "A disk grows and never shrinks.",
    RenderFacts.disks
  )

  private static let cacheChanges = [
    ChangeRule(
      change(
        "cache-plan-lowered",
        .error,
        "The plan of a Key Value instance goes up and never down.",
        RenderFacts.keyValue
      ),
      "cache",
      when: .stepsDown("plan", order: RenderFacts.keyValuePlans.value.map(\.id)),
      message: { "\($0.title) goes from plan '\($0.old)' down to '\($0.new)', and Render refuses" },
      help: { "stay on '\($0.old)', or give the cache another name" }
    ),
    ChangeRule(
      change(
        "cache-data-lost",
        .warning,
        "A Key Value instance that leaves the free plan starts empty.",
        RenderFacts.keyValue
      ),
      "cache",
      when: .differs("plan"),
      if: { $0.old == "free" },
      message: { "\($0.title) leaves the free plan for '\($0.new)', and what it holds is lost" },
      help: { _ in "let its readers fill it again, and silence this with that reason" }
    ),
    ChangeRule(
      change(
        "persistence-switched",
        .warning,
        "Persistence that is switched on or off empties a Key Value instance.",
        RenderFacts.keyValue
      ),
      "cache",
      when: .differs("persistence"),
      if: { $0.old == "off" || $0.new == "off" },
      message: {
        "\($0.title) goes from persistence '\($0.old)' to '\($0.new)': Render restarts it, empty"
      },
      help: { _ in "let its readers fill it again, and silence this with that reason" }
    ),
  ]

  private static let databaseChanges = [
    ChangeRule(
      change(
        "database-identity",
        .error,
        "A database keeps its name inside the server.",
        RenderFacts.reference
      ),
      "database",
      when: .differs("databaseName"),
      message: {
        "\($0.title) is called '\($0.new)' inside the server, where Render has made '\($0.old)'"
      },
      help: { "write databaseName: \"\($0.old)\", or give the resource another name" }
    ),
    ChangeRule(
      change(
        "database-owner",
        .error,
        "A database keeps its user.",
        RenderFacts.reference
      ),
      "database",
      when: .differs("user"),
      message: { "\($0.title) is owned by '\($0.new)', and Render has made the user '\($0.old)'" },
      help: { "write user: \"\($0.old)\", or give the resource another name" }
    ),
    ChangeRule(
      change(
        "postgres-version-changed",
        .error,
        "A new major version of Postgres is an upgrade in the Dashboard.",
        RenderFacts.reference
      ),
      "database",
      when: .differs("version"),
      message: {
        "\($0.title) goes from Postgres \($0.old) to \($0.new), and no Blueprint upgrades a database"
      },
      help: { _ in "upgrade it in the Dashboard, and silence this once with that reason" }
    ),
    ChangeRule(
      change(
        "legacy-plan-left",
        .warning,
        "There is no way back to a legacy plan.",
        RenderFacts.reference
      ),
      "database",
      when: .differs("plan"),
      if: { change in
        let legacy = RenderFacts.legacyPostgresPlans.value.map(\.rawValue)
        return legacy.contains(change.old) && !legacy.contains(change.new)
      },
      message: { "\($0.title) leaves legacy plan '\($0.old)' for '\($0.new)', for good" },
      help: { _ in "compare prices first, and silence this with that reason" }
    ),
    ChangeRule(
      change(
        "replicas-removed",
        .warning,
        "A read replica stays in the list for as long as something reads it.",
        RenderFacts.reference
      ),
      "database",
      when: .loses("replicas"),
      message: {
        $0.after?["replicas"] == nil
          ? "\($0.title) lists no replica any more, and Render keeps and bills \($0.list)"
          : "\($0.title) no longer lists \($0.list), and Render destroys it at the next sync"
      },
      help: { "make sure that nothing reads \($0.list)" }
    ),
  ]

  private static let removals = [
    ChangeRule(
      change(
        "database-renamed",
        .error,
        "A database keeps its name: another name is another database, and empty.",
        RenderFacts.reference
      ),
      "database",
      "cache",
      when: .isReplaced,
      message: {
        "\($0.title) is '\($0.new)' at Render, where it was '\($0.old)': Render makes an empty one, and "
          + "keeps and bills the old"
      },
      help: { _ in "keep the old name, or move the data and silence this with that reason" }
    ),
    ChangeRule(
      change(
        "service-renamed",
        .warning,
        "A service keeps its name: another name is another service.",
        RenderFacts.reference
      ),
      "service",
      when: .isReplaced,
      message: {
        "\($0.title) is '\($0.new)' at Render, where it was '\($0.old)': Render makes a new one under a "
          + "new address, without secrets, and keeps and bills the old"
      },
      help: { "set its secrets, move its domains, then delete '\($0.old)' in the Dashboard" }
    ),
    ChangeRule(
      change(
        "removed-resources",
        .warning,
        "What leaves the file is deleted in the Dashboard as well.",
        RenderFacts.reference
      ),
      "service",
      "cache",
      "database",
      when: .vanishes,
      message: { "\($0.title) is no longer in the file, and Render keeps and bills it" },
      several: { "\($0.list) are no longer in the file, and Render keeps and bills them" },
      help: {
        $0.words.isEmpty ? "delete '\($0.old)' in the Dashboard" : "delete them in the Dashboard"
      }
    ),
  ]
}
