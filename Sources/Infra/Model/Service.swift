public import InfraContract

/// A process that runs all the time: public, private, or a worker that listens to nothing.
public struct Service: Configured {
  /// Who can reach a service that listens.
  public enum Access: Sendable, Hashable {
    /// Everybody, over HTTPS at the platform's edge.
    case `public`
    /// Only other resources of the same deployment.
    case `private`
  }

  /// The name: the private host name too, so lower-case letters, digits and hyphens.
  public let name: String

  /// Where it runs from.
  public var source: Source

  /// The command that starts it; nil for the image's own.
  public var command: Command?

  /// The port that it listens on; nil for a worker.
  ///
  /// The program is told by PORT.
  public var port: Port?

  /// Who can reach it, if it listens.
  public var access: Access

  /// How a platform finds out that it is ready and well.
  public var health: HealthCheck?

  /// Its own domain names; the first one is the canonical one.
  public var domains: [Domain]

  /// How many instances run when nothing scales them.
  public var instances: Int

  /// How instances follow the load.
  public var scaling: Scaling?

  /// What one instance needs.
  public var size: Size?

  /// The most that one instance may use; nil for what the platform gives it.
  public var limit: Size?

  /// The command that must succeed before a new version takes traffic, such as migrations.
  public var release: Command?

  /// How it runs on a developer's machine without an image; nil for its directory's own commands.
  public var dev: DevCommands?

  /// Disks that outlive a deploy.
  public var volumes: [Volume]

  /// The address ranges that may reach it from outside; empty for all.
  public var allowedAddresses: [AddressRange]

  /// The variables that belong to it alone.
  public var variables: Variables

  /// The shared variables that it reads besides its own.
  public var shared: [SharedVariables]

  /// What must be ready before it starts, besides the databases that it connects to.
  public var startsAfter: [StartCondition]

  /// Which changed paths cause a new build; nil for all.
  public var watching: WatchPaths?

  /// How long it may take to finish its work after SIGTERM.
  public var shutdownGrace: Duration?

  /// Why only one instance may run, such as background jobs in process; nil when any number may.
  public var soleInstance: String?

  /// The rules that are raised or silenced here.
  public var rules: [RuleException]

  /// Where it was declared.
  public let site: CallSite

  /// The contracts that fill its variables.
  package private(set) var contracts: [FilledContract] = []

  /// The contract of the release command; nil where it is not known to read less than the service.
  package private(set) var releaseContract: FilledContract?

  /// Declares a service.
  public init(
    _ name: String,
    source: Source,
    command: Command? = nil,
    port: Port? = nil,
    access: Access = .public,
    health: HealthCheck? = nil,
    domains: [Domain] = [],
    instances: Int = 1,
    scaling: Scaling? = nil,
    size: Size? = nil,
    limit: Size? = nil,
    release: Command? = nil,
    dev: DevCommands? = nil,
    volumes: [Volume] = [],
    allowedAddresses: [AddressRange] = [],
    variables: Variables = [:],
    shared: [SharedVariables] = [],
    startsAfter: [StartCondition] = [],
    watching: WatchPaths? = nil,
    shutdownGrace: Duration? = nil,
    soleInstance: String? = nil,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.source = source
    self.command = command
    self.port = port
    self.access = access
    self.health = health
    self.domains = domains
    self.instances = instances
    self.scaling = scaling
    self.size = size
    self.limit = limit
    self.release = release
    self.dev = dev
    self.volumes = volumes
    self.allowedAddresses = allowedAddresses
    self.variables = variables
    self.shared = shared
    self.startsAfter = startsAfter
    self.watching = watching
    self.shutdownGrace = shutdownGrace
    self.soleInstance = soleInstance
    self.rules = rules
    self.site = CallSite(file: file, line: line)
  }

  /// The identity.
  public var id: ResourceID { ResourceID(.service, name) }

  /// Whether it listens to nothing.
  public var isWorker: Bool { port == nil }

  /// Whether the public can reach it.
  public var isPublic: Bool { port != nil && access == .public }

  /// The service with a process's variables filled in from its contract.
  public func reading(_ contract: some ProcessContract) -> Service {
    var service = self
    let filled = FilledContract(contract)
    filled.write(to: &service.variables)
    service.contracts.append(filled)
    if let reason = contract.soleInstanceReason { service.soleInstance = reason }
    return service
  }

  /// The service with a process's variables filled in, and with those of its release command.
  ///
  /// Where a release command runs as a process of its own it is given its contract's variables and
  /// no others; where a platform runs it inside the service it shares the service's.
  public func reading(
    _ contract: some ProcessContract,
    release: some ProcessContract
  ) -> Service {
    var service = reading(contract)
    let filled = FilledContract(release)
    filled.write(to: &service.variables)
    service.releaseContract = filled
    return service
  }
}

extension Service: OriginReferring {
  /// The public web origin, such as `https://api.example.com`.
  public var origin: WebOrigin { WebOrigin(reference(.origin)) }

  /// The public host name without scheme.
  public var publicHost: Value { reference(.publicHost) }

  /// The host name on the private network.
  public var host: Value { reference(.host) }

  /// The port on the private network, as a reference.
  public var privatePort: Value { reference(.port) }

  /// The origin on the private network, such as `http://api:8080`.
  public var privateOrigin: Value { reference(.privateOrigin) }

  private func reference(_ property: Reference.Property) -> Value {
    Value([.reference(Reference(.service, name, property))])
  }
}
