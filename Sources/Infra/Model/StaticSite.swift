public import InfraContract

/// Files that a build makes and a platform serves.
public struct StaticSite: Configured {
  /// The name: lower-case letters, digits and hyphens.
  public let name: String

  /// The directory of its source, from the repository's root.
  public var directory: String

  /// The runtime that its build needs.
  public var runtime: Runtime

  /// The build command, run inside the directory; nil when the files are served as they are.
  public var build: Command?

  /// The directory of the built files, inside `directory`; nil where the framework has its own.
  public var output: String?

  /// The process that serves it where a platform runs sites as processes; nil for plain files.
  ///
  /// Frameworks with server rendering need it (`npm start`). Vercel knows how to serve them and
  /// ignores it.
  public var serve: SiteServer?

  /// How it is served on a developer's machine; its start command is told the port by PORT.
  public var dev: DevCommands?

  /// Its own domain names; the first one is the canonical one.
  public var domains: [Domain]

  /// Redirects; the first that matches wins.
  public var redirects: [Redirect]

  /// Rewrites; they come after redirects and existing files, and the first that matches wins.
  public var rewrites: [Rewrite]

  /// Response headers.
  public var headers: [ResponseHeader]

  /// The address ranges that may reach it from outside; empty for all.
  public var allowedAddresses: [AddressRange]

  /// The variables of its build.
  ///
  /// They end up in public files: never a secret.
  public var variables: Variables

  /// The shared variables that its build reads besides its own.
  public var shared: [SharedVariables]

  /// Which changed paths cause a new build; nil for all.
  public var watching: WatchPaths?

  /// The rules that are raised or silenced here.
  public var rules: [RuleException]

  /// Where it was declared.
  public let site: CallSite

  /// Declares a static site.
  public init(
    _ name: String,
    directory: String,
    runtime: Runtime = .node,
    build: Command? = nil,
    output: String? = "dist",
    serve: SiteServer? = nil,
    dev: DevCommands? = nil,
    domains: [Domain] = [],
    redirects: [Redirect] = [],
    rewrites: [Rewrite] = [],
    headers: [ResponseHeader] = [],
    allowedAddresses: [AddressRange] = [],
    variables: Variables = [:],
    shared: [SharedVariables] = [],
    watching: WatchPaths? = nil,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.name = name
    self.directory = directory
    self.runtime = runtime
    self.build = build
    self.output = output
    self.serve = serve
    self.dev = dev
    self.domains = domains
    self.redirects = redirects
    self.rewrites = rewrites
    self.headers = headers
    self.allowedAddresses = allowedAddresses
    self.variables = variables
    self.shared = shared
    self.watching = watching
    self.rules = rules
    self.site = CallSite(file: file, line: line)
  }

  /// The identity.
  public var id: ResourceID { ResourceID(.site, name) }
}

extension StaticSite: OriginReferring {
  /// The public web origin, such as `https://app.example.com`.
  public var origin: WebOrigin {
    WebOrigin(Value([.reference(Reference(.site, name, .origin))]))
  }

  /// The public host name without scheme.
  public var publicHost: Value { Value([.reference(Reference(.site, name, .publicHost))]) }
}

/// A process that serves a site by itself.
public struct SiteServer: Sendable, Hashable {
  /// The command, run inside the site's directory.
  public var command: Command

  /// The port that it listens on; the program is told by PORT.
  public var port: Port

  /// Names the command and the port.
  public init(_ command: Command, port: Port) {
    self.command = command
    self.port = port
  }
}
