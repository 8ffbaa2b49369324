import InfraContract
package import InfraKit

/// What differs between two environments, grouped by resource.
package struct Comparison: Sendable {
  /// A field whose values differ.
  package struct Change: Sendable, Equatable {
    /// The field in words, or the name of the variable.
    package let field: String
    /// The value on the left; nil where it is not set.
    package let left: String?
    /// The value on the right; nil where it is not set.
    package let right: String?
    /// What the program takes where the variable is not set; nil where that is unknown.
    package var standard: String?

    /// The text to show for a side: the value, or what holds without one.
    package func shown(_ value: String?) -> String {
      value ?? standard.map { "not set (the program takes \($0))" } ?? "not set"
    }
  }

  /// Where a resource is listed.
  package enum Presence: String, Sendable {
    /// In both environments.
    case both
    /// In the left one only.
    case left
    /// In the right one only.
    case right
  }

  /// The differences of one resource, or of what belongs to no resource.
  package struct Group: Sendable, Equatable {
    /// The kind, such as `service`; `environment` for what belongs to none.
    package let kind: String
    /// The name; empty for the environment itself.
    package let name: String
    /// Where it is listed.
    package let presence: Presence
    /// The fields that differ.
    package let changes: [Change]
  }

  /// The name of the left environment.
  package let left: String
  /// The name of the right environment.
  package let right: String
  /// The groups with differences, the environment's own first.
  package let groups: [Group]

  /// Compares two environments.
  package init(_ left: Environment, _ right: Environment) {
    self.left = left.name
    self.right = right.name
    var groups: [Group] = []
    let own =
      Self.changes(from: Self.fields(of: left), to: Self.fields(of: right))
      + Self.targetChanges(from: left, to: right)
    if !own.isEmpty {
      groups.append(Group(kind: "environment", name: "", presence: .both, changes: own))
    }
    let before = Side(left)
    let after = Side(right)
    for resource in left.application.resources {
      let kind = resource.id.kind.title
      let name = resource.id.name
      guard let other = after.resource(resource.id) else {
        groups.append(Group(kind: kind, name: name, presence: .left, changes: []))
        continue
      }
      let changes = Self.changes(
        from: before.fields(of: resource),
        to: after.fields(of: other),
        standards: Self.standards(of: resource, other)
      )
      if !changes.isEmpty {
        groups.append(Group(kind: kind, name: name, presence: .both, changes: changes))
      }
    }
    for resource in right.application.resources where before.resource(resource.id) == nil {
      groups.append(
        Group(
          kind: resource.id.kind.title,
          name: resource.id.name,
          presence: .right,
          changes: []
        )
      )
    }
    self.groups = groups
  }

  private static func changes(
    from left: [FieldReader.Field],
    to right: [FieldReader.Field],
    standards: [String: String] = [:]
  ) -> [Change] {
    // Of a name that occurs twice the last counts, as for a process; a rule reports it.
    func texts(_ fields: [FieldReader.Field]) -> [String: String] {
      Dictionary(fields.map { ($0.name, $0.text) }) { $1 }
    }
    let before = texts(left)
    let after = texts(right)
    return names(left, right).compactMap { name in
      if before[name] == after[name] { return nil }
      return Change(
        field: name,
        left: before[name],
        right: after[name],
        standard: standards[name]
      )
    }
  }

  /// The names of both sides, each once: those of the left, and others behind what they follow.
  private static func names(
    _ left: [FieldReader.Field],
    _ right: [FieldReader.Field]
  ) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for field in left where seen.insert(field.name).inserted { names.append(field.name) }
    var place = 0
    for field in right {
      if seen.insert(field.name).inserted {
        names.insert(field.name, at: place)
        place += 1
      } else if let known = names.firstIndex(of: field.name) {
        place = known + 1
      }
    }
    return names
  }

  /// What programs take for variables that are not set, as their contracts say.
  private static func standards(of resources: any Resource...) -> [String: String] {
    var standards: [String: String] = [:]
    let contracts = resources.compactMap { ($0 as? any Contracted)?.contracts }.joined()
    for field in contracts.flatMap(\.fields) {
      if case .defaulted(let text) = field.presence { standards[field.name] = text }
    }
    return standards
  }

  /// The options of the targets that both environments have in a deployment of the same name.
  private static func targetChanges(
    from left: Environment,
    to right: Environment
  ) -> [Change] {
    var changes: [Change] = []
    for deployment in left.deployments {
      guard let other = right.deployments.first(where: { $0.name == deployment.name }) else {
        continue
      }
      for target in deployment.targets {
        guard let match = other.targets.first(where: { $0.platform == target.platform }) else {
          continue
        }
        changes += Self.changes(
          from: options(of: target, deployment),
          to: options(of: match, other)
        )
      }
    }
    return changes
  }

  private static func options(
    of target: any Target,
    _ deployment: Deployment
  ) -> [FieldReader.Field] {
    // What it hosts is said of each resource; an author's edits are code, which cannot be compared.
    FieldReader.fields(of: target, leavingOut: ["hosting", "site", "edit", "edits"]).map {
      FieldReader.Field(
        name: "\(target.platform.title) (\(deployment.name)) \($0.name)",
        text: $0.text
      )
    }
  }

  /// What belongs to no resource: the application's name and the deployments.
  private static func fields(of environment: Environment) -> [FieldReader.Field] {
    var fields = [FieldReader.Field(name: "application", text: environment.application.name)]
    let names = environment.deployments.map { deployment in
      deployment.name + ": " + deployment.targets.map(\.platform.title).joined(separator: " + ")
    }
    fields.append(FieldReader.Field(name: "deployments", text: names.joined(separator: "; ")))
    return fields
  }
}

/// One environment of a comparison.
private struct Side {
  private let environment: Environment
  private let plans: [Plan]
  private let resources: [ResourceID: any Resource]

  init(_ environment: Environment) {
    self.environment = environment
    plans = environment.deployments.map { Plan(environment, $0) }
    let known = environment.application.resources.map { ($0.id, $0) }
    resources = Dictionary(known) { first, _ in first }
  }

  func resource(_ id: ResourceID) -> (any Resource)? { resources[id] }

  func fields(of resource: any Resource) -> [FieldReader.Field] {
    [FieldReader.Field(name: "hosted by", text: hosts(of: resource.id))]
      + FieldReader.fields(
        of: resource,
        // What contracts fill is among the variables.
        leavingOut: ["name", "site", "contracts", "releaseContract"]
      )
  }

  private func hosts(of id: ResourceID) -> String {
    let hosts = plans.map { plan in
      let target = plan.place(id)?.target
      let title = target.map { plan.deployment.targets[$0].platform.title } ?? "nothing"
      return plans.count == 1 ? title : "\(title) (\(plan.deployment.name))"
    }
    return hosts.joined(separator: ", ")
  }
}
