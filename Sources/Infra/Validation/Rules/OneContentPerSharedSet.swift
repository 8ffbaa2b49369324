import InfraContract

/// A shared set has one content, whoever reads it.
///
/// Render keeps it once, as an environment group. A set that was changed after one resource took it
/// exists twice.
enum OneContentPerSharedSet: EnvironmentRule {
  static let rule = Rule(
    "model/one-content-per-shared-set",
    .error,
    "A shared set has the same variables for everything that reads it."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    var first: [String: SharedSet] = [:]
    func see(_ resources: [some Configured]) {
      for index in resources.indices where !resources[index].shared.isEmpty {
        let id = resources[index].id
        for set in resources[index].shared {
          guard let earlier = first[set.name] else {
            first[set.name] = SharedSet(set: set, reader: id)
            continue
          }
          if earlier.set.variables == set.variables { continue }
          let isOneDeclaration = earlier.set.site == set.site
          findings.report(
            rule,
            "shared set '\(set.name)' is one thing for \(earlier.reader.title) and another for "
              + id.title
              + (isOneDeclaration ? "" : ", which reads that of \(set.site)"),
            help: isOneDeclaration
              ? "change the set before resources take it, or set the variable at the resource itself"
              : "give one of them another name",
            at: earlier.set.site,
            about: id
          )
        }
      }
    }
    let application = environment.application
    see(application.services)
    see(application.sites)
    see(application.jobs)
  }
}
