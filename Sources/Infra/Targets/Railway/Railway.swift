public import InfraContract
public import InfraKit

/// Railway, with what only Railway needs to know.
///
/// It writes the project as `railway.ts` for `railway config apply`, one file for each environment,
/// and on request a `railway.json` for each service that still reads one.
public struct Railway: Target {
  /// The region that everything runs in; nil for the workspace's preferred one.
  let region: RailwayRegion?

  /// The repository on GitHub that is deployed, as `owner/name`; nil for `railway up`.
  let repository: String?

  /// The branch whose pushes are deployed; nil for `main`.
  let branch: String?

  /// The place of `railway.ts`; nil for the default one.
  let path: String?

  /// Whether each service gets a `railway.json` besides.
  let legacyFiles: Bool

  /// What the author changes by hand.
  var edit: @Sendable (inout RailwayEdits) -> Void

  /// What it hosts; nil for all that no other target of the deployment names.
  public let hosting: [ResourceID]?

  /// The rules that are raised or silenced for everything it hosts.
  public let rules: [RuleException]

  /// Where the author chose it; nil for the word alone.
  public let site: CallSite?

  /// The platform.
  public var platform: Platform { Self.platform }

  /// Everything that an application can list.
  public var hostableKinds: Set<ResourceKind> { Set(ResourceKind.allCases) }

  /// Every rule that Railway's findings can come from.
  public static var catalog: [Rule] { RailwayRules.catalog }

  /// What Railway does when something changes.
  public static var changes: [ChangeRule] { RailwayRules.changes }

  static let platform = Platform("railway", title: "Railway")

  /// The files, steps and findings for what it hosts.
  public func emit(_ part: HostedPart) -> Emission {
    var mapping = RailwayMapping(part, self)
    mapping.mapEverything()
    let project = mapping.finished()
    return project.emission
  }
}

extension Target where Self == Railway {
  /// Railway for all that no other target names, with every option at its default.
  public static var railway: Railway {
    Railway(
      region: nil,
      repository: nil,
      branch: nil,
      path: nil,
      legacyFiles: false,
      edit: { _ in },
      hosting: nil,
      rules: [],
      site: nil
    )
  }

  /// Railway.
  ///
  /// - Parameters:
  ///   - region: The region that everything runs in; nil for the workspace's preferred one.
  ///   - repository: The repository on GitHub, as `owner/name`, whose pushes are deployed. Without
  ///     one, each deploy is a `railway up`.
  ///   - branch: The branch of that repository; nil for `main`.
  ///   - path: Where `railway.ts` lies, from the root; nil for `generated/ENV/railway.ts`.
  ///   - legacyFiles: Whether each service gets a `railway.json` too. Railway reads it until
  ///     2026-12-01, and for services that have one already only.
  ///   - hosting: What it hosts; nothing for all that no other target names.
  ///   - rules: Rules that are raised or silenced for everything it hosts.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - edit: Changes to the project that the description has no words for, such as
  ///     `{ $0.edit(api) { $0.deploy?.sleepApplication = true } }`.
  /// - Returns: The target.
  public static func railway(
    region: RailwayRegion? = nil,
    repository: String? = nil,
    branch: String? = nil,
    at path: String? = nil,
    legacyFiles: Bool = false,
    hosting: any Resource...,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line,
    _ edit: @escaping @Sendable (inout RailwayEdits) -> Void = { _ in }
  ) -> Railway {
    Railway(
      region: region,
      repository: repository,
      branch: branch,
      path: path,
      legacyFiles: legacyFiles,
      edit: edit,
      hosting: hosting.isEmpty ? nil : hosting.map(\.id),
      rules: rules,
      site: CallSite(file: file, line: line)
    )
  }
}
