import InfraContract

/// A deployment worked out: which target hosts which resource, and where every name leads.
package struct Plan: Sendable {
  /// The environment.
  package let environment: Environment

  /// The deployment.
  package let deployment: Deployment

  private let places: [ResourceID: Place]
  private let replicas: [String: Int]

  /// Where a resource stands: its position in the application's list, and the target that hosts it.
  package struct Place: Sendable {
    package let position: Int
    package let target: Int?
  }

  /// Works out a deployment.
  ///
  /// A resource that no target or several targets claim has no target.
  package init(_ whole: Environment, _ deployment: Deployment) {
    let environment = whole.seen(from: deployment)
    self.environment = environment
    self.deployment = deployment
    let application = environment.application
    let hosts = Self.hosts(of: application, deployment)
    var places: [ResourceID: Place] = [:]
    places.reserveCapacity(application.count)
    func add(_ resources: [some Resource]) {
      for position in resources.indices {
        let id = resources[position].id
        let place = Place(position: position, target: hosts(id))
        // Of two with one name the first counts, and a rule reports the second.
        if let first = places.updateValue(place, forKey: id) { places[id] = first }
      }
    }
    add(application.services)
    add(application.sites)
    add(application.jobs)
    add(application.databases)
    add(application.caches)
    self.places = places
    var replicas: [String: Int] = [:]
    for (position, database) in application.databases.enumerated() {
      for replica in database.replicas { replicas[replica.name] = position }
    }
    self.replicas = replicas
  }

  private static func hosts(
    of application: Application,
    _ deployment: Deployment
  ) -> (ResourceID) -> Int? {
    var named: [ResourceID: [Int]] = [:]
    var rest: [Int] = []
    for (index, target) in deployment.targets.enumerated() {
      if let hosting = target.hosting {
        for id in hosting { named[id, default: []].append(index) }
      } else {
        rest.append(index)
      }
    }
    return { id in
      if let claims = named[id] { return claims.count == 1 ? claims[0] : nil }
      return rest.count == 1 ? rest[0] : nil
    }
  }

  /// Where a resource stands, if the application lists it.
  package func place(_ id: ResourceID) -> Place? { places[id] }

  /// What a reference leads to, seen from a target.
  package func provider(_ reference: Reference, from target: Int) -> Provider? {
    func whereabouts(_ place: Place) -> Whereabouts? {
      place.target.map { index in
        index == target ? .here : .elsewhere(deployment.targets[index].platform)
      }
    }
    switch reference.kind {
    case .service:
      guard let place = places[ResourceID(.service, reference.name)], let at = whereabouts(place)
      else { return nil }
      return Provider(.service(environment.application.services[place.position]), at)
    case .site:
      guard let place = places[ResourceID(.site, reference.name)], let at = whereabouts(place)
      else { return nil }
      return Provider(.site(environment.application.sites[place.position]), at)
    case .postgres:
      guard let place = places[ResourceID(.postgres, reference.name)], let at = whereabouts(place)
      else { return nil }
      return Provider(.postgres(environment.application.databases[place.position]), at)
    case .replica:
      guard let position = replicas[reference.name] else { return nil }
      let database = environment.application.databases[position]
      guard let place = places[database.id], let at = whereabouts(place) else { return nil }
      return Provider(.replica(ReadReplica(reference.name), of: database), at)
    case .keyValue:
      guard let place = places[ResourceID(.keyValue, reference.name)], let at = whereabouts(place)
      else { return nil }
      return Provider(.keyValue(environment.application.caches[place.position]), at)
    }
  }

  /// Whether the application lists what a reference points at.
  package func lists(_ reference: Reference) -> Bool {
    switch reference.kind {
    case .service: places[ResourceID(.service, reference.name)] != nil
    case .site: places[ResourceID(.site, reference.name)] != nil
    case .postgres: places[ResourceID(.postgres, reference.name)] != nil
    case .replica: replicas[reference.name] != nil
    case .keyValue: places[ResourceID(.keyValue, reference.name)] != nil
    }
  }
}

/// What a reference leads to, and where that is hosted.
package struct Provider: Sendable {
  /// The resource that provides the property, which is large, and is held by reference.
  package indirect enum Resource: Sendable {
    case service(Service)
    case site(StaticSite)
    case postgres(Postgres)
    case replica(ReadReplica, of: Postgres)
    case keyValue(KeyValue)
  }

  /// The resource.
  package let resource: Resource

  /// Where it is hosted.
  package let whereabouts: Whereabouts

  init(_ resource: Resource, _ whereabouts: Whereabouts) {
    self.resource = resource
    self.whereabouts = whereabouts
  }

  /// The canonical domain of its own, if it has one.
  package var domain: Domain? {
    switch resource {
    case .service(let service): service.domains.first
    case .site(let site): site.domains.first
    case .postgres, .replica, .keyValue: nil
    }
  }
}

/// Whether a provider is hosted by the target that asks.
package enum Whereabouts: Sendable, Hashable {
  /// The same target hosts both.
  case here
  /// Another target of the deployment hosts it.
  case elsewhere(Platform)
}
