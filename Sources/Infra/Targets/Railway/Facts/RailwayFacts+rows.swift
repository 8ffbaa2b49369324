package import InfraKit

extension RailwayFacts {
  /// Every fact, as reports show it.
  package static var rows: [FactRow] {
    deadlineRows + regionRows + planRows
      + limits.map { limit in
        row("limit", limit.subject, "\(limit.value)", limit.source)
      } + runtimeRows + RetentionFacts.railwayRows
  }

  private static var deadlineRows: [FactRow] {
    [configFileClosed, configFileCutoff].map { deadline in
      row("deadline", deadline.subject, "until \(deadline.day)", deadline.source)
    }
  }

  private static var regionRows: [FactRow] {
    regions.map { row("region", $0.location, $0.region.rawValue, regionsSource) }
  }

  private static var planRows: [FactRow] {
    plans.map { plan in
      var parts = [plan.dollarsByMonth.map { "$\($0) a month" } ?? "a price to agree upon"]
      parts.append("\(plan.processors) CPU")
      parts.append("\(plan.memoryGB.shown) GB of memory")
      parts.append(plan.replicas == 0 ? "no replicas" : "\(plan.replicas) instances")
      parts.append("disks up to \(plan.largestVolumeGB.shown) GB")
      if let count = plan.volumesByProject { parts.append("\(count) disks a project") }
      if let count = plan.domainsByService { parts.append("\(count) domains a service") }
      return row("plan", plan.name, parts.joined(separator: ", "), plansSources[0])
    }
  }

  private static var runtimeRows: [FactRow] {
    runtimes.map { runtime in
      let variable = runtime.versionVariable.map { "version by \($0)" }
      return row("language", runtime.name, variable ?? "version by its own files", runtimesSource)
    }
  }

  private static func row(
    _ topic: String,
    _ name: String,
    _ value: String,
    _ source: Source
  ) -> FactRow {
    FactRow(
      topic: topic,
      name: name,
      value: value,
      source: source.page,
      date: source.dated ?? checked
    )
  }
}

extension Double {
  /// A number without a fraction that says nothing.
  fileprivate var shown: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
