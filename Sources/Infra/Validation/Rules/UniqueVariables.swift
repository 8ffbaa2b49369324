import InfraContract

/// No resource, shared set or build sets one variable twice, and none reads one shared set twice.
///
/// A resource's own variable may stand over a shared one: that is what it is for.
enum UniqueVariables: EnvironmentRule {
  static let rule = Rule(
    "model/unique-variables",
    .error,
    "A variable is set once in a resource, in a shared set, and in a build."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    see(application.services, &findings)
    see(application.sites, &findings)
    see(application.jobs, &findings)
    for shared in application.sharedSets {
      see(
        shared.set.variables,
        "shared set '\(shared.set.name)' sets",
        at: shared.set.site,
        about: shared.reader,
        &findings
      )
    }
    arguments(application.services, &findings)
    arguments(application.jobs, &findings)
  }

  private static func see(_ resources: [some Configured], _ findings: inout Findings) {
    for index in resources.indices {
      let id = resources[index].id
      let site = resources[index].site
      see(resources[index].variables, "\(id.title) sets", at: site, about: id, &findings)
      let shared = resources[index].shared
      for (position, set) in shared.enumerated()
      where shared[..<position].contains(where: { $0.name == set.name && $0 == set }) {
        findings.report(
          rule,
          "\(id.title) reads shared set '\(set.name)' twice",
          help: "list it once in shared:",
          at: site,
          about: id
        )
      }
    }
  }

  private static func arguments(_ resources: [some Sourced], _ findings: inout Findings) {
    for index in resources.indices {
      guard case .dockerfile(let dockerfile) = resources[index].source else { continue }
      let id = resources[index].id
      let site = resources[index].site
      let who = "sets build argument"
      see(dockerfile.arguments, "\(id.title) \(who)", at: site, about: id, &findings)
    }
  }

  private static func see(
    _ variables: Variables,
    _ who: @autoclosure () -> String,
    at site: CallSite,
    about resource: ResourceID,
    _ findings: inout Findings
  ) {
    let entries = variables.entries
    for (first, second) in Self.repeated(entries) {
      let places = [entries[first].site ?? site, entries[second].site ?? site]
      findings.report(
        rule,
        "\(who()) '\(entries[second].name)' twice"
          + (places[0] == places[1] ? "" : ", first at \(places[0])"),
        help: "keep one of them; to change a variable that is set, assign to "
          + "variables[\"\(entries[second].name)\"]",
        at: places[1],
        about: resource
      )
    }
  }

  /// The positions of each name that occurs again, with those of its first occurrence.
  private static func repeated(_ entries: [Variables.Entry]) -> [(Int, Int)] {
    // Below this many names, comparing all pairs costs less than hashing them.
    if entries.count <= 12 {
      var found: [(Int, Int)] = []
      for second in entries.indices.dropFirst() {
        for first in 0..<second where entries[first].name == entries[second].name {
          found.append((first, second))
          break
        }
      }
      return found
    }
    var found: [(Int, Int)] = []
    var positions: [String: Int] = [:]
    positions.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated() {
      if let first = positions[entry.name] {
        found.append((first, position))
      } else {
        positions[entry.name] = position
      }
    }
    return found
  }
}
