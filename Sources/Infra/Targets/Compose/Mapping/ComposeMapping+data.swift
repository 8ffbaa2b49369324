import InfraContract
import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// A database as a service of the official image.
  ///
  /// It is healthy once it answers over TCP: while a new volume is set up, a server that only
  /// listens on a socket answers too early (docker-library/postgres, issue 146, 2026-09).
  mutating func map(_ database: Postgres) {
    let password = password(of: database)
    var service = ComposeFile.Service()
    service.image = ComposeText(ServerImages.postgres(database.version))
    service.environment = [
      "POSTGRES_DB": .text(ComposeText(LocalNames.database(database))),
      "POSTGRES_PASSWORD": .text(ComposeText(password)),
      "POSTGRES_USER": .text(ComposeText(LocalNames.user(database))),
    ]
    service.healthcheck = .init(
      test: .right([
        "CMD-SHELL", "pg_isready -h 127.0.0.1 -U \"$POSTGRES_USER\" -d \"$POSTGRES_DB\"",
      ]),
      interval: "2s",
      timeout: "5s",
      retries: 10,
      startPeriod: "30s"
    )
    service.deploy = kept(database.size)
    service.ports = published(database.id, target: LocalPort.postgres)
    service.volumes = [
      mount(database.name, at: ServerImages.dataDirectory(of: database.version))
    ]
    add(database.name, service, for: database)
    reportWishes(of: database)
  }

  private mutating func reportWishes(of database: Postgres) {
    var wishes: [String] = []
    if database.highAvailability { wishes.append("a standby") }
    if !database.replicas.isEmpty {
      let names = database.replicas.map { "'\($0.name)'" }.joined(separator: ", ")
      wishes.append("copies that answer reads (\(names) lead to the database itself)")
    }
    if database.pooling { wishes.append("a pooler (its URL is the database's own)") }
    if !database.allowedAddresses.isEmpty { wishes.append("addresses that may connect") }
    if let storage = database.storage { wishes.append("\(storage) of storage") }
    reportWishes(wishes, of: database)
  }

  /// A cache as a service of the Valkey image.
  mutating func map(_ cache: KeyValue) {
    let flags = ["valkey-server"] + ServerImages.flags(of: cache)
    var service = ComposeFile.Service()
    service.image = ComposeText(ServerImages.keyValue)
    service.command = .arguments(flags.map { ComposeText($0) })
    service.healthcheck = .init(
      test: .right(["CMD-SHELL", "valkey-cli ping | grep -q PONG"]),
      interval: "2s",
      timeout: "5s",
      retries: 10,
      startPeriod: "10s"
    )
    service.ports = published(cache.id, target: LocalPort.keyValue)
    if cache.persistence != KeyValue.Persistence.none {
      service.volumes = [mount(cache.name, at: "/data")]
    }
    add(cache.name, service, for: cache)
    reportWishes(cache.allowedAddresses.isEmpty ? [] : ["addresses that may connect"], of: cache)
  }

  /// A named volume, which is declared along with its use.
  mutating func mount(
    _ name: String,
    at path: String
  ) -> Either<ComposeText, ComposeFile.Mount> {
    if project.file.volumes?[name] == nil {
      project.file.volumes[name] = .some(nil)
    }
    return .right(.init(.volume, source: ComposeText(name), target: ComposeText(path)))
  }

  /// What is kept for a container of a size.
  ///
  /// A size is what one instance needs, so it is a reservation: a limit on processors would keep
  /// the container from starting on a machine with fewer.
  func kept(_ size: Size?, limit: Size? = nil) -> ComposeFile.Deploy? {
    var resources = ComposeFile.Deploy.Resources()
    if let size, size != Size() {
      var reservations = ComposeFile.Deploy.Reservations()
      reservations.cpus = size.cpu.map(Self.cores)
      reservations.memory = size.memory.map(Self.megabytes)
      resources.reservations = reservations
    }
    if let limit, limit != Size() {
      var limits = ComposeFile.Deploy.Limits()
      limits.cpus = limit.cpu.map(Self.cores)
      limits.memory = limit.memory.map(Self.megabytes)
      resources.limits = limits
    }
    if resources == ComposeFile.Deploy.Resources() { return nil }
    var deploy = ComposeFile.Deploy()
    deploy.resources = resources
    return deploy
  }

  private static func cores(_ cpu: Double) -> ComposeSetting<Double> {
    .text(ComposeText(Wording.number(cpu)))
  }

  private static func megabytes(_ memory: ByteCount) -> ComposeText {
    ComposeText("\(memory.megabytes)m")
  }

  /// Notes what an environment asks for that a machine of one person does not have.
  mutating func reportEnvironment() {
    let environment = part.plan.environment
    var wishes: [String] = []
    if let previews = environment.previews, previews.trigger != .never { wishes.append("previews") }
    if environment.isProtected { wishes.append("protection") }
    if wishes.isEmpty { return }
    findings.report(
      ComposeRules.oneMachine,
      "'\(environment.name)' asks for \(wishes.joined(separator: " and ")), which one machine does "
        + "not have",
      help: "nothing is needed; silence this where it is in the way",
      at: environment.site
    )
  }

  /// Notes, in one finding, what one machine does not have.
  mutating func reportWishes(_ wishes: [String], of resource: some Resource) {
    if wishes.isEmpty { return }
    report(
      ComposeRules.oneMachine,
      resource,
      "asks for \(wishes.joined(separator: ", ")), which one machine does not have",
      help: "nothing is needed; silence this where it is in the way"
    )
  }
}
