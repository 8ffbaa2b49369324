import InfraContract
import InfraKit
import InfraSerialization

/// A project as it will be written, with all that rules and the setup sheet need to know about it.
struct RailwayProject {
  let part: HostedPart
  let target: Railway
  /// The manifest, after the author's changes.
  let graph: RailwayGraph
  let secrets: RailwaySecrets
  let asked: [RailwayAsked]

  private let siteFiles: [GeneratedFile]
  private let found: Findings
  private let edits: RailwayEdits
  private let origins: [String: (id: ResourceID, site: CallSite)]

  init(_ mapping: RailwayMapping, _ edits: RailwayEdits) {
    part = mapping.part
    target = mapping.target
    graph = edits.graph
    secrets = mapping.secrets
    asked = mapping.asked
    siteFiles = mapping.siteFiles
    self.edits = edits
    var found = mapping.findings
    found.append(edits.findings)
    self.found = found
    origins = Self.origins(of: mapping.part)
  }

  /// The services of the manifest.
  var services: [RailwayGraph.Service] {
    graph.resources.compactMap { if case .service(let service) = $0 { service } else { nil } }
  }

  /// The resource of the description that became a resource of the manifest, and the line to blame:
  /// the author's last change to it, else its declaration.
  func origin(_ address: String) -> (id: ResourceID?, site: CallSite?) {
    let own = origins[address]
    return (own?.id, edits.sites[address] ?? own?.site ?? edits.projectSite)
  }

  /// The line of the author's last change to a resource of the manifest; nil where there is none.
  func editSite(_ address: String) -> CallSite? { edits.sites[address] }

  /// The place of `railway.ts`.
  var path: String {
    target.path.map(RelativePath.normalized) ?? "\(part.directory)/railway.ts"
  }

  /// The place of a service's `railway.json`.
  func legacyPath(_ service: String) -> String { "\(part.directory)/\(service)/railway.json" }

  /// Everything that the target hands back.
  var emission: Emission {
    var emission = Emission()
    emission.findings = found
    for topic in RailwayRules.topics { topic.check(self, &emission.findings) }
    if RelativePath.fault(path) == nil {
      write(path, to: &emission, at: part.site, reader: "railway config apply --file") {
        try JavaScript.exportDefault(graph, header: part.header.joined(separator: "\n"))
      }
    }
    if target.legacyFiles {
      writeLegacyFiles(to: &emission)
    } else {
      refuse(edits.legacy, &emission.findings)
    }
    emission.files += siteFiles
    if part.isBuilt, target.repository != nil {
      emission.branch = .named(target.branch ?? "main")
    }
    emission.steps = RailwaySetup(self).steps
    emission.entries = entries
    let place = "Railway project '\(graph.name)', environment '\(part.environment)'"
    emission.stores = secrets.uses.map { SecretStore($0.secret, in: place, site: $0.site) }
    return emission
  }

  private func writeLegacyFiles(to emission: inout Emission) {
    var addresses: Set<String> = []
    for service in services where service.kind != .dockerImage {
      let (_, site) = origin(service.address)
      var config = RailwayConfig(of: service, in: part.environment)
      for edit in edits.legacy where edit.address == service.address { edit.change(&config) }
      addresses.insert(service.address)
      write(
        legacyPath(service.name),
        to: &emission,
        at: site ?? part.site,
        reader: "the config file path of '\(service.name)' in Railway's settings"
      ) {
        try JSON.encode(config)
      }
    }
    refuse(edits.legacy.filter { !addresses.contains($0.address) }, &emission.findings)
  }

  /// Reports edits of files that are not written.
  private func refuse(_ edits: [RailwayEdits.LegacyEdit], _ findings: inout Findings) {
    for edit in edits {
      findings.report(
        RailwayRules.hostedEdits,
        "the railway.json of \(edit.title) is edited, and none is written",
        help: "remove the edit, or set legacyFiles: true where Railway builds it",
        at: edit.site
      )
    }
  }

  private func write(
    _ path: String,
    to emission: inout Emission,
    at site: CallSite,
    reader: String,
    _ text: () throws -> String
  ) {
    do {
      emission.files.append(
        GeneratedFile(path: path, contents: try text(), site: site, reader: reader)
      )
    } catch {
      emission.findings.report(
        RailwayRules.writableValues,
        "'\(path)' cannot be written: \(error)",
        help: "give the value that it names a form that the file can hold",
        at: site
      )
    }
  }

  private static func origins(
    of part: HostedPart
  ) -> [String: (id: ResourceID, site: CallSite)] {
    var origins: [String: (id: ResourceID, site: CallSite)] = [:]
    func add(_ resources: [some Resource]) {
      for resource in resources {
        origins[RailwayEdits.address(of: resource.id)] = (resource.id, resource.site)
      }
    }
    add(part.services)
    add(part.sites)
    add(part.jobs)
    add(part.databases)
    add(part.caches)
    for service in part.services {
      for volume in service.volumes {
        let name = RailwayMapping.name(of: volume, of: service.name)
        origins["volume.\(name)"] = (service.id, service.site)
      }
    }
    return origins
  }
}
