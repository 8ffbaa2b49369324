import InfraContract

/// Which resources wait for which: the order of starting.
///
/// A service waits for the databases and caches that it connects to and for what it names itself. A
/// mere origin or host in a variable orders nothing, so two services may name each other.
package struct StartOrder: Sendable {
  /// One edge of the order.
  package struct Wait: Sendable, Hashable {
    package let resource: ResourceID
    package let event: StartCondition.Event
  }

  /// What a resource waits for, each once, in order of first mention.
  package static func waits(
    of resource: some Configured,
    startsAfter: [StartCondition],
    replicas: (String) -> String?
  ) -> [Wait] {
    var waits: [Wait] = []
    func add(_ wait: Wait) { if !waits.contains(wait) { waits.append(wait) } }
    for entry in resource.shared.flatMap(\.variables.entries) + resource.variables.entries {
      for reference in entry.value.references {
        switch reference.kind {
        case .postgres: add(Wait(resource: ResourceID(.postgres, reference.name), event: .healthy))
        case .keyValue: add(Wait(resource: ResourceID(.keyValue, reference.name), event: .healthy))
        case .replica:
          if let name = replicas(reference.name) {
            add(Wait(resource: ResourceID(.postgres, name), event: .healthy))
          }
        case .service, .site: break
        }
      }
    }
    for condition in startsAfter {
      add(Wait(resource: condition.resource, event: condition.event))
    }
    return waits
  }
}

extension Plan {
  /// What a service waits for.
  package func waits(of service: Service) -> [StartOrder.Wait] {
    StartOrder.waits(of: service, startsAfter: service.startsAfter, replicas: databaseOfReplica)
  }

  /// What a run of a cron job waits for.
  package func waits(of job: CronJob) -> [StartOrder.Wait] {
    StartOrder.waits(of: job, startsAfter: job.startsAfter, replicas: databaseOfReplica)
  }

  private func databaseOfReplica(_ name: String) -> String? {
    for database in environment.application.databases
    where database.replicas.contains(where: { $0.name == name }) {
      return database.name
    }
    return nil
  }
}
