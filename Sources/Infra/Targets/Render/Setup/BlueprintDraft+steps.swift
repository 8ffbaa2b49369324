import InfraContract
import InfraKit

extension BlueprintDraft {
  /// Every step that the file cannot express, in order.
  func steps(file: String) -> [SetupStep] {
    [connect(file), validate(file)] + credentials + secretValues + [create(file)]
      + buildSecretFiles + lateValues + domains + [deployAgain(file)]
  }

  // MARK: Prepare

  private func connect(_ file: String) -> SetupStep {
    var blocks: [SetupStep.Block] = [
      .text(
        "In the [Render Dashboard](https://dashboard.render.com), open the workspace that is to "
          + "hold `\(part.environment)` and give Render's app access to this repository (New > "
          + "Blueprint > Configure account). Push the commit that holds `\(file)`"
          + (options.branch.map { " to branch `\($0)`, which this makes where it is missing:" }
            ?? ".")
      )
    ]
    if let branch = options.branch {
      blocks.append(.commands(["git push origin HEAD:refs/heads/\(Command.quoted(branch))"]))
    }
    for (plan, reasons) in blueprint.workspaceNeeds {
      blocks.append(
        .text("The workspace must be on the \(plan) plan or a higher one, because:")
      )
      blocks.append(.list(reasons))
    }
    return SetupStep(
      .prepare,
      "Render: connect the repository",
      blocks,
      check: "New > Blueprint lists the repository."
    )
  }

  private func validate(_ file: String) -> SetupStep {
    SetupStep(
      .prepare,
      "Render: validate the file",
      [
        .text("With Render's command-line tool, 2.7.0 or newer:"),
        .commands(["render login", "render blueprints validate \(Command.quoted(file))"]),
      ],
      check: "the last command names no error and exits with 0."
    )
  }

  private var credentials: [SetupStep] {
    var names: [String] = []
    for case .server(let server) in blueprint.allServices {
      if let image = server.image?.creds { names.append(image.fromRegistryCreds.name) }
      if let build = server.registryCredential { names.append(build.fromRegistryCreds.name) }
    }
    for job in blueprint.allJobs {
      names += [job.image?.creds, job.registryCredential].compactMap(\.self)
        .map(\.fromRegistryCreds.name)
    }
    var seen: Set<String> = []
    let wanted = names.filter { seen.insert($0).inserted }
    if wanted.isEmpty { return [] }
    return [
      SetupStep(
        .prepare,
        "Render: add the credentials of private registries",
        [
          .text("In Workspace Settings > Container Registry Credentials, add:"),
          .list(wanted.map { "`\($0)`" }),
        ],
        check: "the list shows each of these names."
      )
    ]
  }

  // MARK: Values

  private var secretValues: [SetupStep] {
    let rows = chores.compactMap { chore -> [String]? in
      guard case .secret(let origin) = chore.kind else { return nil }
      return ["`\(chore.service)`", "`\(chore.variable)`", origin]
    }
    if rows.isEmpty { return [] }
    return [
      SetupStep(
        .secrets,
        "Render: have the secrets at hand",
        [
          .text(
            "Render asks for these values when the Blueprint is created, and never again: one "
              + "that is added later is set by hand, under Environment of its service."
          ),
          .table(["Service", "Variable", "Where it comes from"], rows),
        ],
        check: "for each row somebody can type the value in."
      )
    ]
  }

  private var buildSecretFiles: [SetupStep] {
    let sources: [(name: String, source: Source)] =
      part.services.map { ($0.name, $0.source) } + part.jobs.map { ($0.name, $0.source) }
    let rows = sources.flatMap { resource, source -> [[String]] in
      guard case .dockerfile(let docker) = source else { return [] }
      return docker.secrets.map { secret in
        let origin =
          switch secret.origin {
          case .generated(let bytes): "\(bytes) random bytes"
          case .provided(let place): place
          }
        return ["`\(name(resource))`", "`\(secret.name)`", origin]
      }
    }
    if rows.isEmpty { return [] }
    return [
      SetupStep(
        .lateValues,
        "Render: add the secret files that builds read",
        [
          .text(
            "In the Dashboard, open each service, Environment, Secret Files, add a file of this "
              + "name with the value, and choose Save, rebuild and deploy. The first build without "
              + "it fails."
          ),
          .table(["Service", "File", "Where its content comes from"], rows),
        ],
        check: "the newest build of each service succeeds."
      )
    ]
  }

  private var lateValues: [SetupStep] {
    let rows = chores.compactMap { chore -> [String]? in
      guard case .late(let what) = chore.kind else { return nil }
      return ["`\(chore.service)`", "`\(chore.variable)`", what]
    }
    if rows.isEmpty { return [] }
    return [
      SetupStep(
        .lateValues,
        "Render: set the values that it cannot work out",
        [
          .text(
            "In the Dashboard, open each service, set the variable under Environment, and choose "
              + "Save, rebuild and deploy."
          ),
          .table(["Service", "Variable", "Value"], rows),
        ],
        check: "the newest deploy of each service is live."
      )
    ]
  }

  // MARK: Deploys

  private func create(_ file: String) -> SetupStep {
    let late = chores.contains { if case .late = $0.kind { true } else { false } }
    let branch = options.branch.map { "branch `\($0)`" } ?? "the default branch"
    let text =
      "New > Blueprint, choose this repository and \(branch), and set Blueprint Path to `\(file)`. "
      + (chores.isEmpty ? "" : "Type in the values that Render asks for")
      + (late ? "; what is not known yet can be any text until the step below. " : "")
      + (chores.isEmpty || late ? "" : ". ")
      + "Then choose Deploy Blueprint. Render creates:"
    return SetupStep(
      .firstDeploy,
      "Render: create the Blueprint",
      [.text(text), .table(["Name", "What", "Plan", "Region"], resourceRows)],
      check: "`render services --output text` lists every service and database, and the "
        + "Blueprint's page says that the sync succeeded."
    )
  }

  private var resourceRows: [[String]] {
    let services = blueprint.allServices.map { service in
      let (what, plan) = Self.whatAndPlan(service)
      return ["`\(service.name)`", what, plan, service.region?.rawValue ?? "everywhere"]
    }
    let databases = blueprint.allDatabases.map { database in
      [
        "`\(database.name)`",
        "Postgres" + (database.postgresMajorVersion.map { " \($0.rawValue)" } ?? ""),
        database.plan?.rawValue ?? "", database.region?.rawValue ?? "",
      ]
    }
    let groups = blueprint.allGroups.map { ["`\($0.name)`", "environment group", "", ""] }
    return databases + services + groups
  }

  private static func whatAndPlan(_ service: Blueprint.Service) -> (String, String) {
    switch service {
    case .server(let server):
      let what =
        switch server.type {
        case .web: "web service"
        case .pserv: "private service"
        default: "background worker"
        }
      let count = server.numInstances.flatMap { $0 > 1 ? ", \($0) instances" : nil } ?? ""
      return (what + count, server.plan?.rawValue ?? "")
    case .site: return ("static site", "")
    case .cron(let job): return ("cron job", job.plan?.rawValue ?? "")
    case .keyValue(let cache): return ("Key Value", cache.plan?.rawValue ?? "")
    case .workflow: return ("workflow", "")
    }
  }

  private func deployAgain(_ file: String) -> SetupStep {
    SetupStep(
      .laterDeploys,
      "Render: push",
      [
        .text(
          "A push to \(options.branch.map { "branch `\($0)`" } ?? "the default branch") syncs `\(file)` and deploys what changed. What a sync does not do:"
        ),
        .list([
          "It asks for no new secret: set it under Environment of its service before the push.",
          "It removes nothing: resources, variables, headers and routes that are gone from the file "
            + "stay until somebody deletes them in the Dashboard.",
          "It renames nothing: a new name is a new resource beside the old one.",
        ]),
      ],
      check:
        "the Blueprint's page names the pushed commit, and each service's newest deploy is live."
    )
  }
}
