public import InfraSerialization

extension ComposeFile {
  /// An AI model that services may call: chapter 15 of the specification (Compose 2.38.0).
  public struct Model: Sendable, Equatable, Codable {
    /// Its name.
    public var name: ComposeText?
    /// The artifact of a registry.
    public var model: ComposeText
    /// The most tokens that it takes into account.
    public var contextSize: Int?
    /// Options of the program that runs it.
    public var runtimeFlags: [ComposeText]?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Names a model.
    public init(model: ComposeText) { self.model = model }

    private enum CodingKeys: String, CodingKey {
      case name
      case model
      case contextSize = "context_size"
      case runtimeFlags = "runtime_flags"
      case extensions
    }
  }

  /// The variables that tell a service of a model.
  public struct ModelBinding: Sendable, Equatable, Codable {
    /// The variable with its address.
    public var endpointVar: ComposeText?
    /// The variable with its name.
    public var modelVar: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Tells of a model in variables of its usual names.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case endpointVar = "endpoint_var"
      case modelVar = "model_var"
      case extensions
    }
  }

  /// A program that provides a service in place of a container (Compose 2.36.0).
  public struct Provider: Sendable, Equatable, Codable {
    /// The program.
    public var type: ComposeText
    /// Its options.
    public var options: OrderedMap<Either<ComposeScalar, [ComposeScalar]>>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Names a program.
    public init(type: ComposeText) { self.type = type }
  }
}
