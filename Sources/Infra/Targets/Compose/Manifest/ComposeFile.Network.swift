public import InfraSerialization

extension ComposeFile {
  /// A network: chapter 6 of the specification.
  public struct Network: Sendable, Equatable, Codable {
    /// Its name outside the project.
    public var name: ComposeText?
    /// The driver.
    public var driver: ComposeText?
    /// Options of the driver.
    public var driverOpts: OrderedMap<ComposeScalar>?
    /// Whether containers outside the project may join.
    public var attachable: ComposeSetting<Bool>?
    /// Whether it has IPv4 addresses.
    public var enableIPv4: ComposeSetting<Bool>?
    /// Whether it has IPv6 addresses.
    public var enableIPv6: ComposeSetting<Bool>?
    /// Whether it exists already, outside the project.
    public var external: Either<ComposeSetting<Bool>, External>?
    /// How addresses are given.
    public var ipam: IPAM?
    /// Whether it is cut off from the outside.
    public var `internal`: ComposeSetting<Bool>?
    /// Labels of the network.
    public var labels: ComposePairs?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a network without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case name
      case driver
      case driverOpts = "driver_opts"
      case attachable
      case enableIPv4 = "enable_ipv4"
      case enableIPv6 = "enable_ipv6"
      case external
      case ipam
      case `internal`
      case labels
      case extensions
    }
  }

  /// How a network gives addresses.
  public struct IPAM: Sendable, Equatable, Codable {
    /// The driver.
    public var driver: ComposeText?
    /// The ranges of addresses.
    public var config: [AddressPool]?
    /// Options of the driver.
    public var options: OrderedMap<ComposeText>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Gives addresses from ranges.
    public init(config: [AddressPool]? = nil) { self.config = config }
  }

  /// A range of addresses.
  public struct AddressPool: Sendable, Equatable, Codable {
    /// The range, such as `172.28.0.0/16`.
    public var subnet: ComposeText?
    /// The part of it that containers get addresses from.
    public var ipRange: ComposeText?
    /// The gateway.
    public var gateway: ComposeText?
    /// Addresses that are taken already, by host name.
    public var auxAddresses: OrderedMap<ComposeText>?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a range.
    public init(subnet: ComposeText? = nil) { self.subnet = subnet }

    private enum CodingKeys: String, CodingKey {
      case subnet
      case ipRange = "ip_range"
      case gateway
      case auxAddresses = "aux_addresses"
      case extensions
    }
  }

  /// How a service joins a network.
  public struct NetworkAttachment: Sendable, Equatable, Codable {
    /// Further host names of it there.
    public var aliases: [ComposeText]?
    /// The name of the interface in the container.
    public var interfaceName: ComposeText?
    /// A fixed IPv4 address.
    public var ipv4Address: ComposeText?
    /// A fixed IPv6 address.
    public var ipv6Address: ComposeText?
    /// Link-local addresses.
    public var linkLocalIPs: [ComposeText]?
    /// The hardware address.
    public var macAddress: ComposeText?
    /// Options of the driver.
    public var driverOpts: OrderedMap<ComposeScalar>?
    /// Which network holds the default gateway: the highest number.
    public var gwPriority: Double?
    /// Which network is joined first: the highest number.
    public var priority: Double?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Joins under further host names.
    public init(aliases: [ComposeText]? = nil) { self.aliases = aliases }

    private enum CodingKeys: String, CodingKey {
      case aliases
      case interfaceName = "interface_name"
      case ipv4Address = "ipv4_address"
      case ipv6Address = "ipv6_address"
      case linkLocalIPs = "link_local_ips"
      case macAddress = "mac_address"
      case driverOpts = "driver_opts"
      case gwPriority = "gw_priority"
      case priority
      case extensions
    }
  }
}
