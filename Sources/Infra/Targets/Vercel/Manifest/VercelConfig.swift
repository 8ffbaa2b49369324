public import InfraSerialization

/// A `vercel.json`, complete, in the order of Vercel's schema.
///
/// One file serves production, previews and development. What it does not mention is taken from the
/// project's settings, and `.null` asks Vercel to detect it. Keys that only Vercel's own projects
/// use are said to be private
/// (vercel.com/docs/project-configuration/vercel-json, 2026-08-25).
public struct VercelConfig: Codable, Hashable, Sendable {
  /// The schema that editors complete from; Vercel ignores it.
  public var schema: String?

  // MARK: Legacy

  /// Names given to a production deployment once it is ready.
  ///
  /// Legacy: domains belong to the project.
  public var alias: Either<String, [String]>?
  /// The variables of builds.
  ///
  /// Deprecated: they belong to the project.
  public var build: Build?
  /// Builders by source file.
  ///
  /// Legacy: it switches all build settings of the project off.
  public var builds: [Builder]?

  /// Whether `.html` and function extensions are dropped from addresses, with a redirect to the
  /// bare path; false where it is absent.
  public var cleanUrls: Bool?
  /// The variables of deployments.
  ///
  /// Deprecated: they belong to the project.
  public var env: OrderedMap<String>?

  // MARK: Functions

  /// The older name of ``functionFailoverRegions``.
  public var passiveRegions: [VercelRegion]?
  /// Regions that take over when the functions' own fail; Enterprise only, at most four.
  public var functionFailoverRegions: [VercelRegion]?
  /// Settings of functions, by a glob that must match a function's source.
  public var functions: OrderedMap<Function>?

  // MARK: Git

  /// Which pushes are deployed.
  public var git: Git?
  /// Settings of the GitHub integration; most have moved to ``git`` and the dashboard.
  public var github: GitHub?

  // MARK: Routing

  /// Response headers.
  public var headers: [HeaderRule]?
  /// How images are optimised.
  public var images: Images?
  /// The project's name.
  ///
  /// Legacy: `vercel link` knows it.
  public var name: String?
  /// Redirects; they come before rewrites, and the first that matches wins.
  public var redirects: [Redirect]?
  /// A CSV, JSON or JSONL file of redirects without wildcards, for more than 2,048 of them.
  public var bulkRedirectsPath: Nullable<String>?
  /// Where functions run; Washington where it is absent, and one region only on Hobby.
  public var regions: [VercelRegion]?
  /// Rewrites; they come after files, and the first that matches wins.
  public var rewrites: [Rewrite]?
  /// Low-level routes, which exclude rewrites, redirects, headers, `cleanUrls` and `trailingSlash`.
  public var routes: [Route]?
  /// The team or user under which the command line deploys.
  ///
  /// Private.
  public var scope: String?
  /// Whether every path ends in a slash, or none does; both are served where it is absent.
  public var trailingSlash: Bool?
  /// The version of the platform, 2.
  ///
  /// Legacy.
  public var version: Int?
  /// Values for wildcard domains.
  ///
  /// Private.
  public var wildcard: [Wildcard]?

  // MARK: Build

  /// The build command, of at most 256 characters.
  public var buildCommand: Nullable<String>?
  /// The command that decides whether to build: exit 1 builds, exit 0 skips.
  ///
  /// At most 256 characters.
  public var ignoreCommand: Nullable<String>?
  /// What `vercel dev` runs, of at most 256 characters.
  public var devCommand: Nullable<String>?
  /// The framework whose defaults hold; `.null` is the dashboard's "Other".
  public var framework: Nullable<VercelFramework>?
  /// The install command, of at most 256 characters; an empty one skips the step.
  public var installCommand: Nullable<String>?
  /// The directory of built files, from the project's root directory.
  public var outputDirectory: Nullable<String>?

  // MARK: More

  /// Calls of paths by time, in production only; ``schedules`` is what came after.
  public var crons: [Cron]?
  /// Projects whose addresses functions learn at run time; at most ten identifiers.
  public var relatedProjects: [String]?
  /// Whether functions share instances; on for projects made since 2025-04-23.
  public var fluid: Nullable<Bool>?
  /// Makes functions and middleware run on Bun; `1.x` is the documented value.
  public var bunVersion: String?
  /// An older model of ``services``.
  ///
  /// Private.
  public var experimentalServices: OrderedMap<ExperimentalService>?
  /// Names for sets of ``experimentalServices``.
  ///
  /// Private.
  public var experimentalServiceGroups: OrderedMap<[String]>?
  /// Frontends and backends that are built apart and deployed together, on one domain.
  public var services: OrderedMap<Service>?
  /// The deprecated name of ``services``.
  public var experimentalServicesV2: OrderedMap<Service>?
  /// Code that runs before routing.
  public var proxy: Proxy?
  /// Calls by time, by name, in every kind of environment; public beta.
  public var schedules: OrderedMap<Schedule>?

  /// Creates a file that leaves all to the project's settings.
  public init() {}
}

extension VercelConfig {
  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case alias, build, builds, cleanUrls, env
    case passiveRegions, functionFailoverRegions, functions
    case git, github
    case headers, images, name, redirects, bulkRedirectsPath, regions, rewrites, routes
    case scope, trailingSlash, version, wildcard
    case buildCommand, ignoreCommand, devCommand, framework, installCommand, outputDirectory
    case crons, relatedProjects, fluid, bunVersion
    case experimentalServices, experimentalServiceGroups, services, experimentalServicesV2
    case proxy, schedules
  }
}
