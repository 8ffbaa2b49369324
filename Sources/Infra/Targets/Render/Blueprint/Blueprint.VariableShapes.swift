import InfraSerialization

extension Blueprint {
  /// A variable with a value of its own: written here, generated, or asked for.
  ///
  /// The schema lets these be mixed and left out, Render does not: prefer the functions `value`,
  /// `generated` and `secret`.
  public struct DirectVariable: Codable, Hashable, Sendable {
    /// The name.
    public var key: String

    /// The value.
    public var value: Scalar?

    /// Whether Render makes 256 random bits once.
    public var generateValue: Bool?

    /// False makes the Dashboard ask for the value when the Blueprint is first created.
    public var sync: Bool?

    /// The value in preview environments.
    public var previewValue: Scalar?

    /// A text or a number, and perhaps another one in preview environments.
    public static func value(_ key: String, _ value: Scalar, preview: Scalar? = nil) -> Self {
      Self(key: key, value: value, previewValue: preview)
    }

    /// 256 random bits in base64, made once, where the variable does not exist yet.
    public static func generated(_ key: String) -> Self { Self(key: key, generateValue: true) }

    /// A value that the Dashboard asks for when the Blueprint is first created; not in groups.
    public static func secret(_ key: String) -> Self { Self(key: key, sync: false) }
  }

  /// A variable that holds a property of a database.
  public struct DatabaseVariable: Codable, Hashable, Sendable {
    /// The name.
    public var key: String

    /// The property.
    public var fromDatabase: DatabaseReference

    /// Creates a variable.
    public init(key: String, fromDatabase: DatabaseReference) {
      self.key = key
      self.fromDatabase = fromDatabase
    }
  }

  /// A property of a database or of a read replica.
  public struct DatabaseReference: Codable, Hashable, Sendable {
    /// The name of the database or the read replica.
    public var name: String

    /// The property.
    public var property: DatabaseProperty

    /// Names a property.
    public init(name: String, property: DatabaseProperty) {
      self.name = name
      self.property = property
    }
  }

  /// A variable that holds a property or a variable of another service.
  public struct ServiceVariable: Codable, Hashable, Sendable {
    /// The name.
    public var key: String

    /// The property or the variable.
    public var fromService: ServiceReference

    /// Creates a variable.
    public init(key: String, fromService: ServiceReference) {
      self.key = key
      self.fromService = fromService
    }
  }

  /// A property or a variable of a service, exactly one of the two.
  public struct ServiceReference: Codable, Hashable, Sendable {
    /// The type of the service.
    public var type: ServiceType

    /// The name of the service; its own is allowed.
    public var name: String

    /// The property.
    public private(set) var property: ServiceProperty?

    /// The variable.
    public private(set) var envVarKey: String?

    /// Names a property of a service.
    public init(type: ServiceType, name: String, property: ServiceProperty) {
      self.type = type
      self.name = name
      self.property = property
    }

    /// Names a variable of a service.
    public init(type: ServiceType, name: String, envVarKey: String) {
      self.type = type
      self.name = name
      self.envVarKey = envVarKey
    }
  }

  /// All variables of a group.
  public struct GroupVariables: Codable, Hashable, Sendable {
    /// The name of the group.
    public var fromGroup: String

    /// Names a group.
    public init(fromGroup: String) { self.fromGroup = fromGroup }
  }

  /// Variables that several services share.
  public struct VariableGroup: Hashable, Sendable {
    /// The name.
    public var name: String

    /// The variables: values and generated ones, never references or secrets that are asked for.
    public var envVars: [DirectVariable]

    /// Creates a group.
    public init(name: String, envVars: [DirectVariable] = []) {
      self.name = name
      self.envVars = envVars
    }
  }
}

// Every service has some of these, so each names its fields itself instead of having them synthesised.
extension Blueprint.DirectVariable {
  /// Encodes the fields that are set, in their order.
  public func encode(to encoder: any Encoder) throws {
    try FieldWriter.encode(to: encoder) { fields in
      try fields.write("key", key)
      if let value { try fields.write("value", value) }
      if let generateValue { try fields.write("generateValue", generateValue) }
      if let sync { try fields.write("sync", sync) }
      if let previewValue { try fields.write("previewValue", previewValue) }
    }
  }
}

extension Blueprint.DatabaseVariable {
  /// Encodes the name and what it refers to.
  public func encode(to encoder: any Encoder) throws {
    try FieldWriter.encode(to: encoder) { fields in
      try fields.write("key", key)
      try fields.write("fromDatabase", fields: fromDatabase.write)
    }
  }
}

extension Blueprint.DatabaseReference {
  /// Encodes the database and the property.
  public func encode(to encoder: any Encoder) throws {
    try FieldWriter.encode(to: encoder, write)
  }

  fileprivate func write(to fields: inout FieldWriter) throws {
    try fields.write("name", name)
    try fields.write("property", property.rawValue)
  }
}

extension Blueprint.ServiceVariable {
  /// Encodes the name and what it refers to.
  public func encode(to encoder: any Encoder) throws {
    try FieldWriter.encode(to: encoder) { fields in
      try fields.write("key", key)
      try fields.write("fromService", fields: fromService.write)
    }
  }
}

extension Blueprint.ServiceReference {
  /// Encodes the service, and the property or the variable.
  public func encode(to encoder: any Encoder) throws {
    try FieldWriter.encode(to: encoder, write)
  }

  fileprivate func write(to fields: inout FieldWriter) throws {
    try fields.write("type", type.rawValue)
    try fields.write("name", name)
    if let property { try fields.write("property", property.rawValue) }
    if let envVarKey { try fields.write("envVarKey", envVarKey) }
  }
}

extension FieldWriter {
  /// Writes the number or the text.
  fileprivate mutating func write(_ name: String, _ value: Blueprint.Scalar) throws {
    switch value {
    case .text(let text): try write(name, text)
    case .integer(let number): try write(name, number)
    case .number(let number): try write(name, number)
    }
  }
}

extension Blueprint.VariableGroup: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, envVars
  }

  /// Decodes a group, whose variables must be there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    envVars = try container.decodeRequired(forKey: .envVars)
  }

  /// Encodes the name and the variables, which are required even when there are none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(envVars, forKey: .envVars)
  }
}
