import InfraContract
package import InfraKit

/// A service or a site as a program of this machine.
package struct DevProcess: Sendable {
  /// How it is found out whether it is ready.
  package enum Readiness: Sendable, Hashable {
    /// A path answers with a status of this range.
    case http(String, ClosedRange<Int>)
    /// Its port accepts connections.
    case listens
    /// A command ends with 0.
    case command(Command)
    /// It is still there after a moment.
    case lasts
  }

  /// The resource.
  package let id: ResourceID

  /// The directory that it runs in, from the root.
  package let directory: String

  /// The command that builds it.
  package let build: Command?

  /// The command that prepares a start.
  package let release: Command?

  /// The command that runs it.
  package let start: Command

  /// The command that tries it.
  package let smoke: Command?

  /// Its variables; what listens has its port in PORT.
  package let variables: [DevVariable]

  /// The variables of the release command: all, or those of its contract.
  package let releaseVariables: [DevVariable]

  /// What must have happened before it starts.
  package let waits: [StartOrder.Wait]

  /// How it is found out whether it is ready.
  package let readiness: Readiness

  /// The pause between two checks once it is ready.
  package let interval: Duration

  /// How long one check may take.
  package let timeout: Duration

  /// How many failed checks in a row make it unhealthy.
  package let retries: Int

  /// How long it may take to become ready.
  package let limit: Duration

  /// How long it may take to end after SIGTERM.
  package let grace: Duration

  /// Which changed paths build it anew; nil for its directory.
  package let watching: WatchPaths?

  /// Paths below its directory that builds write to.
  package let written: [String]

  /// Whether its build reads its variables, as a page's does.
  package var buildsWithVariables: Bool { id.kind == .site }

  /// How long a program has to end where the description does not say.
  private static let standardGrace = Duration.seconds(10)

  /// How long a program has to become ready where the description does not say.
  private static let standardLimit = Duration.seconds(60)

  init(_ service: Service, _ texts: DevReferences) throws(DevProblem) {
    let source: (directory: String, build: Command?) =
      switch service.source {
      case .directory(let source): (source.path, source.build)
      case .dockerfile(let source): (source.context, nil)
      case .image: (".", nil)
      }
    let isPlain = if case .directory = service.source { true } else { false }
    guard let start = service.dev?.start ?? (isPlain ? service.command : nil) else {
      throw DevProblem(
        "\(service.id.title) does not say how it runs without an image",
        help: "say it, such as dev: \"npm run dev\", at \(service.site); or run everything in "
          + "containers: docker compose up"
      )
    }
    id = service.id
    directory = RelativePath.normalized(source.directory)
    build = service.dev?.build ?? (service.dev == nil ? source.build : nil)
    release = service.dev?.release ?? service.release
    self.start = start
    smoke = service.dev?.smoke
    waits = StartOrder.waits(of: service, startsAfter: service.startsAfter) {
      texts.database(ofReplica: $0)
    }
    readiness =
      switch service.health?.probe {
      case .http(let path): .http(path, 200...299)
      case .command(let command): .command(command)
      case nil: service.port == nil ? .lasts : .listens
      }
    interval = service.health?.interval ?? .seconds(10)
    timeout = service.health?.timeout ?? .seconds(5)
    retries = service.health?.retries ?? 3
    limit = service.health.map { $0.grace + $0.interval * $0.retries } ?? Self.standardLimit
    grace = service.shutdownGrace ?? Self.standardGrace
    watching = service.watching
    written = []
    let all = Self.telling(
      service.port == nil ? nil : service.id,
      try texts.variables(of: service)
    )
    variables = all
    let read = service.releaseContract?.fields.map(\.name)
    releaseVariables = read.map { names in all.filter { names.contains($0.name) } } ?? all
  }

  init(_ site: StaticSite, _ texts: DevReferences) throws(DevProblem) {
    guard let start = site.dev?.start ?? site.serve?.command else {
      throw DevProblem(
        "\(site.id.title) does not say how it is served on this machine",
        help: "say it, such as dev: \"npm run dev\", at \(site.site); the port is in PORT"
      )
    }
    id = site.id
    directory = RelativePath.normalized(site.directory)
    build = site.dev == nil ? site.build : site.dev?.build
    release = nil
    self.start = start
    smoke = site.dev?.smoke
    waits = []
    readiness = .http("/", 200...399)
    interval = .seconds(10)
    timeout = .seconds(5)
    retries = 3
    limit = Self.standardLimit
    grace = Self.standardGrace
    watching = site.watching
    written = [site.output].compactMap(\.self)
    variables = Self.telling(site.id, try texts.variables(of: site))
    releaseVariables = []
  }

  /// The variables with the port in PORT: here it is another than in a container.
  private static func telling(_ port: ResourceID?, _ own: [DevVariable]) -> [DevVariable] {
    guard let port else { return own }
    return own.filter { $0.name != "PORT" } + [DevVariable(name: "PORT", parts: [.port(port)])]
  }
}
