import InfraContract
import InfraKit

/// The steps of a developer who runs the Compose file, with exact commands.
///
/// Commands are run from the repository's root.
struct ComposeSetup {
  let project: ComposeProject
  let part: HostedPart

  init(_ project: ComposeProject, _ part: HostedPart) {
    self.project = project
    self.part = part
  }

  var steps: [SetupStep] {
    [engine] + environmentSteps + [start] + jobs + [again]
  }

  private var engine: SetupStep {
    SetupStep(
      .prepare,
      "Compose: install Docker",
      [
        .text(
          "Docker Desktop has all that is needed; on Linux, install Docker Engine with its "
            + "Compose and Buildx plugins (<https://docs.docker.com/engine/install/>)."
        ),
        .commands(["docker compose version", "docker info --format '{{.ServerVersion}}'"]),
      ],
      check: "the first command says 2.22 or later, the second one names the engine's version."
    )
  }

  private var start: SetupStep {
    var blocks: [SetupStep.Block] = [.commands(["\(project.command) up --build --detach"])]
    if !project.ports.isEmpty {
      blocks += [
        .text(
          "These are reachable, from this machine only. A port that is taken is moved by its "
            + "variable in `\(project.environmentFile)`, and addresses follow it:"
        ),
        .table(["What", "Address", "Moved by"], project.ports.map(row)),
      ]
    }
    return SetupStep(
      .firstDeploy,
      "Compose: start everything",
      blocks,
      check:
        "`\(project.command) ps` shows every service as running, and as healthy where it has a check. "
        + "What failed is told by `\(project.command) logs`."
    )
  }

  private func row(_ port: LocalPort) -> [String] {
    let isWeb = port.id.kind == .service || port.id.kind == .site
    let address = "localhost:\(port.number)"
    return [port.id.title, isWeb ? "<http://\(address)>" : "`\(address)`", "`\(port.variable)`"]
  }

  private var jobs: [SetupStep] {
    part.jobs.map { job in
      SetupStep(
        .firstDeploy,
        "Compose: run \(job.id.title)",
        [
          .text("It is due at `\(job.schedule)`; here, a person runs it when it is wanted."),
          .commands(["\(project.command) run --rm --build \(Command.quoted(job.name))"]),
        ],
        check: "the command ends with exit code 0 (`echo $?`)."
      )
    }
  }

  private var again: SetupStep {
    SetupStep(
      .laterDeploys,
      "Compose: follow changes, stop, start afresh",
      [
        .text("Rebuild what changed, now or with every change that is saved:"),
        .commands(["\(project.command) up --build --detach", "\(project.command) watch"]),
        .text("Stop everything and keep its data; with `--volumes`, delete the data too:"),
        .commands(["\(project.command) down"]),
      ],
      check: "`\(project.command) ps` lists what runs."
    )
  }
}
