package import InfraContract

/// What a reference asks for is something that the resource has.
struct ProvidedProperties: SettingRule {
  static let rule = Rule(
    "model/provided-properties",
    .error,
    "A reference asks for a property that the resource has as it is described."
  )

  static let isStructural = true
  static let isAboutLinks = true

  private let application: Application
  private lazy var services = Self.positions(application.services)
  private lazy var databases = Self.positions(application.databases)

  init(_ application: Application) { self.application = application }

  mutating func check(_ setting: Setting, _ findings: inout Findings) {
    for case .reference(let reference) in setting.value.parts {
      guard let (reason, help) = fault(reference) else { continue }
      findings.report(
        Self.rule,
        "\(setting.phrase) to the \(reference.property.words) of \(reference.title), "
          + "but \(reason)",
        help: help,
        at: setting.site,
        about: setting.reader
      )
      return
    }
  }

  private mutating func fault(_ reference: Reference) -> (String, String)? {
    switch reference.kind {
    case .service:
      // A resource that is not listed has a finding of its own.
      guard let position = services[reference.name] else { return nil }
      return Self.fault(reference.property, of: application.services[position])
    case .postgres:
      guard let position = databases[reference.name] else { return nil }
      return Self.fault(reference.property, of: application.databases[position])
    case .site, .replica, .keyValue:
      if reference.kind.properties.contains(reference.property) { return nil }
      return ("there is none", "ask for \(reference.kind.choice)")
    }
  }

  private static func positions(_ resources: [some Resource]) -> [String: Int] {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(resources.count)
    for index in resources.indices { positions[resources[index].id.name] = index }
    return positions
  }

  private static func fault(
    _ property: Reference.Property,
    of service: Service
  ) -> (String, String)? {
    // What the service cannot answer for is already reported at its own line.
    if !service.unanswered.isEmpty { return nil }
    switch property {
    case .origin, .publicHost:
      if service.isPublic { return nil }
      return service.isWorker
        ? ("it has no port to listen on", "give it a port:")
        : (
          "it is private", "make it public (access: .public), or use its privateOrigin or host"
        )
    case .host, .port, .privateOrigin:
      return service.isWorker ? ("it has no port to listen on", "give it a port:") : nil
    case .url, .pooledURL, .user, .password, .database:
      return ("there is none", "ask for \(Reference.Kind.service.choice)")
    }
  }

  private static func fault(
    _ property: Reference.Property,
    of database: Postgres
  ) -> (String, String)? {
    if property == .pooledURL {
      return database.pooling
        ? nil : ("it has no connection pooler", "set pooling: true, or use its url")
    }
    return Reference.Kind.postgres.properties.contains(property)
      ? nil : ("there is none", "ask for \(Reference.Kind.postgres.choice)")
  }
}

extension Reference.Kind {
  /// The properties that resources of the kind can have.
  package var properties: [Reference.Property] {
    switch self {
    case .service: [.origin, .publicHost, .host, .port, .privateOrigin]
    case .site: [.origin, .publicHost]
    case .postgres: [.url, .pooledURL, .host, .port, .user, .password, .database]
    case .replica: [.url, .host, .port, .user, .password, .database]
    case .keyValue: [.url, .host, .port]
    }
  }

  fileprivate var choice: String {
    let names = properties.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

extension Reference.Property {
  /// The property as sentences name it.
  package var words: String {
    switch self {
    case .origin: "public origin"
    case .publicHost: "public host"
    case .host: "private host"
    case .port: "private port"
    case .privateOrigin: "private origin"
    case .url: "connection URL"
    case .pooledURL: "pooled connection URL"
    case .user: "user"
    case .password: "password"
    case .database: "database name"
    }
  }

  /// Whether the property has a meaning outside the private network.
  package var isPublic: Bool {
    switch self {
    case .origin, .publicHost: true
    case .host, .port, .privateOrigin, .url, .pooledURL, .user, .password, .database: false
    }
  }

  /// Whether the property holds a password.
  package var isCredential: Bool {
    switch self {
    case .url, .pooledURL, .password: true
    case .origin, .publicHost, .host, .port, .privateOrigin, .user, .database: false
    }
  }
}
