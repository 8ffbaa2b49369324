import InfraContract

/// Every path of a description stays inside the repository.
enum PathsStayInside: EnvironmentRule {
  static let rule = Rule(
    "model/paths-stay-inside",
    .error,
    "Directories, Dockerfiles and watched paths lie inside the repository."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    see(application.services, &findings)
    see(application.jobs, &findings)
    for site in application.sites {
      let own = [
        fault("directory", site.directory), site.output.flatMap { fault("output", $0) },
      ]
      for fault in own.compactMap(\.self) + faults(of: site.watching) {
        report(fault, of: site, &findings)
      }
    }
  }

  private static func see(_ resources: [some Sourced], _ findings: inout Findings) {
    for index in resources.indices {
      let faults = faults(of: resources[index].source) + faults(of: resources[index].watching)
      if faults.isEmpty { continue }
      for fault in faults { report(fault, of: resources[index], &findings) }
    }
  }

  /// A path that does not stay inside: what it is, the path, and what is wrong with it.
  private typealias Fault = (what: String, path: String, fault: String)

  private static func faults(of source: Source) -> [Fault] {
    switch source {
    case .image: return []
    case .directory(let directory):
      return fault("directory", directory.path).map { [$0] } ?? []
    case .dockerfile(let dockerfile):
      var faults: [Fault] = []
      if let fault = fault("Dockerfile", dockerfile.path) {
        faults.append(fault)
      } else if dockerfile.path == "." || dockerfile.path.utf8.last == UInt8(ascii: "/") {
        faults.append(("Dockerfile", dockerfile.path, "is a directory"))
      }
      if let fault = fault("context", dockerfile.context) { faults.append(fault) }
      return faults
    }
  }

  private static func faults(of watching: WatchPaths?) -> [Fault] {
    guard let watching else { return [] }
    return (watching.including + watching.ignoring).compactMap { fault("watched path", $0) }
  }

  private static func fault(_ what: String, _ path: String) -> Fault? {
    RelativePath.fault(path).map { (what, path, $0) }
  }

  private static func report(
    _ found: Fault,
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    let help =
      switch found.what {
      case "Dockerfile": "write a path from the repository's root, such as 'Dockerfile'"
      case "output": "write a path inside the site's directory, such as 'dist'"
      default: "write a path from the repository's root; '.' is the root itself"
      }
    findings.report(
      rule,
      "\(found.what) \(Wording.quote(found.path)) of \(resource.id.title) \(found.fault)",
      help: help,
      at: resource.site,
      about: resource.id
    )
  }
}
