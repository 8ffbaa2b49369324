public import InfraContract

/// A platform with its options, as a deployment names it.
///
/// A platform is a folder of its own with a type that conforms, its manifest, its mapping and its
/// rules. Nothing else knows it.
public protocol Target: Sendable {
  /// The platform.
  var platform: Platform { get }

  /// What it hosts: the resources named, or nil for all that no other target of the deployment names.
  var hosting: [ResourceID]? { get }

  /// The kinds of resource that the platform can host at all.
  var hostableKinds: Set<ResourceKind> { get }

  /// Whether it puts resources under their own domain names.
  ///
  /// True unless a platform says otherwise, as one for a developer's machine does.
  var servesDomains: Bool { get }

  /// Where the author chose it; nil where the word alone is written, such as `.railway`, and the
  /// deployment's line stands for it.
  var site: CallSite? { get }

  /// The rules that are raised or silenced for everything it hosts.
  var rules: [RuleException] { get }

  /// Every rule that the platform's findings can come from.
  static var catalog: [Rule] { get }

  /// The rules about changes, which compare what `Emission.entries` says at two revisions.
  static var changes: [ChangeRule] { get }

  /// The files, steps and findings for what it hosts. Pure: it touches no disk, clock or network.
  func emit(_ part: HostedPart) -> Emission

  /// What becomes of each variable of a resource that it hosts, in the manifest's order, after the
  /// author's changes. Pure, as `emit` is.
  func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery]

  /// The same target without what the author changes in its manifests by hand.
  var unedited: any Target { get }

  /// The lines at which the author changes by hand what a resource becomes, in their order. Pure, as
  /// `emit` is.
  func editSites(_ part: HostedPart, of resource: ResourceID) -> [CallSite]

  /// How a person changes a secret in the places that keep it, up to the point where processes run
  /// with it; nil where the platform keeps none of them. Pure, as `emit` is.
  func procedure(_ part: HostedPart, to change: SecretChange, in places: [SecretPlace])
    -> Procedure?
}

extension Target {
  /// A target that says nothing about single variables.
  public func deliveries(_ part: HostedPart, to resource: ResourceID) -> [Delivery] { [] }

  /// A target whose manifests nobody edits.
  public var unedited: any Target { self }

  /// A target whose manifests nobody edits.
  public func editSites(_ part: HostedPart, of resource: ResourceID) -> [CallSite] { [] }

  /// A target that keeps no secrets.
  public func procedure(
    _ part: HostedPart,
    to change: SecretChange,
    in places: [SecretPlace]
  ) -> Procedure? { nil }

  /// Nearly all platforms put resources under their own domain names.
  public var servesDomains: Bool { true }

  /// A platform on which everything can be changed at any time has none.
  public static var changes: [ChangeRule] { [] }
}

/// A platform's name in file paths and codes, and in sentences.
public struct Platform: Sendable, Hashable {
  /// The name in paths and rule codes, such as `render`.
  public let name: String

  /// The name in sentences, such as `Render`.
  public let title: String

  /// Names a platform.
  public init(_ name: String, title: String) {
    self.name = name
    self.title = title
  }
}

/// What a target makes of what it hosts.
public struct Emission: Sendable {
  /// The files.
  public var files: [GeneratedFile] = []

  /// Files that are still being written, of a description so large that it is worth a thread.
  package var writing: Concurrent<Written>?

  /// The steps that no file can express.
  public var steps: [SetupStep] = []

  /// The branch whose pushes it deploys; nil where none does.
  public var branch: DeployedBranch?

  /// What the platform's rules found.
  public var findings = Findings()

  /// Where each secret's value will be kept.
  public var stores: [SecretStore] = []

  /// The file with a developer's own values that the files read; nil where they read none.
  package var environmentFile: EnvironmentFile?

  /// What the manifests say that cannot simply be changed later.
  public var entries: [RecordedEntry] = []

  /// The files that must not lie beside those that it writes.
  public var rivals: [RivalFile] = []

  /// Starts without anything.
  public init() {}

  /// Files that were written last, and why others could not be.
  package struct Written: Sendable {
    package var files: [GeneratedFile] = []
    package var findings = Findings()

    package init() {}
  }
}

/// A file that `infra` writes.
public struct GeneratedFile: Sendable, Hashable {
  /// The path from the repository's root, with `/`.
  public let path: String

  /// The whole content.
  public let contents: String

  /// The line that asked for it.
  public let site: CallSite

  /// What has to be told of another place of it, such as `the Blueprint's path at Render`; nil for a
  /// file that nothing finds by its path, or only by the paths of other generated files.
  public let reader: String?

  /// Creates a file.
  public init(path: String, contents: String, site: CallSite, reader: String? = nil) {
    self.path = path
    self.contents = contents
    self.site = site
    self.reader = reader
  }
}

/// A file that a platform would read in place of a generated one, or refuse beside it.
///
/// A target touches no disk: whoever does looks for it.
public struct RivalFile: Sendable, Hashable {
  /// The path from the repository's root, with `/`.
  public let path: String

  /// The rule that it breaks by being there; it needs `.disk`.
  public let rule: Rule

  /// What is wrong then.
  public let message: String

  /// One way to mend it.
  public let help: String

  /// The line that asked for the generated file.
  public let site: CallSite

  /// The resource that it is about.
  public let resource: ResourceID?

  /// Names a file that must not be there.
  public init(
    _ path: String,
    _ rule: Rule,
    _ message: String,
    help: String,
    at site: CallSite,
    about resource: ResourceID?
  ) {
    self.path = path
    self.rule = rule
    self.message = message
    self.help = help
    self.site = site
    self.resource = resource
  }
}

/// The place where a platform keeps a secret's value.
///
/// Two environments that draw one secret from one place are not kept apart.
public struct SecretStore: Sendable, Hashable {
  /// The place, such as `Vercel project 'frontend', production`, unique over all platforms.
  public let place: String

  /// The secret.
  public let secret: Secret

  /// The line that makes the secret be kept there.
  public let site: CallSite

  /// Says where a secret is kept.
  public init(_ secret: Secret, in place: String, site: CallSite) {
    self.secret = secret
    self.place = place
    self.site = site
  }
}
