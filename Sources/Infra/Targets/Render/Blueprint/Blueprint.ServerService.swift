import InfraSerialization

extension Blueprint {
  /// A web service, a private service or a background worker.
  public struct ServerService: Codable, Hashable, Sendable {
    /// What it is: `web`, `pserv` or `worker`.
    ///
    /// Fixed once it exists.
    public var type: ServiceType

    /// The name, which is the identity: the name of an existing service adopts that service.
    public var name: String

    /// The region, `oregon` by default.
    ///
    /// Fixed once it exists.
    public var region: Region?

    /// The compute plan; new services get `0.5c-512mb`, existing ones keep theirs.
    public var plan: ServerPlan?

    /// What builds and runs it; required unless `buildSource` is set.
    public var runtime: Runtime?

    /// The name of a build source, which replaces every field that says what to build.
    public var buildSource: String?

    /// The Git repository; by default the one that holds this file.
    public var repo: String?

    /// The branch; where it is set, preview environments build it and not the pull request.
    public var branch: String?

    /// The prebuilt image, with `runtime: image`.
    public var image: Image?

    /// The directory that commands run in and whose changes cause a build.
    public var rootDir: String?

    /// The command of the container; by default the image's own.
    public var dockerCommand: String?

    /// The directory that is sent to the builder, from the repository's root.
    public var dockerContext: String?

    /// The Dockerfile, from the repository's root; `./Dockerfile` by default.
    public var dockerfilePath: String?

    /// How many instances run where `scaling` is not set.
    public var numInstances: Int?

    /// The path that must answer before a deploy takes traffic; web services only.
    public var healthCheckPath: String?

    /// How instances follow the load; needs a Pro workspace.
    public var scaling: Scaling?

    /// The build command; required for native runtimes.
    public var buildCommand: String?

    /// The start command; required for native runtimes.
    public var startCommand: String?

    /// What runs between build and traffic, without the disk; its failure cancels the deploy.
    public var preDeployCommand: String?

    /// The credential for private base images of a Dockerfile.
    public var registryCredential: RegistryCredential?

    /// The older spelling of `domains` with one entry.
    public var domain: String?

    /// Its own domains; web services only.
    ///
    /// Nil keeps those that an existing service has.
    public var domains: [String]?

    /// The variables; those that vanish from here stay on the service.
    public var envVars: [Variable] = []

    /// The older spelling of `autoDeployTrigger`.
    public var autoDeploy: Bool?

    /// What causes a deploy; a new service deploys at each commit.
    public var autoDeployTrigger: AutoDeployTrigger?

    /// What runs once, after the first successful deploy.
    public var initialDeployHook: String?

    /// A disk, which allows one instance only.
    public var disk: Disk?

    /// Which changed paths cause a build; leaving it out wipes the filter of an existing service.
    public var buildFilter: BuildFilter?

    /// Copies of this one service for pull requests, and its size in preview environments.
    public var previews: ServicePreviews?

    /// The older spelling of `previews.generation: automatic`.
    public var pullRequestPreviewsEnabled: Bool?

    /// The older spelling of `previews.plan`.
    public var previewPlan: ServerPlan?

    /// A page in place of the service; paid web services only.
    public var maintenanceMode: MaintenanceMode?

    /// The seconds between SIGTERM and SIGKILL, 1 to 300; 30 by default.
    public var maxShutdownDelaySeconds: Int?

    /// Who may connect from outside; web services of a Scale or Enterprise workspace only.
    public var ipAllowList: [AllowedAddress]?

    /// Whether the `onrender.com` address answers; web services only.
    public var renderSubdomainPolicy: Toggle?

    /// Creates a service with what every service needs.
    public init(type: ServiceType, name: String, runtime: Runtime?) {
      self.type = type
      self.name = name
      self.runtime = runtime
    }
  }
}
