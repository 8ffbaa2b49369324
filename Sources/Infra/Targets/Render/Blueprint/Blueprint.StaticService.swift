import InfraSerialization

extension Blueprint {
  /// A static site: files that a build makes and Render's CDN serves.
  public struct StaticService: Codable, Hashable, Sendable {
    /// Always `web`.
    public private(set) var type = ServiceType.web

    /// The name, which is the identity: the name of an existing site adopts that site.
    public var name: String

    /// Always `static`.
    public private(set) var runtime = Runtime.static

    /// The build command.
    public var buildCommand: String?

    /// The directory of the built files; Render requires it, though its schema does not.
    public var staticPublishPath: String?

    /// Copies of this one site for pull requests.
    public var previews: StaticServicePreviews?

    /// The older spelling of `previews.generation: automatic`.
    public var pullRequestPreviewsEnabled: Bool?

    /// Which changed paths cause a build; leaving it out wipes the filter of an existing site.
    public var buildFilter: BuildFilter?

    /// Response headers; those that vanish from here stay on the site.
    public var headers: [Header] = []

    /// Redirects and rewrites, the first that matches wins; vanished ones stay on the site.
    public var routes: [Route] = []

    /// The variables of the build.
    public var envVars: [Variable] = []

    /// The directory that commands run in and whose changes cause a build.
    public var rootDir: String?

    /// The Git repository; by default the one that holds this file.
    public var repo: String?

    /// The branch; where it is set, preview environments build it and not the pull request.
    public var branch: String?

    /// The older spelling of `domains` with one entry.
    public var domain: String?

    /// Its own domains.
    ///
    /// Nil keeps those that an existing site has.
    public var domains: [String]?

    /// The older spelling of `autoDeployTrigger`.
    public var autoDeploy: Bool?

    /// What causes a deploy; a new site deploys at each commit.
    public var autoDeployTrigger: AutoDeployTrigger?

    /// What runs between build and publication.
    public var preDeployCommand: String?

    /// Who may connect; sites of a Scale or Enterprise workspace only.
    public var ipAllowList: [AllowedAddress]?

    /// Whether the `onrender.com` address answers.
    public var renderSubdomainPolicy: Toggle?

    /// Creates a site with what every site needs.
    public init(name: String, staticPublishPath: String?) {
      self.name = name
      self.staticPublishPath = staticPublishPath
    }
  }

  /// A response header of a static site.
  public struct Header: Codable, Hashable, Sendable {
    /// The paths that get it, with `*` for any text.
    public var path: String

    /// The header's name.
    public var name: String

    /// The header's value.
    public var value: String

    /// Creates a header.
    public init(path: String, name: String, value: String) {
      self.path = path
      self.name = name
      self.value = value
    }
  }

  /// A redirect or a rewrite of a static site.
  public struct Route: Codable, Hashable, Sendable {
    /// Whether the browser is sent on (301) or gets other content.
    public var type: RouteType

    /// The paths that it answers.
    public var source: String

    /// Where it leads.
    public var destination: String

    /// Creates a route.
    public init(type: RouteType, source: String, destination: String) {
      self.type = type
      self.source = source
      self.destination = destination
    }
  }
}
