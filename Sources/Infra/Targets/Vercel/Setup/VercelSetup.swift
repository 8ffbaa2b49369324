import InfraContract
import InfraKit

/// The steps for one Vercel project in one environment, with exact commands.
///
/// Commands are run from the repository's root and begin by choosing the project, so that each block
/// works by itself. They are those of the command line of autumn 2026 (vercel.com/docs/cli).
struct VercelSetup {
  let project: VercelProject
  let part: HostedPart

  init(_ project: VercelProject, _ part: HostedPart) {
    self.project = project
    self.part = part
  }

  /// The step that all projects share.
  static let signIn = SetupStep(
    .prepare,
    "Vercel: install the command line and sign in",
    [.commands(["npm install --global vercel", "vercel login"])],
    check: "`vercel whoami` prints your name; `vercel switch` chooses another team."
  )

  var steps: [SetupStep] {
    [createProject, createEnvironment, placeFile].compactMap(\.self)
      + variableSteps
      + [firstDeploy]
      + lateSteps
      + project.domains.map(domain)
      + [settings, laterDeploys].compactMap(\.self)
  }

  var choose: String { "vercel link --yes --project \(Command.quoted(project.name))" }

  /// What deploys the environment from a developer's machine.
  var deploy: String {
    switch project.environment.kind {
    case .production: "vercel deploy --prod"
    case .preview: "vercel deploy"
    case .custom(let name, _): "vercel deploy --target=\(Command.quoted(name))"
    }
  }

  /// The environment with the project, as titles name it.
  var place: String { "'\(project.name)', \(project.environment.title)" }

  private var createProject: SetupStep {
    let directory =
      project.rootDirectory == "." ? "`./`, the repository's root" : "`\(project.rootDirectory)`"
    return SetupStep(
      .prepare,
      "Vercel: create project '\(project.name)' for \(project.id.title)",
      [
        .text(
          "Once for all environments. Run this from the repository's root; answer that it is a new "
            + "project, that its name is `\(project.name)`, and that its code lies in \(directory)."
            + " That is its Root Directory; leave the build settings as they are found."
        ),
        .commands(["vercel link", "vercel git connect"]),
      ],
      check:
        "`vercel project inspect \(Command.quoted(project.name))` names that Root Directory, and "
        + "the repository's pages list Vercel among the connected apps."
    )
  }

  private var createEnvironment: SetupStep? {
    guard case .custom(let name, let branch) = project.environment.kind else { return nil }
    var text =
      "On the project's page, open **Settings → Environments → Create Environment** and call it "
      + "`\(name)`."
    if let branch { text += " Switch branch tracking on for `\(branch)`." }
    return SetupStep(
      .prepare,
      "Vercel: create environment '\(name)' of project '\(project.name)'",
      [.text(text + " Custom environments need the Pro plan or more.")],
      check: "`vercel target list` shows `\(name)`."
    )
  }

  private var placeFile: SetupStep? {
    if project.path == project.expectedPath { return nil }
    return SetupStep(
      .prepare,
      "Vercel: put vercel.json of '\(project.name)' where it is read",
      [
        .text(
          "Vercel reads `\(project.expectedPath)` and no other place. Copy it again after every "
            + "change, or generate it there with `at: \"\(project.expectedPath)\"`."
        ),
        .commands([
          "cp \(Command.quoted(project.path)) \(Command.quoted(project.expectedPath))",
          "git add \(Command.quoted(project.expectedPath))",
        ]),
      ],
      check:
        "`cmp \(Command.quoted(project.path)) \(Command.quoted(project.expectedPath))` says nothing."
    )
  }

  private var firstDeploy: SetupStep {
    var blocks: [SetupStep.Block] = []
    var commands = [choose]
    if let branch = project.environment.branch {
      blocks.append(
        .text(
          "It belongs to branch `\(branch)`. A push of that branch deploys it; this does so by hand."
        )
      )
      let name = Command.quoted(branch)
      commands.append("git switch \(name) || git switch --create \(name)")
    }
    blocks.append(.commands(commands + [deploy]))
    return SetupStep(
      .firstDeploy,
      "Vercel: deploy \(place)",
      blocks,
      check: "the address that the command prints last shows the page"
        + (project.environment == .production
          ? "." : ", to people who are signed in to the team: other deployments are protected.")
    )
  }

  private func domain(_ domain: Domain) -> SetupStep {
    var blocks: [SetupStep.Block] = [
      .commands([
        "vercel domains add \(Command.quoted(domain.name)) \(Command.quoted(project.name))",
        "vercel domains inspect \(Command.quoted(domain.name))",
      ]),
      .text("Set the DNS record that the second command names, at the registrar or DNS host."),
    ]
    switch project.environment.kind {
    case .production: break
    case .preview(let branch):
      let branch = branch.map { "branch `\($0)`" } ?? "a branch"
      blocks.append(
        .text(
          "Then open **Settings → Domains → \(domain) → Edit** and connect it to **Preview**, "
            + "\(branch)."
        )
      )
    case .custom(let name, _):
      blocks.append(
        .text("Then open **Settings → Domains → \(domain) → Edit** and connect it to **\(name)**.")
      )
    }
    if let first = project.domains.first, first != domain {
      // vercel.com/docs/domains/working-with-domains/deploying-and-redirecting, 2026-02-26.
      blocks.append(
        .text(
          "Both names show the site. To send visitors of \(domain) on, open **Settings → Domains → "
            + "\(domain) → Edit** and redirect it to \(first): no file can say that."
        )
      )
    }
    return SetupStep(
      .domains,
      "Vercel: connect \(domain) to project '\(project.name)'",
      blocks,
      check: "`curl -sSI https://\(domain)/` answers with `server: Vercel`."
    )
  }

  private var settings: SetupStep? {
    var items = project.settings
    if project.config.ignoreCommand != nil || project.config.services != nil {
      items.append(
        "**Environment Variables → Automatically expose System Environment Variables**: on. The "
          + "command that skips builds compares commits with them."
      )
    }
    if part.plan.environment.previews?.trigger == .never {
      items.append(
        "**Build and Deployment → Ignored Build Step**: Only build production. Branches that other "
          + "environments follow need a command of your own there."
      )
    }
    if part.plan.environment.isProtected {
      items.append(
        "**Members**, of the team: only those who may change \(project.environment.title) have a role "
          + "that can (vercel.com/docs/rbac/access-roles)."
      )
    }
    if items.isEmpty { return nil }
    return SetupStep(
      .dashboard,
      "Vercel: settings of project '\(project.name)'",
      [.text("On the project's page, under **Settings**:"), .list(items)],
      check: "the page shows these values after a reload."
    )
  }

  private var laterDeploys: SetupStep {
    let push =
      switch project.environment.kind {
      case .production: "A push to the production branch deploys it."
      case .preview(branch: nil): "A push to any other branch deploys it."
      case .preview(.some(let branch)), .custom(_, .some(let branch)):
        "A push to branch `\(branch)` deploys it."
      case .custom(_, nil): "The command below deploys it."
      }
    var text = push + " A changed variable reaches new deployments only."
    var commands = [choose, deploy]
    if project.environment == .production {
      text += " The last command takes the previous deployment back, with its own variables."
      commands.append("vercel rollback")
    }
    return SetupStep(
      .laterDeploys,
      "Vercel: deploy \(place) again",
      [.text(text), .commands(commands)],
      check: "`vercel ls \(Command.quoted(project.name))` shows the newest deployment as Ready."
    )
  }
}
