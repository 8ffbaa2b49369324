extension Blueprint {
  /// An entry of `envVars`, in one of the four shapes that Render knows.
  ///
  /// The functions below make the entries that Render accepts: `.value("KEY", "text")`,
  /// `.generated("KEY")`, `.secret("KEY")`, `.fromDatabase("KEY", …)`, `.fromService("KEY", …)`.
  public enum Variable: Hashable, Sendable {
    /// A value of its own.
    case direct(DirectVariable)
    /// A property of a database.
    case database(DatabaseVariable)
    /// A property or a variable of another service.
    case service(ServiceVariable)
    /// All variables of a group.
    case group(GroupVariables)

    /// The name of the variable; nil for a whole group.
    public var key: String? {
      switch self {
      case .direct(let variable): variable.key
      case .database(let variable): variable.key
      case .service(let variable): variable.key
      case .group: nil
      }
    }
  }
}

extension Blueprint.Variable {
  /// A text or a number, and perhaps another one in preview environments.
  public static func value(
    _ key: String,
    _ value: Blueprint.Scalar,
    preview: Blueprint.Scalar? = nil
  ) -> Self {
    .direct(.value(key, value, preview: preview))
  }

  /// 256 random bits in base64, made once, where the variable does not exist yet.
  public static func generated(_ key: String) -> Self { .direct(.generated(key)) }

  /// A value that the Dashboard asks for when the Blueprint is first created, and never again.
  public static func secret(_ key: String) -> Self { .direct(.secret(key)) }

  /// A property of a database or of a read replica.
  public static func fromDatabase(
    _ key: String,
    _ name: String,
    _ property: Blueprint.DatabaseProperty
  ) -> Self {
    .database(.init(key: key, fromDatabase: .init(name: name, property: property)))
  }

  /// A property of another service, such as its private host.
  public static func fromService(
    _ key: String,
    _ type: Blueprint.ServiceType,
    _ name: String,
    _ property: Blueprint.ServiceProperty
  ) -> Self {
    .service(.init(key: key, fromService: .init(type: type, name: name, property: property)))
  }

  /// A variable of another service, such as `RENDER_EXTERNAL_URL`.
  public static func fromService(
    _ key: String,
    _ type: Blueprint.ServiceType,
    _ name: String,
    variable: String
  ) -> Self {
    .service(.init(key: key, fromService: .init(type: type, name: name, envVarKey: variable)))
  }

  /// All variables of a group.
  public static func fromGroup(_ name: String) -> Self { .group(.init(fromGroup: name)) }
}

extension Blueprint.Variable: Codable {
  /// Decodes the shape that the entry's keys name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Blueprint.AnyKey.self)
    if container.contains("fromDatabase") {
      self = .database(try .init(from: decoder))
    } else if container.contains("fromService") {
      self = .service(try .init(from: decoder))
    } else if container.contains("fromGroup") {
      self = .group(try .init(from: decoder))
    } else {
      self = .direct(try .init(from: decoder))
    }
  }

  /// Encodes whichever shape is held.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .direct(let variable): try variable.encode(to: encoder)
    case .database(let variable): try variable.encode(to: encoder)
    case .service(let variable): try variable.encode(to: encoder)
    case .group(let variables): try variables.encode(to: encoder)
    }
  }
}
