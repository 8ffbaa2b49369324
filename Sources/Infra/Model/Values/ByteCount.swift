/// An amount of memory or storage.
///
/// Units are binary, as the platforms count them: a megabyte is 1,048,576 bytes.
public struct ByteCount: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number of bytes.
  public let bytes: Int

  /// Creates an amount from a number of bytes.
  public init(bytes: Int) { self.bytes = bytes }

  /// An amount in megabytes of 1,048,576 bytes.
  public static func megabytes(_ count: Int) -> ByteCount {
    ByteCount(bytes: count.multipliedSaturating(by: 1 << 20))
  }

  /// An amount in gigabytes of 1,073,741,824 bytes.
  public static func gigabytes(_ count: Int) -> ByteCount {
    ByteCount(bytes: count.multipliedSaturating(by: 1 << 30))
  }

  /// Whether one amount is smaller than another.
  public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

  /// The amount in whole megabytes, rounded up.
  package var megabytes: Int { bytes / (1 << 20) + (bytes % (1 << 20) > 0 ? 1 : 0) }

  /// The amount in whole gigabytes, rounded up.
  package var gigabytes: Int { bytes / (1 << 30) + (bytes % (1 << 30) > 0 ? 1 : 0) }

  /// The amount with the largest unit that fits, such as `512 MB`.
  public var description: String {
    if bytes % (1 << 30) == 0 { return "\(bytes >> 30) GB" }
    if bytes % (1 << 20) == 0 { return "\(bytes >> 20) MB" }
    return "\(bytes) bytes"
  }
}

extension Int {
  /// The product, or the largest or smallest integer where it does not fit.
  fileprivate func multipliedSaturating(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}

/// The processor and memory that one instance needs.
///
/// Sizes are requirements: each platform picks its smallest plan that satisfies them and says which.
public struct Size: Sendable, Hashable {
  /// The processor share in cores, such as 0.5; nil for no requirement.
  public var cpu: Double?

  /// The memory; nil for no requirement.
  public var memory: ByteCount?

  /// Creates a requirement.
  public init(cpu: Double? = nil, memory: ByteCount? = nil) {
    self.cpu = cpu
    self.memory = memory
  }
}
