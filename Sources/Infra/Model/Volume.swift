/// A disk of a service that outlives a deploy.
public struct Volume: Sendable, Hashable {
  /// The name.
  public let name: String

  /// The absolute path at which the service sees it.
  public var path: String

  /// How much it must hold; nil for the platform's default.
  public var size: ByteCount?

  /// Declares a disk.
  public init(_ name: String, at path: String, size: ByteCount? = nil) {
    self.name = name
    self.path = path
    self.size = size
  }
}
