public import InfraContract

/// An application with what differs in one environment, and where it is deployed.
public struct Environment: Sendable {
  /// The name, such as `prod`.
  public let name: String

  /// The application as it is in this environment.
  public let application: Application

  /// The complete ways to host it; several are alternatives.
  public let deployments: [Deployment]

  /// Where it was declared.
  public let site: CallSite

  /// Describes an environment with one deployment, whose targets together host everything.
  public init(
    _ name: String,
    _ application: Application,
    on targets: any Target...,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.application = application
    self.site = CallSite(file: file, line: line)
    self.deployments = [Deployment("main", targets: targets, site: site)]
  }

  /// Describes an environment with several deployments, which are alternatives.
  public init(
    _ name: String,
    _ application: Application,
    deployments: [Deployment],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.application = application
    self.deployments = deployments
    self.site = CallSite(file: file, line: line)
  }
}

/// One complete way to host an environment: targets that together host every resource exactly once.
public struct Deployment: Sendable {
  /// The name, such as `main`.
  public let name: String

  /// The targets.
  public let targets: [any Target]

  /// Where it was declared.
  public let site: CallSite

  /// Names a way to host an environment.
  public init(
    _ name: String,
    on targets: any Target...,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.init(name, targets: targets, site: CallSite(file: file, line: line))
  }

  init(_ name: String, targets: [any Target], site: CallSite) {
    self.name = name
    self.targets = targets
    self.site = site
  }

  /// The line that chose a target.
  package func site(of target: any Target) -> CallSite { target.site ?? site }
}
