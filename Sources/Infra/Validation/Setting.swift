import InfraContract

/// A named value somewhere in an application, with the line that set it.
package struct Setting {
  /// The kinds of named value.
  package enum Place {
    /// A variable of a resource.
    case variable
    /// A variable of a shared set.
    case shared(String)
    /// A build argument of a Dockerfile.
    case argument
    /// A response header of a static site.
    case header
    /// A secret that a build mounts.
    case buildSecret
  }

  /// What kind of value it is.
  package let place: Place

  /// The name.
  package let name: String

  /// The value.
  package let value: Value

  /// The resource that it belongs to, whose exceptions hold; of a shared set, the first that reads it.
  package let reader: ResourceID

  /// The line that set it.
  package let site: CallSite

  /// Whether a build copies it into files that everybody can fetch, whatever its name.
  var isPublished = false

  /// Who sets what, to open a sentence: `service 'api' sets 'LOG_LEVEL'`.
  var phrase: String {
    switch place {
    case .variable: "\(reader.title) sets '\(name)'"
    case .shared(let set): "shared set '\(set)' sets '\(name)'"
    case .argument: "\(reader.title) sets build argument '\(name)'"
    case .header: "\(reader.title) sets header '\(name)'"
    case .buildSecret: "\(reader.title) is built with '\(name)'"
    }
  }

  /// Whose it is, to open a sentence: `service 'api'`.
  var owner: String {
    if case .shared(let set) = place { "shared set '\(set)'" } else { reader.title }
  }
}

/// A shared set and the first resource that reads it.
struct SharedSet {
  let set: SharedVariables
  let reader: ResourceID
}

extension Application {
  /// Visits every named value: of each resource in the author's order, then of each shared set once.
  ///
  /// - Parameters:
  ///   - isWanted: Whether values of a name are to be visited; to ask costs less than a visit.
  ///   - visit: Gets them, one after the other.
  package func eachSetting(
    where isWanted: (_ name: String) -> Bool = { _ in true },
    _ visit: (Setting) -> Void
  ) {
    eachSetting(of: services, where: isWanted, visit)
    eachSetting(of: sites, arePublished: { sites[$0].isOnlyFiles }, where: isWanted, visit)
    eachSetting(of: jobs, where: isWanted, visit)
    for shared in sharedSets {
      for entry in shared.set.variables.entries where isWanted(entry.name) {
        visit(
          Setting(
            place: .shared(shared.set.name),
            name: entry.name,
            value: entry.value,
            reader: shared.reader,
            site: entry.site ?? shared.set.site
          )
        )
      }
    }
    eachArgument(of: services, where: isWanted, visit)
    eachArgument(of: jobs, where: isWanted, visit)
    for site in sites {
      for header in site.headers where isWanted(header.name) {
        visit(
          Setting(
            place: .header,
            name: header.name,
            value: header.value,
            reader: site.id,
            site: site.site
          )
        )
      }
    }
  }

  /// The shared sets, each name once, with the first reader.
  var sharedSets: [SharedSet] {
    var sets: [SharedSet] = []
    var names: Set<String> = []
    func see(_ resources: [some Configured]) {
      for index in resources.indices where !resources[index].shared.isEmpty {
        for set in resources[index].shared where names.insert(set.name).inserted {
          sets.append(SharedSet(set: set, reader: resources[index].id))
        }
      }
    }
    see(services)
    see(sites)
    see(jobs)
    return sets
  }

  private func eachSetting(
    of resources: [some Configured],
    arePublished: (Int) -> Bool = { _ in false },
    where isWanted: (_ name: String) -> Bool,
    _ visit: (Setting) -> Void
  ) {
    // By index: a copy of a whole resource would cost more than the visit.
    for index in resources.indices {
      let id = resources[index].id
      let site = resources[index].site
      let isPublished = arePublished(index)
      for entry in resources[index].variables.entries where isWanted(entry.name) {
        visit(
          Setting(
            place: .variable,
            name: entry.name,
            value: entry.value,
            reader: id,
            site: entry.site ?? site,
            isPublished: isPublished
          )
        )
      }
    }
  }

  private func eachArgument(
    of resources: [some Sourced],
    where isWanted: (_ name: String) -> Bool,
    _ visit: (Setting) -> Void
  ) {
    for index in resources.indices {
      guard case .dockerfile(let dockerfile) = resources[index].source else { continue }
      for entry in dockerfile.arguments.entries where isWanted(entry.name) {
        visit(
          Setting(
            place: .argument,
            name: entry.name,
            value: entry.value,
            reader: resources[index].id,
            site: entry.site ?? resources[index].site
          )
        )
      }
      for secret in dockerfile.secrets where isWanted(secret.name) {
        visit(
          Setting(
            place: .buildSecret,
            name: secret.name,
            value: secret.value.value,
            reader: resources[index].id,
            site: resources[index].site
          )
        )
      }
    }
  }
}

extension StaticSite {
  /// Whether nothing but built files serves it.
  ///
  /// A framework with a process of its own, or with its own kind of output, can keep a variable to
  /// itself.
  package var isOnlyFiles: Bool { serve == nil && output != nil }
}
