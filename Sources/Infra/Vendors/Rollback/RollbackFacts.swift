package import InfraSerialization

/// What the platforms say about a rollback, or what is not known of it without a token.
///
/// The journal keeps it, so that a resumed run goes by what was found at the start.
package struct RollbackFacts: Sendable, Hashable {
  /// The way back of one part.
  package struct Way: Sendable, Hashable {
    /// How a part gets back.
    package enum Kind: String, Sendable, Hashable {
      /// What was built then is deployed again.
      case artifact
      /// The tag's commit is built again.
      case rebuild
      /// It is there already.
      case already
      /// Only a person can do it.
      case person
    }

    /// How it gets back.
    package var kind: Kind
    /// Why this way.
    package var reason: String
    /// The platform's number of the part; nil where it is not known.
    package var id: String?
    /// The platform's number of the deploy to go back to.
    package var deploy: String?
    /// The platform's number of the deploy that runs now.
    package var running: String?
    /// The address of the deploy to go back to, where it has one of its own.
    package var host: String?
    /// Digests of the variables by name, salted; empty where nobody asked.
    package var variables: OrderedMap<String> = [:]

    package init(_ kind: Kind, _ reason: String, id: String? = nil) {
      self.kind = kind
      self.reason = reason
      self.id = id
    }
  }

  /// The ways, by platform and part.
  package private(set) var ways: OrderedMap<Way> = [:]

  /// Railway's project and environment, where they are known.
  package var scope: RailwayClient.Scope?

  /// What digests of variables are salted with.
  package var salt = ""

  package init() {}

  /// The way of a part of a platform.
  package subscript(platform: String, part: String) -> Way? {
    get { ways["\(platform)/\(part)"] }
    set { ways["\(platform)/\(part)"] = newValue }
  }
}

extension RollbackFacts {
  /// The facts as the journal has them.
  package var value: AnyValue {
    var result: OrderedMap<AnyValue> = [
      "ways": .map(OrderedMap(ways.entries.map { ($0.key, $0.value.value) })),
      "salt": .string(salt),
    ]
    if let scope {
      result["scope"] = .list(
        [scope.project, scope.environment, scope.environmentName].map {
          .string($0)
        }
      )
    }
    return .map(result)
  }

  /// Reads the facts of a journal; nil where it has none.
  package init?(_ value: AnyValue) {
    guard let ways = value["ways"]?.entries else { return nil }
    for (key, value) in ways {
      guard let way = Way(value) else { return nil }
      self.ways[key] = way
    }
    salt = value["salt"]?.text ?? ""
    if let scope = value["scope"]?.items?.compactMap(\.text), scope.count == 3 {
      self.scope = RailwayClient.Scope(
        project: scope[0],
        environment: scope[1],
        environmentName: scope[2]
      )
    }
  }
}

extension RollbackFacts.Way {
  fileprivate var value: AnyValue {
    var result: OrderedMap<AnyValue> = [
      "kind": .string(kind.rawValue), "reason": .string(reason),
    ]
    for (key, text) in [("id", id), ("deploy", deploy), ("running", running), ("host", host)] {
      if let text { result[key] = .string(text) }
    }
    result["variables"] = .map(OrderedMap(variables.entries.map { ($0.key, .string($0.value)) }))
    return .map(result)
  }

  fileprivate init?(_ value: AnyValue) {
    guard let kind = value["kind"]?.text.flatMap(Kind.init(rawValue:)) else { return nil }
    self.init(kind, value["reason"]?.text ?? "", id: value["id"]?.text)
    deploy = value["deploy"]?.text
    running = value["running"]?.text
    host = value["host"]?.text
    for (name, digest) in value["variables"]?.entries ?? [] { variables[name] = digest.text }
  }
}
