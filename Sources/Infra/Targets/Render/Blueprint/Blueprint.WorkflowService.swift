import InfraSerialization

extension Blueprint {
  /// A workflow: tasks that programs start through Render's Workflows library.
  public struct WorkflowService: Codable, Hashable, Sendable {
    /// Always `workflow`.
    public private(set) var type = ServiceType.workflow

    /// The name, which is the identity.
    public var name: String

    /// What builds and runs it: `node` or `python`.
    public var runtime: Runtime

    /// The region.
    ///
    /// Fixed once it exists.
    public var region: Region

    /// The Git repository; by default the one that holds this file.
    public var repo: String?

    /// The branch.
    public var branch: String?

    /// The build command.
    public var buildCommand: String?

    /// The command of the process that runs tasks.
    public var startCommand: String

    /// The directory that commands run in and whose changes cause a build.
    public var rootDir: String?

    /// Which changed paths cause a build.
    public var buildFilter: BuildFilter?

    /// What causes a deploy.
    public var autoDeployTrigger: AutoDeployTrigger?

    /// The variables of every task.
    public var envVars: [Variable] = []

    /// Creates a workflow with what every workflow needs.
    public init(name: String, runtime: Runtime, region: Region, startCommand: String) {
      self.name = name
      self.runtime = runtime
      self.region = region
      self.startCommand = startCommand
    }
  }
}
