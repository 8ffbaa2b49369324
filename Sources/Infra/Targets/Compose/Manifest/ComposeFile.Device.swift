// Its overloads write and read `extensions` among the other fields.
import InfraSerialization

extension ComposeFile {
  /// Devices that a service asks for, such as graphics processors.
  public struct Device: Sendable, Equatable, Codable {
    /// What they must be able to do, such as `gpu`.
    public var capabilities: [ComposeText]?
    /// The driver.
    public var driver: ComposeText?
    /// How many, or `all`; excludes `device_ids`.
    public var count: ComposeSetting<Int>?
    /// Which ones.
    public var deviceIDs: [ComposeText]?
    /// Options of the driver.
    public var options: ComposePairs?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Asks for devices.
    public init(capabilities: [ComposeText]? = nil, count: ComposeSetting<Int>? = nil) {
      self.capabilities = capabilities
      self.count = count
    }

    private enum CodingKeys: String, CodingKey {
      case capabilities
      case driver
      case count
      case deviceIDs = "device_ids"
      case options
      case extensions
    }
  }

  /// A device of the host that a service sees.
  public struct DeviceMapping: Sendable, Equatable, Codable {
    /// The path on the host.
    public var source: ComposeText
    /// The path in the container.
    public var target: ComposeText?
    /// Any of `r`, `w` and `m`.
    public var permissions: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Shows a device of the host.
    public init(source: ComposeText, target: ComposeText? = nil) {
      self.source = source
      self.target = target
    }
  }

  /// Limits of block devices.
  public struct BlockIO: Sendable, Equatable, Codable {
    /// Bytes read in a second.
    public var deviceReadBps: [DeviceRate]?
    /// Reads in a second.
    public var deviceReadIops: [DeviceRate]?
    /// Bytes written in a second.
    public var deviceWriteBps: [DeviceRate]?
    /// Writes in a second.
    public var deviceWriteIops: [DeviceRate]?
    /// The weight against other services, from 10 to 1000.
    public var weight: ComposeSetting<Int>?
    /// The weight on one device.
    public var weightDevice: [DeviceWeight]?

    /// Creates limits without any field.
    public init() {}

    private enum CodingKeys: String, CodingKey {
      case deviceReadBps = "device_read_bps"
      case deviceReadIops = "device_read_iops"
      case deviceWriteBps = "device_write_bps"
      case deviceWriteIops = "device_write_iops"
      case weight
      case weightDevice = "weight_device"
    }
  }

  /// A rate on one block device.
  public struct DeviceRate: Sendable, Equatable, Codable {
    /// The device.
    public var path: ComposeText?
    /// The rate in a second.
    public var rate: ComposeSetting<Int>?

    /// Limits a device.
    public init(path: ComposeText? = nil, rate: ComposeSetting<Int>? = nil) {
      self.path = path
      self.rate = rate
    }
  }

  /// A weight on one block device.
  public struct DeviceWeight: Sendable, Equatable, Codable {
    /// The device.
    public var path: ComposeText?
    /// The weight, from 10 to 1000.
    public var weight: ComposeSetting<Int>?

    /// Weighs a device.
    public init(path: ComposeText? = nil, weight: ComposeSetting<Int>? = nil) {
      self.path = path
      self.weight = weight
    }
  }
}
