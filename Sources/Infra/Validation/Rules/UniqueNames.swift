import InfraContract

/// Every resource has a name of its own, whatever its kind.
///
/// Platforms keep services, databases and host names in one name space. Names that are illegal have
/// a finding of their own and must change anyway, so two that differ by case cannot pass.
enum UniqueNames: EnvironmentRule {
  static let rule = Rule(
    "model/unique-names",
    .error,
    "Every resource of an application has a name of its own, whatever its kind."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    var first: [String: (title: ResourceID, site: CallSite)] = [:]
    first.reserveCapacity(application.count)
    func see(
      _ id: ResourceID,
      _ name: String,
      at site: CallSite,
      _ title: @autoclosure () -> String
    ) {
      guard let earlier = first.updateValue((id, site), forKey: name) else { return }
      first[name] = earlier
      if !Label.isLegal(name) { return }
      let owner = earlier.title
      let other =
        owner.name == name ? owner.title : "read replica '\(name)' of \(owner.title)"
      if earlier.site == site, other == title() {
        // One value in a list twice, or values that one line makes in a loop.
        findings.report(
          rule,
          "\(other) is listed twice",
          help: "list it once, or give the other one another name",
          at: site,
          about: id
        )
        return
      }
      findings.report(
        rule,
        "\(title()) has the name of \(other) (\(earlier.site))",
        help: "give one of them another name: platforms keep all names in one space",
        at: site,
        about: id
      )
    }
    func see(_ resources: [some Resource]) {
      for index in resources.indices {
        let id = resources[index].id
        see(id, id.name, at: resources[index].site, id.title)
      }
    }
    see(application.services)
    see(application.sites)
    see(application.jobs)
    see(application.databases)
    see(application.caches)
    for database in application.databases {
      for replica in database.replicas {
        see(
          database.id,
          replica.name,
          at: database.site,
          "read replica '\(replica.name)' of \(database.id.title)"
        )
      }
    }
  }
}
