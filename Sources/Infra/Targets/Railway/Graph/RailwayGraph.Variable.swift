extension RailwayGraph {
  /// The value of a variable.
  public enum Variable: Hashable, Sendable {
    /// Text, in which `${{name.VARIABLE}}` stands for another service's variable.
    case literal(VariableConfig)

    /// A variable of another resource, by its address.
    case reference(resource: String, output: String)

    /// A variable that the environment shares, which must exist.
    case sharedReference(String)

    /// Whatever is set on Railway; creating a service with such a variable fails, so it must be set
    /// before.
    case preserve

    /// Settings that are passed on as they are, such as a generator.
    case raw(VariableConfig)

    /// Plain text.
    public static func literal(_ text: String) -> Variable { .literal(VariableConfig(value: text)) }
  }

  /// A variable with what Railway knows about it.
  public struct VariableConfig: Codable, Hashable, Sendable {
    /// The value.
    public var value: String?
    /// What it is for.
    public var description: String?
    /// What a template sets it to.
    public var defaultValue: String?
    /// Whether a template may leave it out.
    public var isOptional: Bool?
    /// Whether nobody may read it again; such a value is a secret and has no place in a file.
    public var isSealed: Bool?
    /// A function that makes the value once, such as `secret(32)`.
    public var generator: String?
    /// The value as Railway encrypts it.
    public var encryptedValue: String?
    /// Whether a value that is there stays.
    public var preserveExisting: Bool?

    /// Creates a variable.
    public init(value: String? = nil) { self.value = value }
  }
}

extension RailwayGraph.Variable: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, resource, output, name, value
    case description, defaultValue, isOptional, isSealed, generator, encryptedValue
    case preserveExisting
  }

  /// Decodes a value of whichever kind its `type` says.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let type = try container.decode(String.self, forKey: .type)
    switch type {
    case "literal":
      self = .literal(try Self.config(in: container))
    case "reference":
      self = .reference(
        resource: try container.decode(String.self, forKey: .resource),
        output: try container.decode(String.self, forKey: .output)
      )
    case "sharedReference":
      self = .sharedReference(try container.decode(String.self, forKey: .name))
    case "preserve":
      self = .preserve
    case "raw":
      self = .raw(try container.decode(RailwayGraph.VariableConfig.self, forKey: .value))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .type,
        in: container,
        debugDescription: "'\(type)' is not a kind of Railway variable"
      )
    }
  }

  /// Encodes the value with its `type` first.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .literal(let config):
      try container.encode("literal", forKey: .type)
      try Self.encode(config, in: &container)
    case .reference(let resource, let output):
      try container.encode("reference", forKey: .type)
      try container.encode(resource, forKey: .resource)
      try container.encode(output, forKey: .output)
    case .sharedReference(let name):
      try container.encode("sharedReference", forKey: .type)
      try container.encode(name, forKey: .name)
    case .preserve:
      try container.encode("preserve", forKey: .type)
    case .raw(let config):
      try container.encode("raw", forKey: .type)
      try container.encode(config, forKey: .value)
    }
  }

  // The fields of a literal stand beside its type, not in an object of their own.
  private static func config(
    in container: KeyedDecodingContainer<CodingKeys>
  ) throws -> RailwayGraph.VariableConfig {
    var config = RailwayGraph.VariableConfig()
    config.value = try container.decodeIfPresent(String.self, forKey: .value)
    config.description = try container.decodeIfPresent(String.self, forKey: .description)
    config.defaultValue = try container.decodeIfPresent(String.self, forKey: .defaultValue)
    config.isOptional = try container.decodeIfPresent(Bool.self, forKey: .isOptional)
    config.isSealed = try container.decodeIfPresent(Bool.self, forKey: .isSealed)
    config.generator = try container.decodeIfPresent(String.self, forKey: .generator)
    config.encryptedValue = try container.decodeIfPresent(String.self, forKey: .encryptedValue)
    config.preserveExisting = try container.decodeIfPresent(Bool.self, forKey: .preserveExisting)
    return config
  }

  private static func encode(
    _ config: RailwayGraph.VariableConfig,
    in container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    try container.encodeIfPresent(config.value, forKey: .value)
    try container.encodeIfPresent(config.description, forKey: .description)
    try container.encodeIfPresent(config.defaultValue, forKey: .defaultValue)
    try container.encodeIfPresent(config.isOptional, forKey: .isOptional)
    try container.encodeIfPresent(config.isSealed, forKey: .isSealed)
    try container.encodeIfPresent(config.generator, forKey: .generator)
    try container.encodeIfPresent(config.encryptedValue, forKey: .encryptedValue)
    try container.encodeIfPresent(config.preserveExisting, forKey: .preserveExisting)
  }
}
