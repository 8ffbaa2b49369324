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

  /// A name that cannot exist: what has it, what is wrong with it, and a way to mend it.
  private typealias Fault = (what: String, fault: String, help: String)

  private static func faults(of source: Source) -> [Fault] {
    switch source {
    case .image(let image):
      var found: [Fault] = []
      if let fault = ImageReference(image.reference).fault {
        let help = "write a name with its tag, such as 'ghcr.io/acme/api:1.4.2'"
        found.append(("image \(Wording.quote(image.reference))", fault, help))
      }
      if let credential = image.credential, credential.isEmpty {
        found.append(("the registry credential", "is empty", "name it, or leave it out"))
      }
      return found
    case .directory(let directory): return faults(of: directory.runtime)
    case .dockerfile(let dockerfile):
      guard let stage = dockerfile.stage, !isWord(stage) else { return [] }
      let help = "write the name behind AS in the Dockerfile, or leave it out"
      return [("build stage \(Wording.quote(stage))", "is not a name", help)]
    }
  }

  private static func faults(of runtime: Runtime) -> [Fault] {
    var found: [Fault] = []
    if !isWord(runtime.name) {
      let help = "take a runtime such as .node"
      found.append(("runtime \(Wording.quote(runtime.name))", "is not a name", help))
    }
    // Some platforms take ranges such as '>=20 <23', so only what no version has is refused.
    if let version = runtime.version,
      version.isEmpty || !version.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
    {
      let what = "version \(Wording.quote(version)) of runtime '\(runtime.name)'"
      found.append((what, "is not a version", "write a version such as '22', or leave it out"))
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

  private static func report(
    _ found: Fault,
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      "\(found.what) of \(resource.id.title) \(found.fault)",
      help: found.help,
      at: resource.site,
      about: resource.id
    )
  }
}
