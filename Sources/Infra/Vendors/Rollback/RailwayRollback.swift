import InfraKit
import InfraSerialization

/// The way back on Railway.
struct RailwayRollback {
  let context: RollbackContext

  /// The functions that the commands use, once per shell.
  static let preparation = [
    "# The token is made under Project Settings > Tokens, for this environment.",
    "[ \"$RAILWAY_TOKEN\" ] || { read -rs RAILWAY_TOKEN; export RAILWAY_TOKEN; }",
    "railway_api() {  # QUERY [VARIABLES]; the token is in no argument",
    "  jq -n --arg query \"$1\" --argjson variables \"${2:-null}\" '$ARGS.named' |",
    "    curl -qfsS -d @- -H 'Content-Type: application/json' \\",
    "      -K <(printf 'header = \"Project-Access-Token: %s\"\\n' \"$RAILWAY_TOKEN\") \\",
    "      https://backboard.railway.com/graphql/v2",
    "}",
  ]

  func steps() -> RollbackSteps {
    var result = RollbackSteps()
    for part in context.place.parts {
      let way = context.way(part)
      if way.kind == .already { continue }
      if part.role == .worker, way.running != nil || way.kind == .person {
        result.stops.append(stop(part, way))
      }
      var steps = [back(part, way)]
      if way.kind == .artifact { steps.append(variables(part, way)) }
      result.add(steps, for: part.role)
    }
    if context.restores { result.data = context.place.databases.map(restore) }
    return result
  }

  // MARK: - Steps

  private func stop(_ part: RollbackSubject.Part, _ way: RollbackFacts.Way) -> Step {
    let mutation = "mutation($id:String!){deploymentStop(id:$id)}"
    return Step(
      context.id(part, "stop"),
      "Railway: stop \(context.word(part)) \(part.name)",
      commands: way.running.map { ["railway_api '\(mutation)' \\\n  '{\"id\":\"\($0)\"}'"] }
        ?? ["# Project > \(part.name) > Deployments > the active one > Remove"],
      check: "railway deployment list -s \(part.name) shows no active deployment",
      action(way) { client, id, scope in
        let running = way.running ?? ""
        return .call(
          client.stop(running),
          .harmless("what is stopped is stopped again"),
          state: { _ throws(VendorError) in
            let all = try client.deployments(of: id, in: scope, limit: 20)
            let isLive = all.contains { $0.id == running && $0.isLive }
            return isLive ? .notYet : .done
          }
        )
      }
    )
  }

  private func back(_ part: RollbackSubject.Part, _ way: RollbackFacts.Way) -> Step {
    let target = context.target
    let rebuilds = way.kind == .rebuild
    return Step(
      context.id(part, "back"),
      "Railway: \(rebuilds ? "build \(target.tag) again for" : "put back \(target.tag) of") "
        + part.name,
      notes: context.notes(part),
      commands: commands(part, way),
      check: "railway deployment list -s \(part.name) shows the newest one with SUCCESS"
        + context.health(part),
      action(way) { client, id, scope in
        let call =
          if way.kind == .artifact, let deployment = way.deploy {
            client.rollBack(to: deployment)
          } else {
            client.deploy(id, commit: target.commit, in: scope)
          }
        return .call(
          call,
          .harmless("a second deployment of the same commit takes the place of the first"),
          state: { remembered throws(VendorError) in
            try Self.state(of: id, remembered, commit: target.commit, scope, client)
          }
        )
      }
    )
  }

  private func commands(
    _ part: RollbackSubject.Part,
    _ way: RollbackFacts.Way
  ) -> [String] {
    switch way.kind {
    case .artifact, .already:
      return [
        "railway_api 'mutation($id:String!){deploymentRollback(id:$id)}' \\\n  '{\"id\":\""
          + "\(way.deploy ?? "")\"}'"
      ]
    case .rebuild:
      return [
        "railway_api 'mutation($s:String!,$e:String!,$c:String!){serviceInstanceDeployV2(\n"
          + "  serviceId:$s,environmentId:$e,commitSha:$c)}' \\\n"
          + "  '{\"s\":\"\(way.id ?? "")\",\"e\":\"\(context.facts.scope?.environment ?? "")\",\n"
          + "    \"c\":\"\(context.target.commit)\"}'"
      ]
    case .person:
      return [
        "# Project > \(part.name) > Deployments > the one of \(context.commit) > Rollback",
        "# or, where it offers no Rollback, deploy the commit itself:",
        "git worktree add --detach ../rollback-\(context.target.tag) \(context.target.tag)",
        "(cd ../rollback-\(context.target.tag) && railway up -s \(part.name) --ci)",
      ]
    }
  }

  private func variables(_ part: RollbackSubject.Part, _ way: RollbackFacts.Way) -> Step {
    let environment = context.facts.scope?.environmentName ?? "ENVIRONMENT"
    let salt = context.facts.salt
    return Step(
      context.id(part, "variables"),
      "Railway: see that \(part.name) has the variables of today",
      notes: [
        "A rollback brings the variables of that time back: a secret that was rotated since would "
          + "be the old one again. Set each that differs; setting one deploys the service again.",
        "Sealed variables cannot be read: set those that were rotated since in any case.",
      ],
      commands: ["railway variable set NAME --stdin -s \(part.name) -e \(environment)"],
      check: "railway variable list -s \(part.name) -e \(environment) shows the names and values "
        + "of before",
      action(way) { client, id, scope in
        .check(state: { () throws(VendorError) in
          let now = RollbackSurvey.digests(of: try client.variables(of: id, in: scope), salt: salt)
          let differing =
            way.variables.entries.filter { now[$0.key] != $0.value }.map(\.key)
            + now.keys.filter { way.variables[$0] == nil }
          if differing.isEmpty { return .done }
          return .failed(
            "Railway brought back other values of \(differing.joined(separator: ", "))"
          )
        })
      }
    )
  }

  /// How far the deployment is that takes a service back.
  private static func state(
    of service: String,
    _ remembered: String?,
    commit: String,
    _ scope: RailwayClient.Scope,
    _ client: RailwayClient
  ) throws(VendorError) -> StepState {
    let all = try client.deployments(of: service, in: scope, limit: 20)
    let ours = all.first { remembered == nil ? $0.commit == commit : $0.id == remembered }
    guard let ours else { return .notYet }
    if ours.isLive { return .done }
    if ours.isUnderway { return .underway(ours.status.lowercased()) }
    // Without a number, an old deployment of the same commit is not the one that we asked for.
    if remembered == nil, all.first != ours || ours.status == "REMOVED" { return .notYet }
    return .failed("deployment \(ours.id) ended as '\(ours.status)'")
  }

  private func restore(_ database: String) -> Step {
    Step(
      "railway/\(database)/restore",
      "Railway: restore database \(database) to before the release",
      notes: ["What was written since is lost. Railway stages the change: deploy it."],
      commands: ["# Project > \(database) > Backups > the last one before the release > Restore"],
      check: "the database answers, and its newest rows are of before the release",
      .person
    )
  }

  // MARK: - What steps have in common

  private func action(
    _ way: RollbackFacts.Way,
    _ make: (RailwayClient, String, RailwayClient.Scope) -> Step.Action
  ) -> Step.Action {
    guard let client = context.clients.railway, let id = way.id, let scope = context.facts.scope,
      way.kind != .person
    else { return .person }
    return make(client, id, scope)
  }
}
