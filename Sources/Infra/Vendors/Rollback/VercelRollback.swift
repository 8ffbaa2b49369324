/// The way back on Vercel.
struct VercelRollback {
  let context: RollbackContext

  /// What the commands need, once per shell.
  static let preparation = [
    "vercel whoami  # or export VERCEL_TOKEN; vercel switch chooses another team"
  ]

  func steps() -> RollbackSteps {
    var result = RollbackSteps()
    for part in context.place.parts where context.way(part).kind != .already {
      result.add([back(part, context.way(part))], for: part.role)
    }
    return result
  }

  private func back(_ part: RollbackSubject.Part, _ way: RollbackFacts.Way) -> Step {
    let target = context.target
    let rebuilds = way.kind == .rebuild
    return Step(
      context.id(part, "back"),
      "Vercel: \(rebuilds ? "build \(target.tag) again for" : "put back \(target.tag) of") "
        + part.name,
      notes: context.notes(part, notes(part, way)),
      commands: commands(part, way),
      check: context.place.isProduction
        ? "vercel rollback status \(part.name) says that it succeeded" + context.health(part)
        : "vercel ls \(part.name) shows the newest one as Ready",
      action(way) { client, project in
        guard let deployment = way.deploy else { return .person }
        if rebuilds {
          return .call(
            client.rebuild(deployment, of: part.name),
            .harmless("a second build of the same commit takes the place of the first"),
            state: { remembered throws(VendorError) in
              try Self.state(built: remembered, of: project, commit: target.commit, client)
            }
          )
        }
        return .call(
          client.rollBack(project, to: deployment),
          .harmless("domains that point there are pointed there again"),
          state: { _ throws(VendorError) in
            try Self.state(of: project, at: deployment, client)
          }
        )
      }
    )
  }

  private func notes(_ part: RollbackSubject.Part, _ way: RollbackFacts.Way) -> [String] {
    guard context.place.isProduction else { return [] }
    return way.kind == .rebuild
      ? ["It is built with the variables of today."]
      : [
        "The build keeps the variables of its time, and its cron jobs. Until something is promoted, "
          + "pushes are built but no longer shown under the domains."
      ]
  }

  private func commands(
    _ part: RollbackSubject.Part,
    _ way: RollbackFacts.Way
  ) -> [String] {
    let tag = context.target.tag
    let link = "vercel link --yes --project \(part.name)"
    guard context.place.isProduction else {
      let branch = part.branch ?? "BRANCH"
      return [
        "git push --force-with-lease origin '\(tag)^{commit}:refs/heads/\(branch)'",
        "# or, without moving the branch:",
        "git worktree add --detach ../rollback-\(tag) \(tag)",
        "(cd ../rollback-\(tag) && \(link) && vercel deploy)",
      ]
    }
    switch way.kind {
    case .artifact, .already: return ["vercel rollback \(way.host ?? "") --yes"]
    case .rebuild: return ["vercel redeploy \(way.host ?? "") --target=production"]
    case .person where !way.reason.isEmpty:
      return [
        "git worktree add --detach ../rollback-\(tag) \(tag)",
        "(cd ../rollback-\(tag) && \(link) && vercel deploy --prod)",
      ]
    case .person:
      return [
        link, "vercel ls --prod \\\n  -m githubCommitSha=\(context.target.commit)",
        "vercel rollback URL --yes  # the URL that the line above prints",
      ]
    }
  }

  /// How far the domains are on their way to a deployment.
  private static func state(
    of project: String,
    at deployment: String,
    _ client: VercelClient
  ) throws(VendorError) -> StepState {
    let now = try client.project(project)
    if now.production == deployment { return .done }
    guard let request = now.request, request.deployment == deployment else { return .notYet }
    switch request.status {
    case "pending", "in-progress": return .underway(request.status)
    case "failed", "skipped": return .failed("the request to point the domains \(request.status)")
    default: return .notYet
    }
  }

  /// How far a build of an old commit is.
  private static func state(
    built id: String?,
    of project: String,
    commit: String,
    _ client: VercelClient
  ) throws(VendorError) -> StepState {
    guard let shown = try client.project(project).production else { return .notYet }
    if try client.deployment(shown).commit == commit { return .done }
    guard let id else { return .notYet }
    let built = try client.deployment(id)
    switch built.state {
    case "READY": return .underway("built; the domains do not point at it yet")
    case "ERROR", "CANCELED": return .failed("deployment \(id) ended as '\(built.state)'")
    default: return .underway(built.state.lowercased())
    }
  }

  private func action(
    _ way: RollbackFacts.Way,
    _ make: (VercelClient, String) -> Step.Action
  ) -> Step.Action {
    guard let client = context.clients.vercel, let id = way.id, way.kind != .person else {
      return .person
    }
    return make(client, id)
  }
}
