package import InfraKit

/// What `infra dev` runs for an environment, worked out without touching anything.
///
/// Services and sites are programs of this machine, and every reference leads to `localhost`.
package struct DevPlan: Sendable {
  /// The name of the environment.
  package let environment: String

  /// The services and sites, in the author's order.
  package private(set) var processes: [DevProcess] = []

  /// The databases.
  package private(set) var databases: [Postgres]

  /// The caches.
  package private(set) var caches: [KeyValue]

  /// The cron jobs, which nothing runs by itself.
  package let jobs: [CronJob]

  /// The ports of everything that listens, private services included.
  package let ports: [LocalPort]

  /// What is not as it will be on a platform, one sentence each.
  package private(set) var notes: [String] = []

  /// Works out an environment that has passed its rules.
  package init(_ environment: Environment) throws(DevProblem) {
    let application = environment.application
    self.environment = environment.name
    databases = application.databases
    caches = application.caches
    jobs = application.jobs
    ports = LocalPort.assigned(
      services: application.services,
      sites: application.sites,
      databases: application.databases,
      caches: application.caches,
      includingPrivate: true
    )
    let texts = DevReferences(application, ports: ports)
    for service in application.services {
      processes.append(try DevProcess(service, texts))
      for volume in service.volumes {
        notes.append(
          "\(service.id.title) keeps volume '\(volume.name)' at \(volume.path), which is a folder "
            + "of this machine here"
        )
      }
    }
    for site in application.sites { processes.append(try DevProcess(site, texts)) }
    for job in jobs {
      notes.append("\(job.id.title) is due at '\(job.schedule)', and runs when a person runs it")
    }
  }

  /// The port of a resource.
  package func port(of id: ResourceID) -> LocalPort? { ports.first { $0.id == id } }

  /// The names of all that runs.
  package var names: [String] {
    databases.map(\.name) + caches.map(\.name) + processes.map(\.id.name)
  }

  /// The part that some resources need: themselves and, step by step, what they wait for.
  package func only(_ names: [String]) -> DevPlan {
    var wanted = Set(names)
    var isGrowing = true
    while isGrowing {
      let needed = processes.filter { wanted.contains($0.id.name) }.flatMap(\.waits)
      let next = wanted.union(needed.map(\.resource.name))
      isGrowing = next != wanted
      wanted = next
    }
    var plan = self
    plan.processes.removeAll { !wanted.contains($0.id.name) }
    plan.databases.removeAll { !wanted.contains($0.name) }
    plan.caches.removeAll { !wanted.contains($0.name) }
    return plan
  }

  /// The values of `.env` without which nothing can start, in order of first use.
  package var storedNames: [String] {
    var names = databases.map(LocalNames.password)
    for process in processes {
      for case .stored(let name) in process.variables.flatMap(\.parts) where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }
}

/// Why an environment cannot be run on this machine, and one way to mend it.
package struct DevProblem: Error, Hashable {
  /// What is wrong.
  package let message: String

  /// One way to mend it.
  package let help: String

  /// The last lines of the log of what failed, as they are.
  package var log: [String] = []

  /// Describes a problem.
  package init(_ message: String, help: String, log: [String] = []) {
    self.message = message
    self.help = help
    self.log = log
  }
}
