import InfraKit

extension BlueprintDraft {
  /// The smallest paid plan that has what a size asks for; the largest where none has.
  ///
  /// The free plan sleeps and expires, so it is taken only where an author writes it.
  func plan(for size: Size?, among plans: [RenderPlan], atLeast least: Size = Size()) -> String {
    let wanted = Size(
      cpu: Self.larger(size?.cpu, least.cpu),
      memory: Self.larger(size?.memory, least.memory)
    )
    let plan = plans.first { !$0.isFree && $0.satisfies(wanted) } ?? plans.last { !$0.isFree }
    return plan?.id ?? ""
  }

  /// Says so where no plan has what a size asks for.
  mutating func checkSize(_ size: Size?, among plans: [RenderPlan], of resource: some Resource) {
    guard let size, let largest = plans.last, !plans.contains(where: { $0.satisfies(size) })
    else { return }
    let wishes = [size.cpu.map { "\($0) CPU" }, size.memory.map(\.description)]
    report(
      RenderRules.planExists,
      "\(resource.id.title) asks for "
        + wishes.compactMap(\.self).joined(separator: " and ")
        + ", and the largest plan of Render is '\(largest.id)'",
      help: "ask for less, and run more instances",
      about: resource
    )
  }

  /// Says so where a plan gives more than may be used: on Render the plan is the limit.
  mutating func noteLimit(
    _ limit: Size?,
    plan id: String?,
    among plans: [RenderPlan],
    of resource: some Resource
  ) {
    guard let limit, let plan = plans.first(where: { $0.id == id }) else { return }
    var more: [String] = []
    if let most = limit.cpu, let given = plan.cpu, given > most { more.append("\(given) CPU") }
    if let most = limit.memory, plan.memory > most { more.append(plan.memory.description) }
    if more.isEmpty { return }
    report(
      RenderRules.planIsLimit,
      "\(resource.id.title) may use less than the plan '\(plan.id)' gives it, which is "
        + more.joined(separator: " and ") + ", and Render has no other limit",
      help: "let the program keep to it, such as by --max-old-space-size, or silence this",
      about: resource
    )
  }

  private static func larger<Value: Comparable>(_ one: Value?, _ other: Value?) -> Value? {
    switch (one, other) {
    case (let one?, let other?): max(one, other)
    default: one ?? other
    }
  }
}
