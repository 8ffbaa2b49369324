import InfraContract
import InfraKit

/// The steps that `railway.ts` cannot express, in the order in which they are due.
///
/// Commands are those of Railway's command line 5.57 (docs.railway.com/cli, 2026-09).
struct RailwaySetup {
  let project: RailwayProject

  init(_ project: RailwayProject) { self.project = project }

  var part: HostedPart { project.part }
  var environment: String { part.environment }

  /// What every command that asks for a service ends in.
  func flags(_ service: String) -> String {
    "--service \(service) --environment \(environment)"
  }

  /// All steps.
  var steps: [SetupStep] {
    [account, create, services].compactMap { $0 } + secretSteps + registrySteps
      + [domainRegistration, apply, majorVersions, privacy, upload].compactMap { $0 }
      + lateSteps + [domainRecords].compactMap { $0 } + dashboardSteps
      + [legacyFiles, later].compactMap { $0 }
  }

  // MARK: - Prepare

  private var account: SetupStep {
    let needs = RailwayNeed.all(of: project)
    var text =
      "Railway's command line 5.49 or newer reads `railway.ts` with Node.js 22.6 or newer; "
    text += "npm installs it."
    if let plan = RailwayFacts.plan(for: needs) {
      text += " Of Railway's paid plans, **\(plan.name)** is the smallest that allows everything "
      text += "below"
      let smaller = RailwayFacts.plans.filter { ($0.dollarsByMonth ?? 0) > 0 }
        .prefix { $0.name != plan.name }.last
      let reasons = smaller.map { other in needs.filter { !$0.isMet(other) }.map(\.reason) } ?? []
      text += reasons.isEmpty ? "." : ": " + reasons.joined(separator: ", ") + "."
    }
    return SetupStep(
      .prepare,
      "Railway: install the command line and log in",
      [.text(text), .commands(["npm install --global @railway/cli", "railway login"])],
      check: "`railway whoami` names your account."
    )
  }

  private var create: SetupStep {
    var blocks: [SetupStep.Block] = [
      .text(
        "Run everything in the repository's root. Where another environment has made the project "
          + "already, `railway link` takes the place of the first line. The environment `production`, "
          + "with which every project starts, can stay empty."
      ),
      .commands([
        "railway init --name \(project.graph.name)",
        "railway environment new \(environment)",
        "railway environment \(environment)",
      ]),
    ]
    if let repository = project.target.repository {
      blocks.append(
        .text(
          "Let Railway's GitHub app read `\(repository)` (account settings, Integrations), so that "
            + "pushes to `\(project.target.branch ?? "main")` are deployed."
        )
      )
    }
    return SetupStep(
      .prepare,
      "Railway: create the project and the environment",
      blocks,
      check: "`railway status` names project `\(project.graph.name)` and environment "
        + "`\(environment)`."
    )
  }

  /// Services come before the first apply: preserving a variable of a service that is only then
  /// created fails it (github.com/railwayapp/railway-ts-sdk/issues/31, 2026-06-18).
  private var services: SetupStep? {
    let names = project.services.map(\.name)
    if names.isEmpty { return nil }
    return SetupStep(
      .prepare,
      "Railway: create the services",
      [
        .text(
          "They are empty until `railway.ts` is applied, and can keep variables from now on. An "
            + "apply that has to create a service together with a secret fails."
        ),
        .commands(names.map { "railway add --service \($0)" }),
      ],
      check: "`railway service list` lists "
        + names.map { "`\($0)`" }.joined(separator: ", ") + "."
    )
  }

  // MARK: - First deploy

  private var apply: SetupStep {
    let file = project.path
    return SetupStep(
      .firstDeploy,
      "Railway: apply railway.ts",
      [
        .text(
          "Read the plan before you apply it. In a new environment it destroys nothing. Whatever is "
            + "in the environment and not in the file, a variable too, is planned for deletion."
        ),
        .commands([
          "railway config plan --file \(file)",
          "railway config apply --file \(file)",
        ]),
      ],
      check:
        "`railway config plan --file \(file) --detailed-exit-code` ends with status 0: nothing "
        + "is left to do. (An apply can end with 0 although Railway refused a change.)"
    )
  }

  private var upload: SetupStep? {
    let built = project.services.filter { $0.kind == .empty }
    if built.isEmpty { return nil }
    return SetupStep(
      .firstDeploy,
      "Railway: deploy from your checkout",
      [
        .text("No repository is named, so each service runs what `railway up` sends."),
        .commands(built.map { "railway up --ci \(flags($0.name))" }),
      ],
      check: "`railway service status --all` shows "
        + built.map { "`\($0.name)`" }.joined(separator: ", ") + " as `SUCCESS`."
    )
  }

  /// The image of a new database is not the one that the file names
  /// (github.com/railwayapp/railway-ts-sdk/issues/81, open on 2026-09-10).
  private var majorVersions: SetupStep? {
    let databases = part.databases.filter { $0.version != .v18 }
    if databases.isEmpty { return nil }
    let expected = databases.map { "`\($0.version.rawValue)` for `\($0.name)`" }
    return SetupStep(
      .firstDeploy,
      "Railway: check the major version of Postgres",
      [
        .text(
          "A new database can start as Postgres 18 whatever `railway.ts` says, and the next apply "
            + "then puts the image of another version on its data, which does not start. Look before "
            + "there is anything to lose:"
        ),
        .commands(
          databases.map { "railway ssh \(flags($0.name)) -- 'cat \"$PGDATA/PG_VERSION\"'" }
        ),
        .text(
          "Where it differs, delete the database's volume in the dashboard, add a new one at "
            + "`/var/lib/postgresql/data`, apply once more, and look again."
        ),
      ],
      check: "The commands print \(expected.joined(separator: ", "))."
    )
  }

  /// Railway's own images open a public port unless told otherwise.
  private var privacy: SetupStep? {
    let names = part.databases.map(\.name) + part.caches.map(\.name)
    if names.isEmpty { return nil }
    return SetupStep(
      .firstDeploy,
      "Railway: see that databases are private",
      [
        .text(
          "Railway may open a public port for a new database. Delete each proxy that is listed, by "
            + "the identifier in the list: `railway tcp-proxy delete ID`."
        ),
        .commands(names.map { "railway tcp-proxy list \(flags($0))" }),
      ],
      check: "Each list is empty."
    )
  }

  // MARK: - Later

  private var legacyFiles: SetupStep? {
    guard project.target.legacyFiles else { return nil }
    let services = project.services.filter { $0.kind != .dockerImage }
    if services.isEmpty { return nil }
    return SetupStep(
      .dashboard,
      "Railway: only for services that read a railway.json already",
      [
        .text(
          "Railway reads these files until \(RailwayFacts.configFileCutoff.day) and takes none for a "
            + "new service. A service is owned either by its file or by `railway.ts`, never by both. "
            + "In its settings, **Config-as-code**, the path is absolute:"
        ),
        .table(
          ["Service", "Path"],
          services.map { ["`\($0.name)`", "`/\(project.legacyPath($0.name))`"] }
        ),
      ],
      check: "The details of the service's next deployment name the file."
    )
  }

  private var later: SetupStep {
    let file = project.path
    let built = project.services.filter { $0.kind == .empty }
    var blocks: [SetupStep.Block] = [
      .text(
        "A variable that is new to the file and holds a secret is set first, as above. Then plan, "
          + "read, apply:"
      ),
      .commands([
        "railway config plan --file \(file)",
        "railway config apply --file \(file)",
      ]),
    ]
    if project.target.repository != nil {
      blocks.append(
        .text(
          "A change of the source needs nothing: a push to `\(project.target.branch ?? "main")` "
            + "deploys it."
        )
      )
    } else if !built.isEmpty {
      blocks.append(.text("A change of the source is sent again:"))
      blocks.append(.commands(built.map { "railway up --ci \(flags($0.name))" }))
    }
    return SetupStep(
      .laterDeploys,
      "Railway: apply and deploy",
      blocks,
      check: "`railway config plan --file \(file) --detailed-exit-code` ends with status 0, and "
        + "`railway service status --all` shows every service as `SUCCESS`."
    )
  }
}
