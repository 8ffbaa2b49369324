import InfraContract
import InfraKit

extension RailwaySetup {
  /// What stays in the dashboard, or in commands that change what no file holds.
  var dashboardSteps: [SetupStep] {
    var steps: [SetupStep] = []
    if let region = project.target.region { steps.append(regionStep(region)) }
    for database in part.databases {
      if let storage = database.storage { steps.append(storageStep(database, storage)) }
      let isAsked = project.asked.contains { $0.isPooled && $0.provider == database.id }
      if database.pooling, !isAsked { steps.append(poolingStep(database)) }
      if database.highAvailability { steps.append(standbyStep(database)) }
    }
    for cache in part.caches where !cache.redisFlags.isEmpty { steps.append(cacheStep(cache)) }
    if let step = watchStep { steps.append(step) }
    if let step = previewStep { steps.append(step) }
    if part.plan.environment.isProtected { steps.append(protectionStep) }
    return steps
  }

  private var previewStep: SetupStep? {
    guard let previews = part.plan.environment.previews, previews.trigger != .never else {
      return nil
    }
    return SetupStep(
      .dashboard,
      "Railway: switch on previews",
      [
        .text(
          "In the dashboard, project settings, Environments, switch on **PR Environments**. They are "
            + "copies of the base environment that is chosen there: choose `\(environment)`. Sealed "
            + "variables are not copied."
        )
      ],
      check: "A new pull request gets an environment of its own."
    )
  }

  private var protectionStep: SetupStep {
    SetupStep(
      .dashboard,
      "Railway: restrict the environment",
      [
        .text(
          "In the dashboard, project settings, Environments, switch on **Restricted** for "
            + "`\(environment)`. It needs a workspace with committed spend "
            + "(docs.railway.com/enterprise/environment-rbac, 2026-11). Without one, give the role of "
            + "a member to few people."
        )
      ],
      check: "A member who is no admin sees the environment and cannot open it."
    )
  }

  private func regionStep(_ region: RailwayRegion) -> SetupStep {
    let place = RailwayFacts.regions.first { $0.region == region }?.location
    return SetupStep(
      .dashboard,
      "Railway: check the region",
      [
        .text(
          "An apply can leave a service of one instance in the workspace's preferred region without "
            + "a word (railwayapp/railway-ts-sdk issue 17, open in September 2026). Set it under "
            + "Settings, Scale, where it differs."
        )
      ],
      check: "Every service and database runs in `\(region.rawValue)`"
        + (place.map { " (\($0))" } ?? "") + "."
    )
  }

  private func storageStep(_ database: Postgres, _ storage: ByteCount) -> SetupStep {
    SetupStep(
      .dashboard,
      "Railway: size the disk of \(database.name)",
      [
        .text(
          "In the dashboard open the volume of `\(database.name)` and grow it to \(storage) or more. "
            + "A volume never shrinks."
        )
      ],
      check: "`railway volume list` shows that size."
    )
  }

  /// Adds a pooler, before its address is asked for if that is.
  func poolingStep(_ database: Postgres) -> SetupStep {
    let isAsked = project.asked.contains { $0.isPooled && $0.provider == database.id }
    return SetupStep(
      isAsked ? .lateValues : .dashboard,
      "Railway: add a connection pooler to \(database.name)",
      [
        .commands([
          "railway postgres pgbouncer add --pool-mode transaction \(flags(database.name))"
        ]),
        .text(conversion),
      ],
      check: "`railway postgres pgbouncer status \(flags(database.name))` shows a running pool."
    )
  }

  private func standbyStep(_ database: Postgres) -> SetupStep {
    SetupStep(
      .dashboard,
      "Railway: convert \(database.name) to a cluster",
      [
        .commands(["railway postgres ha convert \(flags(database.name))"]),
        .text(conversion),
      ],
      check: "`railway postgres ha status \(flags(database.name))` shows a leader and a replica."
    )
  }

  private var conversion: String {
    "This adds services that `railway.ts` does not list. Read the next plan with care: whatever it "
      + "wants to destroy of them, do not apply; list it in the project with `editProject`."
  }

  private func cacheStep(_ cache: KeyValue) -> SetupStep {
    let words = cache.redisFlags.joined(separator: " ")
    var text =
      "In the dashboard, service `\(cache.name)`, Settings, Deploy, **Custom start command**: "
    text += "append this to the `redis-server` command that stands there, and deploy."
    if cache.eviction != .never, cache.memory == nil {
      text += " Without `--maxmemory` nothing is ever full: add a limit that fits your budget."
    }
    let setting = cache.eviction == .never ? "appendonly" : "maxmemory-policy"
    let read = "redis-cli -a \"$REDIS_PASSWORD\" --no-auth-warning CONFIG GET \(setting)"
    return SetupStep(
      .dashboard,
      "Railway: set what \(cache.name) keeps and forgets",
      [.text(text), .commands([words])],
      check: "`railway ssh \(flags(cache.name)) -- '\(read)'` prints what you set."
    )
  }

  private var watchStep: SetupStep? {
    let checked = project.services.filter { $0.deploy?.healthcheckPath != nil }
    if checked.isEmpty { return nil }
    let paths = checked.map { "`\($0.deploy?.healthcheckPath ?? "/")` of `\($0.name)`" }
    return SetupStep(
      .dashboard,
      "Railway: watch what it does not",
      [
        .text(
          "Railway asks for a health check's path while it deploys, and never again. Let a monitor "
            + "of your own ask for " + paths.joined(separator: " and ") + "."
        )
      ],
      check: "The monitor reports when a service is stopped."
    )
  }
}
