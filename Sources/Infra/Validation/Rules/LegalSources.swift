import InfraContract

/// A source names an image, a runtime or a stage that can exist.
enum LegalSources: EnvironmentRule {
  static let rule = Rule(
    "model/legal-sources",
    .error,
    "An image, a runtime, its version and a build stage have names that can exist."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    see(application.services, &findings)
    see(application.jobs, &findings)
    for site in application.sites {
      for fault in faults(of: site.runtime) { report(fault, of: site, &findings) }
    }
  }

  private static func see(_ resources: [some Sourced], _ findings: inout Findings) {
    for index in resources.indices {
      let faults = faults(of: resources[index].source)
      if faults.isEmpty { continue }
      for fault in faults { report(fault, of: resources[index], &findings) }
    }
  }

  private static func faults(of source: Source) -> [(String, String)] {
    switch source {
    case .image(let image):
      var found: [(String, String)] = []
      if let fault = ImageReference(image.reference).fault {
        found.append(
          (
            "image \(Wording.quote(image.reference)) of # \(fault)",
            "write a name with its tag, such as 'ghcr.io/acme/api:1.4.2'"
          )
        )
      }
      if let credential = image.credential, credential.isEmpty {
        found.append(("the registry credential of # is empty", "name it, or leave it out"))
      }
      return found
    case .directory(let directory): return faults(of: directory.runtime)
    case .dockerfile(let dockerfile):
      guard let stage = dockerfile.stage, !isWord(stage) else { return [] }
      return [
        (
          "build stage \(Wording.quote(stage)) of # is not a name",
          "write the name behind AS in the Dockerfile, or leave it out"
        )
      ]
    }
  }

  private static func faults(of runtime: Runtime) -> [(String, String)] {
    var found: [(String, String)] = []
    if !isWord(runtime.name) {
      found.append(
        ("runtime \(Wording.quote(runtime.name)) of # is not a name", "write '.node', say")
      )
    }
    // Some platforms take ranges such as '>=20 <23', so only what no version has is refused.
    if let version = runtime.version,
      version.isEmpty || !version.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    {
      found.append(
        (
          "version \(Wording.quote(version)) of runtime '\(runtime.name)' of # is not a version",
          "write a version such as '22', or leave it out"
        )
      )
    }
    return found
  }

  private static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// Reports a fault, with the resource for the mark in its sentence.
  private static func report(
    _ fault: (message: String, help: String),
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      fault.message.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        .joined(separator: resource.id.title),
      help: fault.help,
      at: resource.site,
      about: resource.id
    )
  }
}
