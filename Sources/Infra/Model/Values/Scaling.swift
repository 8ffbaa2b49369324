/// How many instances run, following the load.
public struct Scaling: Sendable, Hashable {
  /// The fewest instances.
  public var minimum: Int

  /// The most instances.
  public var maximum: Int

  /// The processor use, in percent, above which instances are added.
  public var cpuPercent: Int?

  /// The memory use, in percent, above which instances are added.
  public var memoryPercent: Int?

  /// Creates a range of instances with at least one measure to follow.
  public init(
    _ range: ClosedRange<Int>,
    cpuPercent: Int? = nil,
    memoryPercent: Int? = nil
  ) {
    self.minimum = range.lowerBound
    self.maximum = range.upperBound
    self.cpuPercent = cpuPercent
    self.memoryPercent = memoryPercent
  }
}

/// Which changed paths cause a new build.
public struct WatchPaths: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Globs from the repository's root that cause a build.
  public var including: [String]

  /// Globs from the repository's root that never do.
  public var ignoring: [String]

  /// Creates a filter.
  public init(_ including: [String], ignoring: [String] = []) {
    self.including = including
    self.ignoring = ignoring
  }

  /// Creates a filter that only includes.
  public init(arrayLiteral elements: String...) { self.init(elements) }
}
