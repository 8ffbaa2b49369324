/// The way back on Render.
struct RenderRollback {
  let context: RollbackContext

  /// The functions that the commands use, once per shell.
  static let preparation = [
    "# The key is made under Account Settings > API Keys.",
    "[ \"$RENDER_API_KEY\" ] || { read -rs RENDER_API_KEY; export RENDER_API_KEY; }",
    "render_api() {  # METHOD PATH [JSON]; the key is in no argument",
    "  printf 'header = \"Authorization: Bearer %s\"\\n' \"$RENDER_API_KEY\" |",
    "    curl -qfsS -K - -X \"$1\" -H 'Content-Type: application/json' \\",
    "      ${3:+-d \"$3\"} \"https://api.render.com/v1$2\"",
    "}",
    "render_id() {  # NAME",
    "  render_api GET \"/services?name=$1&limit=100\" |",
    "    jq -er --arg name \"$1\" '.[].service | select(.name == $name).id'",
    "}",
    "render_build() {  # SERVICE COMMIT: the newest build of the commit that ran",
    "  render_api GET \"/services/$1/deploys?limit=50\" |",
    "    jq -er --arg commit \"$2\" 'map(.deploy | select(.commit.id == $commit",
    "      and (.status == \"live\" or .status == \"deactivated\")))[0].id'",
    "}",
  ]

  func steps() -> RollbackSteps {
    var result = RollbackSteps()
    for part in context.place.parts {
      if part.image == nil { result.pushes.append(pushes(part)) }
      let way = context.way(part)
      if way.kind == .already { continue }
      let stops = part.role == .worker
      if stops { result.stops.append(stop(part)) }
      result.add((stops ? [start(part)] : []) + [back(part)], for: part.role)
    }
    if context.restores { result.data = context.place.databases.map(restore) }
    return result
  }

  // MARK: - Steps

  private func pushes(_ part: RollbackSubject.Part) -> Step {
    Step(
      context.id(part, "pushes-off"),
      "Render: stop deploys by push of \(part.name)",
      commands: ["render_api PATCH /services/\(number(part)) '{\"autoDeploy\":\"no\"}'"],
      check: "render_api GET /services/\(number(part)) | jq -r .autoDeploy prints no",
      action(part) { client, id in
        .call(
          client.setAutoDeploy(false, of: id),
          .harmless("what is off is switched off again"),
          state: { _ throws(VendorError) in
            try client.service(id).autoDeploys ? .notYet : .done
          }
        )
      }
    )
  }

  private func stop(_ part: RollbackSubject.Part) -> Step {
    Step(
      context.id(part, "stop"),
      "Render: stop \(context.word(part)) \(part.name)",
      commands: ["render_api POST /services/\(number(part))/suspend"],
      check: "render_api GET /services/\(number(part)) | jq -r .suspended prints suspended",
      action(part) { client, id in
        .call(
          client.suspend(id),
          .harmless("what is stopped is stopped again"),
          state: { _ throws(VendorError) in
            try client.service(id).isSuspended ? .done : .notYet
          }
        )
      }
    )
  }

  private func start(_ part: RollbackSubject.Part) -> Step {
    Step(
      context.id(part, "start"),
      "Render: let \(context.word(part)) \(part.name) run again",
      notes: [
        "Render documents no deploy of a suspended service, so the newer version runs until the "
          + "next step is done: do that at once."
      ],
      commands: ["render_api POST /services/\(number(part))/resume"],
      check: "render_api GET /services/\(number(part)) | jq -r .suspended prints not_suspended",
      action(part) { client, id in
        .call(
          client.resume(id),
          .harmless("what runs is started again"),
          state: { _ throws(VendorError) in
            try client.service(id).isSuspended ? .notYet : .done
          }
        )
      }
    )
  }

  private func back(_ part: RollbackSubject.Part) -> Step {
    let way = context.way(part)
    let rebuilds = way.kind == .rebuild
    let target = context.target
    return Step(
      context.id(part, "back"),
      "Render: \(rebuilds ? "build \(target.tag) again for" : "put back \(target.tag) of") "
        + part.name,
      notes: context.notes(part),
      commands: commands(part, way),
      check: "render_api GET '/services/\(number(part))/deploys?limit=1' | jq -r "
        + "'.[0].deploy | .status, .commit.id' prints live and \(context.commit)…"
        + context.health(part),
      action(part) { client, id in
        let call =
          if way.kind == .artifact, let deploy = way.deploy {
            client.rollBack(id, to: deploy)
          } else {
            client.deploy(id, commit: target.commit)
          }
        return .call(
          call,
          .harmless("a second deploy of the same commit takes the place of the first"),
          state: { remembered throws(VendorError) in
            try Self.state(of: id, remembered, commit: target.commit, client)
          }
        )
      }
    )
  }

  private func commands(
    _ part: RollbackSubject.Part,
    _ way: RollbackFacts.Way
  ) -> [String] {
    let number = number(part)
    let commit = context.target.commit
    let rebuild =
      "render_api POST /services/\(number)/deploys \\\n  '{\"commitId\":\"\(commit)\"}'"
    switch way.kind {
    case .rebuild: return [rebuild]
    case .artifact, .already:
      return [
        "render_api POST /services/\(number)/rollback \\\n  '{\"deployId\":\"\(way.deploy ?? "")\"}'"
      ]
    case .person where part.image != nil || !way.reason.isEmpty:
      return ["# Dashboard > \(part.name) > Manual Deploy"]
    case .person:
      return [
        "build=$(render_build \(number) \\\n  \(commit))",
        "render_api POST /services/\(number)/rollback \\\n"
          + "  \"{\\\"deployId\\\":\\\"$build\\\"}\"",
        "# or, where no build is kept (\"build\" is empty or the answer is 404):",
        rebuild,
      ]
    }
  }

  /// How far the deploy is that takes a service back.
  private static func state(
    of service: String,
    _ remembered: String?,
    commit: String,
    _ client: RenderClient
  ) throws(VendorError) -> StepState {
    if let remembered {
      switch try client.deploy(remembered, of: service).phase {
      case .live: return .done
      case .underway(let word): return .underway(word)
      case .failed(let word): return .failed("deploy \(remembered) ended as '\(word)'")
      case .replaced: return .failed("another deploy took the place of \(remembered)")
      }
    }
    let deploys = try client.deploys(of: service, limit: 20).filter { $0.commit == commit }
    if deploys.contains(where: { $0.phase == .live }) { return .done }
    for deploy in deploys {
      if case .underway(let word) = deploy.phase { return .underway(word) }
    }
    return .notYet
  }

  private func restore(_ database: String) -> Step {
    Step(
      "render/\(database)/restore",
      "Render: restore database \(database) to before the release",
      notes: [
        "What was written since is lost to the application. Render restores into a new database "
          + "beside the old one (render.com/docs/postgresql-backups): point the services to it."
      ],
      commands: ["# Dashboard > \(database) > Recovery > Restore Database"],
      check: "the new database answers, and DATABASE_URL of each service names it",
      .person
    )
  }

  // MARK: - What steps have in common

  /// The service's number, or a command that finds it.
  private func number(_ part: RollbackSubject.Part) -> String {
    context.way(part).id ?? "\"$(render_id \(part.name))\""
  }

  /// A call where the number is known, and a person where it is not.
  private func action(
    _ part: RollbackSubject.Part,
    _ make: (RenderClient, String) -> Step.Action
  ) -> Step.Action {
    let way = context.way(part)
    guard let client = context.clients.render, let id = way.id, way.kind != .person else {
      return .person
    }
    return make(client, id)
  }
}
