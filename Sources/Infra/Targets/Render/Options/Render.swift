public import InfraContract
public import InfraKit

/// Render, with its options: one `render.yaml` for everything that it hosts.
public struct Render: Target {
  /// Render.
  public var platform: Platform { Self.platform }

  static let platform = Platform("render", title: "Render")

  /// Where everything runs; Render cannot move a resource later.
  public let region: Blueprint.Region

  /// What it hosts, or nil for all that no other target of the deployment names.
  public let hosting: [ResourceID]?

  /// Where the file lies, or nil for the environment's directory.
  public let path: String?

  /// How resources are called at Render.
  public let naming: Naming

  /// The branch that is deployed; nil for the repository's default branch.
  public let branch: String?

  /// What causes a deploy; nil for Render's default, each commit.
  public let autoDeploy: Blueprint.AutoDeployTrigger?

  /// Preview environments for pull requests; nil for those that the environment asks for.
  public let previews: Blueprint.Previews?

  /// The rules that are raised or silenced for everything it hosts.
  public let rules: [RuleException]

  /// Where the author chose it; nil for the word alone.
  public let site: CallSite?

  /// What the author changes in the file by hand.
  var edits: BlueprintEdits

  /// Everything that an application can list.
  public var hostableKinds: Set<ResourceKind> { Set(ResourceKind.allCases) }

  /// Every rule that Render's findings can come from.
  public static var catalog: [Rule] { RenderRules.catalog }

  /// What Render does when something changes.
  public static var changes: [ChangeRule] { RenderRules.changes }
}

extension Target where Self == Render {
  /// Hosts on Render.
  ///
  /// - Parameters:
  ///   - region: Where everything runs; it cannot be changed later.
  ///   - hosting: What it hosts; everything that no other target names when nothing is named.
  ///   - path: Where the file lies, from the repository's root; the environment's directory of
  ///     generated files by default.
  ///   - naming: How resources are called at Render, where a name is an identity in a workspace.
  ///   - branch: The branch that is deployed; the repository's default branch if nil.
  ///   - autoDeploy: What causes a deploy; each commit if nil.
  ///   - previews: Preview environments for pull requests; those that the environment asks for if nil.
  ///   - rules: Rules that are raised or silenced for everything it hosts.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - editing: Changes to the file that the model has no word for, just before the rules.
  /// - Returns: The target.
  public static func render(
    region: Blueprint.Region,
    hosting: any Resource...,
    at path: String? = nil,
    naming: Render.Naming = .qualified,
    branch: String? = nil,
    autoDeploy: Blueprint.AutoDeployTrigger? = nil,
    previews: Blueprint.Previews? = nil,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line,
    editing: (inout BlueprintEdits) -> Void = { _ in }
  ) -> Render {
    var edits = BlueprintEdits()
    editing(&edits)
    return Render(
      region: region,
      hosting: hosting.isEmpty ? nil : hosting.map(\.id),
      path: path,
      naming: naming,
      branch: branch,
      autoDeploy: autoDeploy,
      previews: previews,
      rules: rules,
      site: CallSite(file: file, line: line),
      edits: edits
    )
  }
}
