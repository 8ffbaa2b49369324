public import InfraSerialization

extension ComposeFile {
  /// A named volume: chapter 7 of the specification.
  public struct Volume: Sendable, Equatable, Codable {
    /// The driver.
    public var driver: ComposeText?
    /// Options of the driver.
    public var driverOpts: OrderedMap<ComposeScalar>?
    /// Whether it exists already, outside the project.
    public var external: Either<ComposeSetting<Bool>, External>?
    /// Labels of the volume.
    public var labels: ComposePairs?
    /// Its name outside the project.
    public var name: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a volume without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case driver
      case driverOpts = "driver_opts"
      case external
      case labels
      case name
      case extensions
    }
  }

  /// A thing that exists outside the project, in the old form that names it here.
  public struct External: Sendable, Equatable, Codable {
    /// Its name.
    public var name: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Names a thing outside the project.
    public init(name: ComposeText? = nil) { self.name = name }
  }
}
