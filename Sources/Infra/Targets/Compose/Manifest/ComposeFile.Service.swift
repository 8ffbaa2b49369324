public import InfraSerialization

extension ComposeFile {
  /// A service: the containers of one image, run alike.
  ///
  /// It needs an image, a build or a provider, which the schema does not ask for and Compose does.
  public struct Service: Sendable, Equatable, Codable {
    /// OCI annotations of the containers.
    public var annotations: ComposePairs?
    /// Whether `up` shows the logs.
    public var attach: ComposeSetting<Bool>?
    /// How the image is built: the context's path, or all of it.
    public var build: Either<ComposeText, Build>?
    /// Limits of block devices.
    public var blkioConfig: BlockIO?
    /// How many processors it may use, on Windows.
    public var cpuCount: ComposeSetting<Int>?
    /// Which share of the processors it may use, on Windows.
    public var cpuPercent: ComposeSetting<Int>?
    /// Its weight against other containers.
    public var cpuShares: ComposeSetting<Double>?
    /// The scheduler's period in microseconds.
    public var cpuPeriod: ComposeSetting<Double>?
    /// The processor time within one period, in microseconds.
    public var cpuQuota: ComposeSetting<Double>?
    /// The real-time share of a period.
    public var cpuRtRuntime: ComposeSetting<Double>?
    /// The real-time period.
    public var cpuRtPeriod: ComposeSetting<Double>?
    /// How many processors it may use; must agree with `deploy.resources`.
    public var cpus: ComposeSetting<Double>?
    /// The processors it may run on, such as `0-3`.
    public var cpuset: ComposeText?
    /// Kernel capabilities to add.
    public var capAdd: [ComposeText]?
    /// Kernel capabilities to take away.
    public var capDrop: [ComposeText]?
    /// Whose cgroup namespace it joins.
    public var cgroup: CgroupNamespace?
    /// The parent cgroup.
    public var cgroupParent: ComposeText?
    /// The command in place of the image's own.
    public var command: Command?
    /// The configs that it may read.
    public var configs: [Either<ComposeText, Grant>]?
    /// A fixed container name, which forbids a second instance and a second project.
    public var containerName: ComposeText?
    /// Credentials of a managed service account, on Windows.
    public var credentialSpec: CredentialSpec?
    /// What must have started before it.
    public var dependsOn: Either<OrderedMap<Dependency>, [ComposeText]>?
    /// How many instances run and what they may use.
    public var deploy: Deploy?
    /// What `docker compose watch` does on a change.
    public var develop: Develop?
    /// Rules for devices that do not exist yet.
    public var deviceCgroupRules: [ComposeText]?
    /// Devices of the host.
    public var devices: [Either<ComposeText, DeviceMapping>]?
    /// Name servers.
    public var dns: TextOrList?
    /// Options of the resolver.
    public var dnsOpt: [ComposeText]?
    /// Search domains.
    public var dnsSearch: TextOrList?
    /// The domain name of the container.
    public var domainname: ComposeText?
    /// The entry point in place of the image's own; the image's command is dropped with it.
    public var entrypoint: Command?
    /// Files with variables; later ones win.
    public var envFile: Either<ComposeText, [Either<ComposeText, EnvFile>]>?
    /// The variables; they win over those from files.
    public var environment: ComposePairs?
    /// Ports that other services may know of; nothing is published.
    public var expose: [ComposeSetting<Double>]?
    /// The service whose definition it takes over.
    public var extends: Either<ComposeText, Extends>?
    /// Containers outside this project.
    public var externalLinks: [ComposeText]?
    /// Entries for `/etc/hosts`.
    public var extraHosts: Either<OrderedMap<TextOrList>, [ComposeText]>?
    /// Graphics processors.
    public var gpus: Either<ComposeText, [Device]>?
    /// Groups that its user joins.
    public var groupAdd: [ComposeSetting<Double>]?
    /// How Compose finds out that it is well.
    public var healthcheck: Healthcheck?
    /// The host name inside the container.
    public var hostname: ComposeText?
    /// The image.
    public var image: ComposeText?
    /// Whether a small init process reaps zombies and passes signals on.
    public var initProcess: ComposeSetting<Bool>?
    /// The IPC namespace.
    public var ipc: ComposeText?
    /// The isolation technology.
    public var isolation: ComposeText?
    /// Labels of the containers.
    public var labels: ComposePairs?
    /// Files with labels.
    public var labelFile: TextOrList?
    /// Old-style links to other services.
    public var links: [ComposeText]?
    /// Where logs go.
    public var logging: Logging?
    /// The hardware address.
    public var macAddress: ComposeText?
    /// The most memory it may use; must agree with `deploy.resources`.
    public var memLimit: ComposeSetting<Double>?
    /// The memory kept for it.
    public var memReservation: ComposeSetting<Int>?
    /// How readily the kernel swaps it out, from 0 to 100.
    public var memSwappiness: ComposeSetting<Int>?
    /// The most memory and swap it may use.
    public var memswapLimit: ComposeSetting<Double>?
    /// The AI models that it calls.
    public var models: Either<OrderedMap<ModelBinding?>, [ComposeText]>?
    /// A network that is not the project's, which excludes `networks`.
    public var networkMode: ComposeText?
    /// The networks that it joins.
    public var networks: Either<OrderedMap<NetworkAttachment?>, [ComposeText]>?
    /// Whether the kernel spares it when memory runs out.
    public var oomKillDisable: ComposeSetting<Bool>?
    /// How readily the kernel kills it when memory runs out, from -1000 to 1000.
    public var oomScoreAdj: ComposeSetting<Int>?
    /// The process namespace.
    public var pid: ComposeText?
    /// The most processes it may have.
    public var pidsLimit: ComposeSetting<Double>?
    /// The platform to run on, such as `linux/amd64`.
    public var platform: ComposeText?
    /// The ports that the host publishes.
    public var ports: [Either<ComposeSetting<Double>, Port>]?
    /// Commands that run inside each container after it started.
    public var postStart: [Hook]?
    /// Containers that must finish before it starts (Compose 5.3.0).
    public var preStart: [PreStartHook]?
    /// Commands that run inside each container before it is stopped.
    public var preStop: [Hook]?
    /// Whether it has all rights of the host.
    public var privileged: ComposeSetting<Bool>?
    /// The profiles that it belongs to; without one it always runs.
    public var profiles: [ComposeText]?
    /// The program that provides it in place of a container.
    public var provider: Provider?
    /// When the image is pulled or built.
    public var pullPolicy: PullPolicy?
    /// After how long an image is pulled again.
    public var pullRefreshAfter: ComposeText?
    /// Whether its own file system is read-only.
    public var readOnly: ComposeSetting<Bool>?
    /// When the engine starts it again.
    public var restart: RestartPolicy?
    /// The OCI runtime.
    public var runtime: ComposeText?
    /// How many instances run; must agree with `deploy.replicas`.
    public var scale: ComposeSetting<Int>?
    /// The secrets that it may read.
    public var secrets: [Either<ComposeText, Grant>]?
    /// Security options, such as `no-new-privileges:true`.
    public var securityOpt: [ComposeText]?
    /// The size of `/dev/shm`.
    public var shmSize: ComposeSetting<Double>?
    /// Whether its standard input stays open.
    public var stdinOpen: ComposeSetting<Bool>?
    /// How long it may take to stop.
    public var stopGracePeriod: ComposeText?
    /// The signal that stops it.
    public var stopSignal: ComposeText?
    /// Options of the storage driver.
    public var storageOpt: OrderedMap<AnyValue>?
    /// Kernel parameters.
    public var sysctls: ComposePairs?
    /// Paths that live in memory.
    public var tmpfs: TextOrList?
    /// Whether it has a terminal.
    public var tty: ComposeSetting<Bool>?
    /// Limits of the process.
    public var ulimits: OrderedMap<Either<ComposeSetting<Int>, Ulimit>>?
    /// Whether it may talk to the engine's own socket.
    public var useAPISocket: Bool?
    /// The user, by name or number.
    public var user: ComposeText?
    /// The user namespace.
    public var usernsMode: ComposeText?
    /// The UTS namespace.
    public var uts: ComposeText?
    /// What is mounted.
    public var volumes: [Either<ComposeText, Mount>]?
    /// Services or containers whose mounts it shares.
    public var volumesFrom: [ComposeText]?
    /// The working directory.
    public var workingDir: ComposeText?
    /// Entries that start with `x-`.
    public var extensions: Extensions = [:]

    /// Creates a service without any field.
    public init() {}
  }
}
