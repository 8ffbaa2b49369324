import InfraTargets
import InfraVendors

/// What keeps variables together at a platform: a service, a group, or an environment of a project.
struct RotationKeeper: Sendable {
  /// A variable as the platform shows it.
  struct Held: Sendable {
    let name: String
    /// The value; nil where it is shown to nobody.
    let value: SecretText?
    /// What changes with each change of it, where its value is shown to nobody.
    let mark: Int
  }

  /// How the two values of a rotation change places.
  enum Exchange: Sendable {
    /// In one call, which sets both or none.
    case atOnce
    /// One after the other, with the next value parked meanwhile in a third variable: killed at any
    /// point, no value is lost.
    case parked
    /// One after the other, from values that a person has.
    case given
  }

  /// What the journal calls it.
  let id: String
  /// What people call it, such as `service 'api' at Render`.
  let title: String
  /// How its variables change places.
  let exchange: Exchange
  /// The variables that are there now.
  let variables: @Sendable () throws(VendorError) -> [Held]
  /// The call that gives variables their values; several only where they change at once.
  let set: @Sendable ([(name: String, value: SecretText)]) -> Call
  /// The call that removes a variable; nil where there is none to remove.
  let remove: @Sendable (String) throws(VendorError) -> Call?

  /// Opens what is at an address.
  init(_ address: InterfaceAddress, through access: VendorAccess) throws(VendorError) {
    switch address {
    case .render(let service): self = try Self.render(service, access)
    case .renderGroup(let group): self = try Self.group(group, access)
    case .railway(let environment, let service):
      self = try Self.railway(environment, service, access)
    case .vercel(let project, let environment, let branch):
      self = try Self.vercel(project, environment, branch, access)
    }
  }

  private init(
    _ id: String,
    _ title: String,
    _ exchange: Exchange,
    variables: @escaping @Sendable () throws(VendorError) -> [Held],
    set: @escaping @Sendable ([(name: String, value: SecretText)]) -> Call,
    remove: @escaping @Sendable (String) throws(VendorError) -> Call?
  ) {
    self.id = id
    self.title = title
    self.exchange = exchange
    self.variables = variables
    self.set = set
    self.remove = remove
  }

  private static func render(
    _ name: String,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationKeeper {
    guard let client = try access.render() else {
      throw RemoteVariable.closed("Render", "RENDER_API_KEY")
    }
    guard let id = try client.services(named: [name]).first?.id else {
      throw RemoteVariable.absent("service '\(name)'", "Render")
    }
    return RotationKeeper(
      "render/\(name)",
      "service '\(name)' at Render",
      .parked,
      variables: { () throws(VendorError) in
        try client.variables(of: id).map { Held(name: $0.name, value: $0.value, mark: 0) }
      },
      set: { client.setVariable($0[0].name, to: $0[0].value, of: id) },
      remove: { client.removeVariable($0, of: id) }
    )
  }

  private static func group(
    _ name: String,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationKeeper {
    guard let client = try access.render() else {
      throw RemoteVariable.closed("Render", "RENDER_API_KEY")
    }
    guard let id = try client.groups().first(where: { $0.name == name })?.id else {
      throw RemoteVariable.absent("group '\(name)'", "Render")
    }
    return RotationKeeper(
      "render-group/\(name)",
      "group '\(name)' at Render",
      .parked,
      variables: { () throws(VendorError) in
        try client.variables(ofGroup: id).map { Held(name: $0.name, value: $0.value, mark: 0) }
      },
      set: { client.setVariable($0[0].name, to: $0[0].value, ofGroup: id) },
      remove: { client.removeVariable($0, ofGroup: id) }
    )
  }

  private static func railway(
    _ environment: String,
    _ name: String,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationKeeper {
    let (client, scope) = try RemoteVariable.railway(environment, access)
    guard let id = try client.services(in: scope).first(where: { $0.name == name })?.id else {
      throw RemoteVariable.absent("service '\(name)'", "Railway")
    }
    return RotationKeeper(
      "railway/\(name)",
      "service '\(name)' at Railway",
      .atOnce,
      variables: { () throws(VendorError) in
        try client.variables(of: id, in: scope)
          .map { Held(name: $0.name, value: $0.value, mark: 0) }
      },
      set: { client.setVariables($0, of: id, in: scope, deploying: false) },
      remove: { client.removeVariable($0, of: id, in: scope) }
    )
  }

  private static func vercel(
    _ project: String,
    _ environment: String,
    _ branch: String?,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationKeeper {
    guard let client = try access.vercel() else {
      throw RemoteVariable.closed("Vercel", "VERCEL_TOKEN")
    }
    let found: @Sendable () throws(VendorError) -> [VercelClient.Variable] = {
      () throws(VendorError) in
      try client.variables(of: project)
        .filter { $0.targets.contains(environment) && $0.branch == branch }
    }
    return RotationKeeper(
      "vercel/\(project)/\(environment)",
      "project '\(project)' at Vercel, \(branch ?? environment)",
      .given,
      variables: { () throws(VendorError) in
        try found().map { Held(name: $0.name, value: nil, mark: $0.updatedAt) }
      },
      set: {
        client.setVariable(
          $0[0].name,
          to: $0[0].value,
          of: project,
          targets: [environment],
          branch: branch,
          isSensitive: true
        )
      },
      remove: { name throws(VendorError) in
        guard let variable = try found().first(where: { $0.name == name }) else { return nil }
        guard variable.targets == [environment] else {
          throw VendorError(
            .refused(0),
            "\(name) of project '\(project)' is one variable of several environments",
            help: "each environment needs one of its own: part them in the project's settings"
          )
        }
        return client.removeVariable(variable.id, of: project)
      }
    )
  }
}
