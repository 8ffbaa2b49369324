import InfraContract
import InfraDisk
package import InfraKit

/// What of an environment matters when a release is gone back to.
package struct ReleaseFacts: Sendable, Hashable {
  /// A file with the SHA-256 digest of its bytes.
  package struct File: Sendable, Hashable {
    package let path: String
    package let digest: String
  }

  /// A name with what is said of it.
  package struct Entry: Sendable, Hashable {
    package let name: String
    package let value: String

    /// Says something of a name.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The environment.
  package let environment: String

  /// The generated files.
  package var files: [File] = []

  /// The images that nobody builds, by service or job.
  package var images: [Entry] = []

  /// The schedules, by job.
  package var schedules: [Entry] = []

  /// The newest form of queued jobs, by process.
  package var queues: [Entry] = []

  /// The secrets that are read.
  package var secrets: [String] = []

  init(environment: String) { self.environment = environment }

  /// Takes what the description says now.
  package init(_ output: EnvironmentOutput) {
    environment = output.name
    var seen: Set<String> = []
    for file in output.files where seen.insert(file.path).inserted {
      files.append(File(path: file.path, digest: "\(Digest(of: Array(file.contents.utf8)))"))
    }
    files.sort { $0.path < $1.path }
    let application = output.environment.application
    for service in application.services {
      if case .image(let image) = service.source {
        images.append(Entry(name: service.name, value: image.reference))
      }
      for contract in service.contracts {
        guard let format = contract.queueFormat else { continue }
        queues.append(Entry(name: contract.process, value: "\(format)"))
      }
    }
    for job in application.jobs {
      if case .image(let image) = job.source {
        images.append(Entry(name: job.name, value: image.reference))
      }
      schedules.append(Entry(name: job.name, value: "\(job.schedule)"))
    }
    for resource in application.configured {
      let entries = resource.shared.flatMap(\.variables.entries) + resource.variables.entries
      for case .secret(let secret) in entries.flatMap(\.value.parts)
      where !secrets.contains(secret.name) {
        secrets.append(secret.name)
      }
    }
    secrets.sort()
  }
}

/// What the message of a release's tag tells programs.
package struct ReleaseRecord: Sendable, Hashable {
  /// The first line of the part of the message that programs read.
  static let heading = "infra-release: 1"

  /// The newest migration, with its folder; nil where there are none.
  package let migration: ReleaseFacts.Entry?

  /// What is known of each environment.
  package let environments: [ReleaseFacts]

  /// Gathers what a tag is to say.
  package init(migration: ReleaseFacts.Entry?, environments: [ReleaseFacts]) {
    self.migration = migration
    self.environments = environments
  }

  /// The lines of the message.
  package var text: String {
    var text = Self.heading + "\n"
    if let migration { text += "migration: \(migration.name) \(migration.value)\n" }
    for facts in environments {
      text += "environment: \(facts.environment)\n"
      for file in facts.files { text += "file: \(file.digest) \(file.path)\n" }
      for entry in facts.images { text += "image: \(entry.name) \(entry.value)\n" }
      for entry in facts.schedules { text += "schedule: \(entry.name) \(entry.value)\n" }
      for entry in facts.queues { text += "queue: \(entry.value) \(entry.name)\n" }
      for name in facts.secrets { text += "secret: \(name)\n" }
    }
    return text
  }

  /// Reads the message of a tag; nil where no `infra release tag` wrote it.
  package init?(message: String) {
    let lines = message.split(separator: "\n").drop { $0 != Self.heading }.dropFirst()
    guard message.split(separator: "\n").contains(where: { $0 == Self.heading }) else { return nil }
    var migration: ReleaseFacts.Entry?
    var environments: [ReleaseFacts] = []
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let value = String(parts[1].drop { $0 == " " })
      let words = value.split(separator: " ", maxSplits: 1).map(String.init)
      let entry = ReleaseFacts.Entry(
        name: words.first ?? "",
        value: words.count > 1 ? words[1] : ""
      )
      switch parts[0] {
      case "migration": migration = entry
      case "environment": environments.append(ReleaseFacts(environment: value))
      default:
        guard !environments.isEmpty else { continue }
        environments[environments.count - 1].add(parts[0], value, entry)
      }
    }
    self.migration = migration
    self.environments = environments
  }

  /// What it says of an environment.
  package func facts(of environment: String) -> ReleaseFacts? {
    environments.first { $0.environment == environment }
  }
}

extension ReleaseFacts {
  /// Adds what a line says.
  fileprivate mutating func add(_ word: String, _ value: String, _ entry: Entry) {
    switch word {
    case "file": files.append(File(path: entry.value, digest: entry.name))
    case "image": images.append(entry)
    case "schedule": schedules.append(entry)
    case "queue": queues.append(Entry(name: entry.value, value: entry.name))
    case "secret": secrets.append(value)
    // A newer `infra` may say more.
    default: break
    }
  }
}
