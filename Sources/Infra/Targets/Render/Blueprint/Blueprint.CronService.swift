import InfraSerialization

extension Blueprint {
  /// A cron job: a command that runs on a schedule, one run at a time.
  public struct CronService: Codable, Hashable, Sendable {
    /// Always `cron`.
    public private(set) var type = ServiceType.cron

    /// The name, which is the identity: the name of an existing job adopts that job.
    public var name: String

    /// The region, `oregon` by default.
    ///
    /// Fixed once it exists.
    public var region: Region?

    /// The compute plan; new jobs get `0.5c-512mb`, existing ones keep theirs.
    public var plan: CronPlan?

    /// What builds and runs it.
    public var runtime: Runtime

    /// When it runs: five crontab fields, in UTC.
    public var schedule: String

    /// The build command; required for native runtimes.
    public var buildCommand: String?

    /// The command of a run; required for native runtimes.
    public var startCommand: String?

    /// The command of the container; by default the image's own.
    public var dockerCommand: String?

    /// The Dockerfile, from the repository's root; `./Dockerfile` by default.
    public var dockerfilePath: String?

    /// The directory that is sent to the builder, from the repository's root.
    public var dockerContext: String?

    /// The credential for private base images of a Dockerfile.
    public var registryCredential: RegistryCredential?

    /// The Git repository; by default the one that holds this file.
    public var repo: String?

    /// The branch; where it is set, preview environments build it and not the pull request.
    public var branch: String?

    /// The prebuilt image, with `runtime: image`.
    public var image: Image?

    /// The variables; those that vanish from here stay on the job.
    public var envVars: [Variable] = []

    /// Which changed paths cause a build; leaving it out wipes the filter of an existing job.
    public var buildFilter: BuildFilter?

    /// The directory that commands run in and whose changes cause a build.
    public var rootDir: String?

    /// The older spelling of `autoDeployTrigger`.
    public var autoDeploy: Bool?

    /// What causes a deploy; a new job deploys at each commit.
    public var autoDeployTrigger: AutoDeployTrigger?

    /// What runs after the build; its failure cancels the deploy.
    public var preDeployCommand: String?

    /// Creates a job with what every job needs.
    public init(name: String, runtime: Runtime, schedule: String) {
      self.name = name
      self.runtime = runtime
      self.schedule = schedule
    }
  }
}
