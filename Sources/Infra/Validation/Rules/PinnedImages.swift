import InfraContract

/// A prebuilt image has a tag that does not move by design, or a digest.
enum PinnedImages: EnvironmentRule {
  static let rule = Rule(
    "model/pinned-images",
    .warning,
    "An image has a digest, or a tag other than 'latest'."
  )

  static func check(_ environment: Environment, _ findings: inout Findings) {
    see(environment.application.services, &findings)
    see(environment.application.jobs, &findings)
  }

  private static func see(_ resources: [some Sourced], _ findings: inout Findings) {
    for index in resources.indices {
      guard case .image(let image) = resources[index].source else { continue }
      let reference = ImageReference(image.reference)
      if reference.isPinned || reference.fault != nil { continue }
      findings.report(
        rule,
        "image '\(image.reference)' of \(resources[index].id.title) "
          + (reference.tag == nil ? "has no tag, which means 'latest'" : "has the tag 'latest'")
          + ": two deploys of one description can run two programs",
        help: "name a version, such as '\(reference.name):1.4.2', or a digest",
        at: resources[index].site,
        about: resources[index].id
      )
    }
  }
}
