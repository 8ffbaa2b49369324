import InfraContract

/// Each environment keeps its secrets where no other environment reads them.
enum SeparateSecretStores: WorkspaceRule {
  static let rule = Rule(
    "model/separate-secret-stores",
    .error,
    "No two environments draw a secret from one place."
  )

  static func check(_ environments: [EnvironmentOutput], _ findings: inout Findings) {
    if environments.count < 2 { return }
    struct Spot: Hashable {
      let place: String
      let name: String
    }
    struct Pair: Hashable {
      let place: String
      let first: Int
      let second: Int
    }
    var owners: [Spot: (environment: Int, site: CallSite)] = [:]
    // One shared place is one mistake, however many secrets it holds.
    var names: [Pair: [String]] = [:]
    var sites: [Pair: (CallSite, CallSite)] = [:]
    var order: [Pair] = []
    for (index, environment) in environments.enumerated() {
      for store in environment.deployments.flatMap(\.stores) {
        let spot = Spot(place: store.place, name: store.secret.name)
        guard let owner = owners[spot] else {
          owners[spot] = (index, store.site)
          continue
        }
        if owner.environment == index { continue }
        let pair = Pair(place: store.place, first: owner.environment, second: index)
        if sites[pair] == nil {
          sites[pair] = (owner.site, store.site)
          order.append(pair)
        }
        if names[pair]?.contains(store.secret.name) != true {
          names[pair, default: []].append(store.secret.name)
        }
      }
    }
    for pair in order {
      guard let (first, second) = sites[pair], let secrets = names[pair] else { continue }
      findings.report(
        rule,
        "'\(environments[pair.second].name)' and '\(environments[pair.first].name)' (\(first)) "
          + "draw \(secrets.count == 1 ? "secret" : "secrets") \(Wording.list(secrets)) from one "
          + "place: \(pair.place)",
        help: "give each environment a place of its own",
        at: second,
        about: nil,
        in: [environments[pair.first].name, environments[pair.second].name]
      )
    }
  }
}
