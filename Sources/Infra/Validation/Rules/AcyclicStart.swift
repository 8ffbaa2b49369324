import InfraContract

/// No service waits, directly or through others, for itself.
enum AcyclicStart: EnvironmentRule {
  static let rule = Rule(
    "model/acyclic-start",
    .error,
    "The order of starting has no cycle."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let services = environment.application.services
    var waits: [String: [String]] = [:]
    for index in services.indices where !services[index].startsAfter.isEmpty {
      waits[services[index].name] = services[index].startsAfter.compactMap {
        $0.resource.kind == .service ? $0.resource.name : nil
      }
    }
    if waits.isEmpty { return }
    var finished: Set<String> = []
    for index in services.indices where !services[index].startsAfter.isEmpty {
      guard let cycle = cycle(from: services[index].name, waits, &finished) else { continue }
      findings.report(
        rule,
        "service '\(cycle[0])' waits for itself: "
          + cycle.map { "'\($0)'" }.joined(separator: " waits for "),
        help: "remove one startsAfter: a mere origin or host in a variable needs no order",
        at: services.first { $0.name == cycle[0] }?.site ?? services[index].site,
        about: ResourceID(.service, cycle[0])
      )
    }
  }

  /// A cycle reachable from a service that was not seen before, or nil.
  ///
  /// Iterative, so that a chain of any length fits the stack.
  private static func cycle(
    from start: String,
    _ waits: [String: [String]],
    _ finished: inout Set<String>
  ) -> [String]? {
    if finished.contains(start) { return nil }
    var path: [(name: String, next: Int)] = [(start, 0)]
    var onPath: Set<String> = [start]
    while let (name, next) = path.last {
      let targets = waits[name] ?? []
      if next == targets.count {
        path.removeLast()
        onPath.remove(name)
        finished.insert(name)
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[next]
      if onPath.contains(target) {
        let names = path.map(\.name)
        finished.formUnion(names)
        return Array(names.drop { $0 != target }) + [target]
      }
      if !finished.contains(target) {
        path.append((target, 0))
        onPath.insert(target)
      }
    }
    return nil
  }
}
