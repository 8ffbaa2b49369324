import InfraContract

/// Each volume of a service has a name and a place of its own.
enum LegalVolumes: EnvironmentRule {
  static let rule = Rule(
    "model/legal-volumes",
    .error,
    "A volume has an absolute path and a name that no other volume of its service has."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    for index in services.indices where !services[index].volumes.isEmpty {
      let service = services[index]
      for (position, volume) in service.volumes.enumerated() {
        func report(_ fault: String, _ help: String) {
          findings.report(
            rule,
            "volume '\(volume.name)' of \(service.id.title) \(fault)",
            help: help,
            at: service.site,
            about: service.id
          )
        }
        if let fault = fault(volume.path) {
          report("is seen at \(Wording.quote(volume.path)), which \(fault)", "use '/data', say")
          continue
        }
        for earlier in service.volumes[..<position] {
          if earlier.name == volume.name {
            report("has the name of another one", "give each a name of its own")
          }
          if RelativePath.normalized(earlier.path) == RelativePath.normalized(volume.path) {
            report("is seen at '\(volume.path)', as '\(earlier.name)' is", "move one of them")
          }
        }
      }
    }
  }

  private static func fault(_ path: String) -> String? {
    guard path.hasPrefix("/") else { return "is not absolute" }
    for character in path where !isLegal(character) { return "has '\(character)' in it" }
    let parts = path.split(separator: "/")
    if parts.isEmpty { return "is the root of the file system" }
    return parts.contains { $0 == ".." || $0 == "." } ? "has '.' or '..' in it" : nil
  }

  private static func isLegal(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", "@", "+": character.isASCII
    default: false
    }
  }
}
