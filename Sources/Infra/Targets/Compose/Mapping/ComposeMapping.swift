import InfraContract
import InfraKit
import InfraSerialization

/// What Docker Compose makes of what it hosts.
struct ComposeMapping {
  let part: HostedPart
  let target: Compose
  var project: ComposeProject
  var findings = Findings()

  /// The names of `.env` that were already reported as being two things.
  var clashes: Set<String> = []

  init(_ part: HostedPart, _ target: Compose) {
    self.part = part
    self.target = target
    self.project = ComposeProject(
      path: target.path ?? part.directory + "/docker-compose.yml",
      site: part.site
    )
  }

  func emission() -> Emission {
    var mapping = self
    mapping.mapAndEdit()
    let project = mapping.project
    ComposeRules.check(project, part, &mapping.findings)

    var emission = Emission()
    mapping.write(to: &emission)
    emission.steps = ComposeSetup(project, part).steps
    emission.stores = mapping.stores
    emission.environmentFile = EnvironmentFile(
      path: project.environmentFile,
      wanted: project.wanted,
      ports: project.ports,
      projectSuffix: project.suffix(in: part.environment)
    )
    emission.findings = mapping.findings
    emission.entries = project.entries
    return emission
  }

  /// The project after the author's changes.
  func finishedProject() -> ComposeProject {
    var mapping = self
    mapping.mapAndEdit()
    return mapping.project
  }

  private mutating func mapAndEdit() {
    map()
    var edits = ComposeEdits(project)
    target.edit(&edits)
    let (project, complaints) = edits.result
    self.project = project
    findings.append(complaints)
  }

  private mutating func map() {
    project.ports = LocalPort.assigned(
      services: part.services,
      sites: part.sites,
      databases: part.databases,
      caches: part.caches
    )
    reportEnvironment()
    for database in part.databases { map(database) }
    for cache in part.caches { map(cache) }
    for service in part.services { map(service) }
    for site in part.sites { map(site) }
    for job in part.jobs { map(job) }
    for port in project.ports where project.wanted(port.variable) != nil {
      findings.report(
        ComposeRules.serviceNames,
        "'\(port.variable)' moves the port of \(port.id.title), and is a value that .env must hold",
        help: "call the secret otherwise",
        at: part.application.resources.first { $0.id == port.id }?.site,
        about: port.id
      )
    }
  }

  /// Adds an entry of the file, which may gain no privileges; a name that is taken is reported.
  mutating func add(
    _ name: String,
    _ service: ComposeFile.Service,
    for resource: some Resource
  ) {
    if let owner = project.owners[name] {
      findings.report(
        ComposeRules.serviceNames,
        "\(resource.id.title) needs the service '\(name)', which is already there for "
          + owner.id.title,
        help: "rename one of them: '\(name)' runs a release command",
        at: resource.site,
        about: resource.id
      )
      return
    }
    var service = service
    service.securityOpt = ["no-new-privileges:true"]
    project.file.services[name] = service
    project.owners[name] = ComposeProject.Owner(id: resource.id, site: resource.site)
  }

  private mutating func write(to emission: inout Emission) {
    do {
      let text = try YAML.encode(project.file, header: part.header.joined(separator: "\n"))
      emission.files.append(
        GeneratedFile(
          path: project.path,
          contents: text,
          site: part.site,
          reader: "commands of Docker Compose (-f)"
        )
      )
      emission.files += project.companions
    } catch {
      findings.report(
        ComposeRules.writable,
        "'\(project.path)' cannot be written: \(error)",
        help: "change the value that it names",
        at: project.site
      )
    }
  }

  /// Every secret is kept in the one `.env` beside the file.
  private var stores: [SecretStore] {
    let services: [any Configured] = part.services + part.jobs
    let sources: [(source: Source, site: CallSite)] =
      part.services.map { ($0.source, $0.site) } + part.jobs.map { ($0.source, $0.site) }
    let ofBuilds = sources.flatMap { source, site -> [SecretStore] in
      guard case .dockerfile(let docker) = source else { return [] }
      return docker.secrets.map { SecretStore($0, in: project.environmentFile, site: site) }
    }
    return ofBuilds
      + services.flatMap { resource in
        part.variables(of: resource).flatMap { entry in
          entry.value.secrets.map {
            SecretStore($0, in: project.environmentFile, site: entry.site ?? resource.site)
          }
        }
      }
  }

  /// Reports about a resource at its own line.
  mutating func report(
    _ rule: Rule,
    _ resource: some Resource,
    _ what: String,
    help: String
  ) {
    findings.report(
      rule,
      "\(resource.id.title) \(what)",
      help: help,
      at: resource.site,
      about: resource.id
    )
  }
}
