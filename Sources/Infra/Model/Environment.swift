public import InfraContract

/// An application with what differs in one environment, and where it is deployed.
public struct Environment: Sendable {
  /// The name, such as `prod`.
  public let name: String

  /// The application as it is in this environment.
  public let application: Application

  /// How pull requests get an environment of their own; nil leaves it to the platform.
  public let previews: Previews?

  /// Whether only administrators of the platform may change what is in it.
  public let isProtected: Bool

  /// Whether no other environment reaches it over a private network.
  public let isIsolated: Bool

  /// The complete ways to host it; several are alternatives.
  public let deployments: [Deployment]

  /// Where it was declared.
  public let site: CallSite

  /// Describes an environment with one deployment, whose targets together host everything.
  ///
  /// - Parameters:
  ///   - name: The name, such as `prod`.
  ///   - application: The application as it is in this environment.
  ///   - previews: How pull requests get an environment of their own; nil leaves it to the platform.
  ///   - isProtected: Whether only administrators of the platform may change it.
  ///   - isIsolated: Whether no other environment reaches it over a private network.
  ///   - targets: The platforms that together host everything.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  public init(
    _ name: String,
    _ application: Application,
    previews: Previews? = nil,
    isProtected: Bool = false,
    isIsolated: Bool = false,
    on targets: any Target...,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.application = application
    self.previews = previews
    self.isProtected = isProtected
    self.isIsolated = isIsolated
    self.site = CallSite(file: file, line: line)
    self.deployments = [Deployment("main", nil, targets: targets, site: site)]
  }

  /// Describes an environment with several deployments, which are alternatives.
  ///
  /// - Parameters:
  ///   - name: The name, such as `prod`.
  ///   - application: The application as it is in this environment.
  ///   - previews: How pull requests get an environment of their own; nil leaves it to the platform.
  ///   - isProtected: Whether only administrators of the platform may change it.
  ///   - isIsolated: Whether no other environment reaches it over a private network.
  ///   - deployments: The complete ways to host it.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  public init(
    _ name: String,
    _ application: Application,
    previews: Previews? = nil,
    isProtected: Bool = false,
    isIsolated: Bool = false,
    deployments: [Deployment],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.application = application
    self.previews = previews
    self.isProtected = isProtected
    self.isIsolated = isIsolated
    self.deployments = deployments
    self.site = CallSite(file: file, line: line)
  }

  private init(_ environment: Environment, _ application: Application) {
    name = environment.name
    self.application = application
    previews = environment.previews
    isProtected = environment.isProtected
    isIsolated = environment.isIsolated
    deployments = environment.deployments
    site = environment.site
  }

  /// The environment with the application that a deployment hosts.
  package func seen(from deployment: Deployment) -> Environment {
    deployment.application.map { Environment(self, $0) } ?? self
  }

  /// The environment with each application that is deployed: its own where any deployment has none,
  /// and those of deployments.
  package var variants: [Environment] {
    let own = deployments.compactMap(\.application).map { Environment(self, $0) }
    return own.count == deployments.count && !own.isEmpty ? own : [self] + own
  }

  /// Whether so much is described that a second thread is worth its start.
  package var isLarge: Bool { variants.contains { $0.application.count >= 64 } }
}

/// One complete way to host an environment: targets that together host every resource exactly once.
public struct Deployment: Sendable {
  /// The name, such as `main`.
  public let name: String

  /// The targets.
  public let targets: [any Target]

  /// The application as it is hosted this way; nil for the environment's.
  public let application: Application?

  /// Where it was declared.
  public let site: CallSite

  /// Names a way to host an environment.
  public init(
    _ name: String,
    on targets: any Target...,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(name, nil, targets: targets, site: CallSite(file: file, line: line))
  }

  /// Names a way to host an environment whose application is not quite the same there, such as one
  /// without what its platform has not.
  public init(
    _ name: String,
    _ application: Application,
    on targets: any Target...,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(name, application, targets: targets, site: CallSite(file: file, line: line))
  }

  init(_ name: String, _ application: Application?, targets: [any Target], site: CallSite) {
    self.name = name
    self.application = application
    self.targets = targets
    self.site = site
  }

  /// The line that chose a target.
  package func site(of target: any Target) -> CallSite { target.site ?? site }
}
