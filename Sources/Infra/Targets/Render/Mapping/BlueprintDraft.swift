import InfraContract
import InfraKit

/// A Blueprint in the making: the file, what each entry of it was made from, and what did not fit.
struct BlueprintDraft {
  /// Something that a person does by hand, for the setup sheet.
  struct Chore: Hashable {
    enum Kind: Hashable {
      /// A secret that the Dashboard asks for, with where a person gets it.
      case secret(String)
      /// A value that is known only once something else runs, told in a few words.
      case late(String)
    }

    let service: String
    let variable: String
    let kind: Kind
  }

  let part: HostedPart
  let options: Render

  /// The file.
  var blueprint = Blueprint()

  /// What did not fit.
  var findings = Findings()

  /// What a person does by hand.
  var chores: [Chore] = []

  /// Where each secret's value will be kept.
  var stores: [SecretStore] = []

  /// Where each hosted resource stands in the file.
  var places: [ResourceID: Place] = [:]

  /// What each entry was made from, by its name in the file.
  var origins: [String: RenderFile.Origin] = [:]

  /// The secrets that more than one variable reads, with the first that does.
  var secretOwners: [String: SecretOwner] = [:]

  /// The shared sets that became groups, by their own name.
  var groups: [String: GroupPlan] = [:]

  enum Place: Hashable {
    case service(Int)
    case database(Int)
  }

  init(_ part: HostedPart, _ options: Render) {
    self.part = part
    self.options = options
    let count = part.services.count + part.sites.count + part.jobs.count + part.databases.count
    places.reserveCapacity(count)
    origins.reserveCapacity(count)
    blueprint.services.reserveCapacity(count)
  }

  /// The name at Render of a resource, a read replica or a shared set.
  func name(_ resource: String) -> String {
    options.naming.name(
      of: resource,
      application: part.application.name,
      environment: part.environment
    )
  }

  mutating func append(_ service: Blueprint.Service, from resource: some Resource) {
    places[resource.id] = .service(blueprint.services.count)
    origins[service.name] = .init(resource: resource.id, site: resource.site)
    blueprint.services.append(service)
  }

  mutating func append(_ database: Blueprint.Database, from resource: Postgres) {
    places[resource.id] = .database(blueprint.databases.count)
    origins[database.name] = .init(resource: resource.id, site: resource.site)
    blueprint.databases.append(database)
  }
}

extension BlueprintDraft {
  /// Reports something about a resource, at its own line.
  mutating func report(
    _ rule: Rule,
    _ message: String,
    help: String? = nil,
    about resource: some Resource,
    at site: CallSite? = nil
  ) {
    findings.report(rule, message, help: help, at: site ?? resource.site, about: resource.id)
  }
}
