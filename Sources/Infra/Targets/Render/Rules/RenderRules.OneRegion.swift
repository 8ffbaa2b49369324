import InfraKit

extension RenderRules {
  /// The private network ends at a region's border.
  enum OneRegion: BlueprintRule {
    static let rule = Rule(
      "one-region",
      .error,
      "What talks over the private network is in one region.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for service in file.services {
        guard let own = service.region else { continue }
        var seen: Set<String> = []
        for variable in service.envVars {
          let target: (name: String, region: Blueprint.Region)? =
            switch variable {
            case .direct, .group: nil
            case .database(let variable):
              file.index.databases[variable.fromDatabase.name].map {
                (
                  variable.fromDatabase.name, $0.region ?? RenderFacts.standardRegion.value
                )
              }
            case .service(let variable) where variable.fromService.property != nil:
              file.index.services[variable.fromService.name]?.region.map {
                (variable.fromService.name, $0)
              }
            case .service: nil
            }
          guard let target, target.region != own, seen.insert(target.name).inserted else {
            continue
          }
          file.report(
            rule,
            service.name,
            "is in region '\(own.rawValue)' and connects to \(file.title(target.name)) in "
              + "'\(target.region.rawValue)'",
            help: "put both into one region; it cannot be changed later",
            &findings
          )
        }
      }
    }
  }
}
