/// The way back in Docker Compose, which is a person's: nothing outside of the machine is asked.
struct ComposeRollback {
  let context: RollbackContext

  func steps() -> RollbackSteps {
    var result = RollbackSteps()
    let tag = context.target.tag
    let folder = "../rollback-\(tag)"
    let workers = context.place.parts.filter { $0.role == .worker && !$0.isScheduled }
    if !workers.isEmpty {
      let names = workers.map(\.name).joined(separator: " ")
      result.stops.append(
        Step(
          "compose/workers/stop",
          "Compose: stop \(names)",
          commands: ["docker compose stop \(names)"],
          check: "docker compose ps \(names) lists nothing that runs",
          .person
        )
      )
    }
    if context.restores {
      result.data = context.place.databases.map { database in
        Step(
          "compose/\(database)/restore",
          "Compose: restore database \(database)",
          notes: ["What was written since the dump is lost."],
          commands: [
            "docker compose exec -T \(database) sh -c 'psql -v ON_ERROR_STOP=1 \\\n"
              + "  -U \"$POSTGRES_USER\" \"$POSTGRES_DB\"' < DUMP.sql"
          ],
          check: "the command exits with 0",
          .person
        )
      }
    }
    result.services.append(
      Step(
        "compose/all/back",
        "Compose: build \(tag) again and run it",
        notes: [
          "The data stays in its volumes: .env carries the project's name, and with it theirs."
        ],
        commands: [
          "git worktree add --detach \(folder) \(tag)", "cp .env \(folder)/.env",
          "(cd \(folder) && docker compose up --build --detach --wait)",
        ],
        check: "docker compose ps shows every service as healthy or running",
        .person
      )
    )
    return result
  }
}
