import InfraKit

extension RenderRules {
  /// What needs more than the smallest workspace, for the author to know in time.
  enum WorkspacePlans: BlueprintRule {
    static let rule = Rule(
      "workspace-plans",
      .note,
      "Scaling, standbys, preview environments and network isolation need a Pro workspace; allow "
        + "lists of services a Scale one.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for (plan, reasons) in file.blueprint.workspaceNeeds {
        findings.report(
          rule,
          "the Blueprint needs a \(plan) workspace or higher: " + reasons.joined(separator: ", "),
          at: file.origin
        )
      }
    }
  }
}

extension Blueprint {
  /// The workspaces that the file asks for, with the reasons.
  var workspaceNeeds: [(plan: String, reasons: [String])] {
    var pro: [String] = []
    var lists: [String] = []
    for case .server(let server) in allServices {
      if server.scaling != nil { pro.append("'\(server.name)' scales") }
      if server.ipAllowList != nil { lists.append(server.name) }
    }
    for site in allSites where site.ipAllowList != nil { lists.append(site.name) }
    for database in allDatabases where database.highAvailability?.enabled == true {
      pro.append("'\(database.name)' has a standby")
    }
    if let generation = previews?.generation, generation != .off {
      pro.append("it has preview environments")
    }
    for environment in allEnvironments where environment.networking?.isolation == .enabled {
      pro.append("environment '\(environment.name)' is isolated")
    }
    let scale = lists.map { "'\($0)' has an allow list" }
    return [("Pro", pro), ("Scale", scale)].filter { !$0.1.isEmpty }
      .map { (plan: $0.0, reasons: $0.1) }
  }
}
