import InfraKit

extension Context {
  /// The environment of a name.
  func environment(_ name: String) throws -> Environment {
    guard let found = environments.first(where: { $0.name == name }) else {
      throw Failure.usage(
        "there is no environment '\(name)'",
        help: Suggestion.text(for: name, among: environments.map(\.name), called: "environments")
      )
    }
    return found
  }
}

extension Environment {
  /// The deployment of a name, or all of them.
  func deployments(_ name: String?) throws -> [Deployment] {
    guard let name else { return deployments }
    let found = deployments.filter { $0.name == name }
    if found.isEmpty {
      throw Failure.usage(
        "environment '\(self.name)' has no deployment '\(name)'",
        help: Suggestion.text(for: name, among: deployments.map(\.name), called: "deployments")
      )
    }
    return found
  }
}
