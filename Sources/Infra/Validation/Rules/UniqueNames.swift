/// Every resource has a name of its own, whatever its kind.
///
/// Platforms keep services, databases and host names in one name space, and disks that fold case
/// would make one folder of two names.
enum UniqueNames: EnvironmentRule {
  static let rule = Rule(
    "model/unique-names",
    .error,
    "Every resource of an application has a name of its own, whatever its kind or case."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    var first: [String: any Resource] = [:]
    func see(_ resource: any Resource, _ name: String, _ title: String) {
      let folded = name.lowercased()
      guard let earlier = first[folded] else {
        first[folded] = resource
        return
      }
      findings.report(
        rule,
        "\(title) has the name of \(earlier.id.title) (\(earlier.site))",
        help: "give one of them another name: platforms keep all names in one space",
        at: resource.site,
        about: resource.id
      )
    }
    for resource in environment.application.resources {
      see(resource, resource.id.name, resource.id.title)
    }
    for database in environment.application.databases {
      for replica in database.replicas {
        see(database, replica.name, "read replica '\(replica.name)' of \(database.id.title)")
      }
    }
  }
}
