// Its overloads write and read `extensions` among the other fields.
import InfraSerialization

extension ComposeFile {
  /// A port of a service that the host publishes, in the long form.
  public struct Port: Sendable, Hashable, Codable {
    /// A name for people.
    public var name: ComposeText?
    /// The port in the container.
    public var target: ComposeSetting<Int>?
    /// The port on the host, or a range; text, so that a variable can move it.
    public var published: ComposeSetting<Int>?
    /// The address on the host; without one, the whole network can reach the port.
    public var hostIP: ComposeText?
    /// The protocol: `tcp` where nothing is said.
    public var `protocol`: ComposeText?
    /// The protocol above it, such as `http` (Compose 2.26.0).
    public var appProtocol: ComposeText?
    /// Whether one instance or each has it: `ingress` or `host`.
    public var mode: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Publishes a port.
    public init(
      target: ComposeSetting<Int>,
      published: ComposeSetting<Int>? = nil,
      hostIP: ComposeText? = nil
    ) {
      self.target = target
      self.published = published
      self.hostIP = hostIP
    }

    private enum CodingKeys: String, CodingKey {
      case name
      case target
      case published
      case hostIP = "host_ip"
      case `protocol`
      case appProtocol = "app_protocol"
      case mode
      case extensions
    }
  }
}
