/// A resource that runs from a source of its own.
protocol Sourced: Resource {
  /// Where it runs from.
  var source: Source { get }

  /// Which changed paths cause a new build.
  var watching: WatchPaths? { get }
}

extension Service: Sourced {}
extension CronJob: Sourced {}
