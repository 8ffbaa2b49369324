import InfraKit

extension RenderRules {
  /// A service comes from a repository or from an image.
  enum ImageOrRepository: BlueprintRule {
    static let rule = Rule(
      "image-or-repository",
      .error,
      "A service with runtime 'image' names an image, and only such a service does.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      func see(
        _ name: String,
        _ runtime: Blueprint.Runtime?,
        _ image: Blueprint.Image?,
        isFromGit: Bool
      ) {
        let fault: (String, String)?
        switch (runtime, image) {
        case (.image?, nil): fault = ("has runtime 'image' and no image", "set image")
        case (let runtime?, _?) where runtime != .image:
          fault = ("has an image beside runtime '\(runtime.rawValue)'", "take runtime 'image'")
        case (.image?, _?) where isFromGit:
          fault = ("has an image and a repository or branch", "remove one of the two")
        default: fault = nil
        }
        if let (message, help) = fault { file.report(rule, name, message, help: help, &findings) }
      }
      for case .server(let server) in file.services {
        let isFromGit = server.repo != nil || server.branch != nil
        see(server.name, server.runtime, server.image, isFromGit: isFromGit)
      }
      for job in file.jobs {
        see(job.name, job.runtime, job.image, isFromGit: job.repo != nil || job.branch != nil)
      }
    }
  }
}
