import InfraContract

/// Everything that a variable, a header or a start condition points at is listed.
struct ReferencesResolve: EnvironmentRule, SettingRule {
  static let rule = Rule(
    "model/references-resolve",
    .error,
    "Every resource that is referred to is listed in the application."
  )

  static let isStructural = true
  static let isAboutLinks = true

  private let application: String
  private let listed: Listed
  private var missing: Set<Complaint> = []

  init(_ application: Application) {
    self.application = application.name
    listed = Listed(application)
  }

  mutating func check(_ setting: Setting, _ findings: inout Findings) {
    for case .reference(let reference) in setting.value.parts where !listed.contains(reference) {
      let complaint = Complaint(owner: setting.owner, target: reference.title)
      guard missing.insert(complaint).inserted else { continue }
      let verb =
        switch setting.place {
        case .header: "names in a header"
        case .argument, .buildSecret: "builds with"
        case .variable, .shared: "reads"
        }
      findings.report(
        Self.rule,
        Self.message("\(complaint.owner) \(verb) \(complaint.target)", application),
        help: Self.help(reference.listLabel, reference.name),
        at: setting.site,
        about: setting.reader
      )
    }
  }

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    var listed: Listed?
    func see(_ conditions: [StartCondition], of id: ResourceID, at site: CallSite) {
      let known = listed ?? Listed(application)
      listed = known
      for condition in conditions where !known.contains(condition.resource) {
        let target = condition.resource
        findings.report(
          rule,
          message("\(id.title) starts after \(target.title)", application.name),
          help: help(target.kind.listLabel, target.name),
          at: site,
          about: id
        )
      }
    }
    for index in application.services.indices
    where !application.services[index].startsAfter.isEmpty {
      let service = application.services[index]
      see(service.startsAfter, of: service.id, at: service.site)
    }
    for job in application.jobs where !job.startsAfter.isEmpty {
      see(job.startsAfter, of: job.id, at: job.site)
    }
  }

  private static func message(_ what: String, _ application: String) -> String {
    "\(what), which application '\(application)' does not list"
  }

  private static func help(_ list: String, _ name: String) -> String {
    "add it to the application's \(list): [\(name)]"
  }

  /// Who misses what: a mistake that is reported once, however often it shows.
  private struct Complaint: Hashable {
    let owner: String
    let target: String
  }
}

/// Everything that an application lists, to be looked up.
struct Listed {
  private var resources: Set<ResourceID> = []
  private var replicas: Set<String> = []

  init(_ application: Application) {
    resources.reserveCapacity(application.count)
    func add(_ list: [some Resource]) {
      for index in list.indices { resources.insert(list[index].id) }
    }
    add(application.services)
    add(application.sites)
    add(application.jobs)
    add(application.databases)
    add(application.caches)
    for database in application.databases {
      for replica in database.replicas { replicas.insert(replica.name) }
    }
  }

  func contains(_ id: ResourceID) -> Bool { resources.contains(id) }

  func contains(_ reference: Reference) -> Bool {
    if let id = ResourceID(reference) {
      resources.contains(id)
    } else {
      replicas.contains(reference.name)
    }
  }
}

extension Reference {
  /// What it points at, as sentences name it: `database 'orders'`.
  package var title: String { ResourceID(self)?.title ?? "read replica '\(name)'" }

  /// The list in which the resource belongs.
  fileprivate var listLabel: String { ResourceID(self)?.kind.listLabel ?? "replicas" }
}

extension ResourceID {
  /// The resource that a reference points at; nil for a read replica, which is part of another.
  package init?(_ reference: Reference) {
    switch reference.kind {
    case .service: self.init(.service, reference.name)
    case .site: self.init(.site, reference.name)
    case .postgres: self.init(.postgres, reference.name)
    case .keyValue: self.init(.keyValue, reference.name)
    case .replica: return nil
    }
  }
}
