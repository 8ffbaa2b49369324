import InfraContract
import InfraKit
import InfraTargets
import InfraVendors

/// A variable at a platform, reached through its public interface.
struct RemoteVariable: Sendable {
  /// What the variable is, such as `JWT_SECRET of service 'api' at Railway`.
  let title: String

  /// The variable as it is there now; nil where it is not.
  let live: @Sendable () throws(VendorError) -> Live?

  /// A variable that is there, with its value where the vendor shows it to anybody.
  struct Live: Sendable {
    let value: SecretText?
  }

  /// The call that gives it a value.
  let set: @Sendable (SecretText) -> Call

  /// Opens a variable of a resource.
  ///
  /// - Parameters:
  ///   - name: The variable.
  ///   - resource: The resource that reads it.
  ///   - address: Where the interface has it.
  ///   - access: What opens the interface.
  /// - Throws: `VendorError`, also where the shell has no token or the platform no such service yet.
  init(
    _ name: String,
    of resource: ResourceID,
    at address: InterfaceAddress,
    through access: VendorAccess
  ) throws(VendorError) {
    switch address {
    case .render(let service):
      guard let client = try access.render() else { throw Self.closed("Render", "RENDER_API_KEY") }
      guard let id = try client.services(named: [service]).first?.id else {
        throw Self.absent("service '\(service)'", "Render")
      }
      title = "\(name) of \(resource.title) at Render"
      live = { () throws(VendorError) in
        try client.variables(of: id).first { $0.name == name }.map { Live(value: $0.value) }
      }
      set = { client.setVariable(name, to: $0, of: id) }
    case .renderGroup(let group):
      guard let client = try access.render() else { throw Self.closed("Render", "RENDER_API_KEY") }
      guard let id = try client.groups().first(where: { $0.name == group })?.id else {
        throw Self.absent("group '\(group)'", "Render")
      }
      title = "\(name) of group '\(group)' at Render"
      live = { () throws(VendorError) in
        try client.variables(ofGroup: id).first { $0.name == name }.map { Live(value: $0.value) }
      }
      set = { client.setVariable(name, to: $0, ofGroup: id) }
    case .railway(let environment, let service):
      let (client, scope) = try Self.railway(environment, access)
      guard let id = try client.services(in: scope).first(where: { $0.name == service })?.id else {
        throw Self.absent("service '\(service)'", "Railway")
      }
      title = "\(name) of \(resource.title) at Railway"
      live = { () throws(VendorError) in
        try client.variables(of: id, in: scope).first { $0.name == name }
          .map { Live(value: $0.value) }
      }
      set = { client.setVariables([(name, $0)], of: id, in: scope, deploying: false) }
    case .vercel(let project, let environment, let branch):
      guard let client = try access.vercel() else { throw Self.closed("Vercel", "VERCEL_TOKEN") }
      title = "\(name) of \(resource.title) at Vercel"
      live = { () throws(VendorError) in
        let found = try client.variables(of: project).contains {
          $0.name == name && $0.targets.contains(environment) && $0.branch == branch
        }
        return found ? Live(value: nil) : nil
      }
      set = {
        client.setVariable(
          name,
          to: $0,
          of: project,
          targets: [environment],
          branch: branch,
          isSensitive: true
        )
      }
    }
  }

  static func closed(_ vendor: String, _ token: String) -> VendorError {
    VendorError(
      .unauthorized,
      "the shell has no \(token), which opens \(vendor)'s interface",
      help: "export it and run this again, or use the commands that it prints without --apply"
    )
  }

  static func absent(_ what: String, _ vendor: String) -> VendorError {
    VendorError(
      .missing,
      "\(vendor) has no \(what) yet",
      help: "do the steps of SETUP.md that come before the secrets"
    )
  }
}
