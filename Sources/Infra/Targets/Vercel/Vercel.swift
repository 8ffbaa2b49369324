public import InfraContract
public import InfraKit

/// Vercel, with what only Vercel needs to know.
///
/// Every site that it hosts, and every service that it runs as a container, is a project of its own
/// with a `vercel.json`. One file serves all of a project's environments, so variables are never in
/// it: the setup sheet has a command for each.
public struct Vercel: Target {
  /// What the team pays for.
  let plan: VercelPlan

  /// The environment of the Vercel projects; nil for the one that the environment's name suggests.
  let environment: VercelEnvironment?

  /// The name of the only project; nil for the application's and the resource's name.
  let project: String?

  /// The place of the only `vercel.json`; nil for the default one.
  let path: String?

  /// What the author changes by hand.
  var edit: @Sendable (inout VercelEdits) -> Void

  /// What it hosts; nil for all that no other target of the deployment names.
  public let hosting: [ResourceID]?

  /// The rules that are raised or silenced for everything it hosts.
  public let rules: [RuleException]

  /// Where the author chose it; nil for the word alone.
  public let site: CallSite?

  /// The platform.
  public var platform: Platform { Self.platform }

  /// Sites, and services that are containers.
  public var hostableKinds: Set<ResourceKind> { [.site, .service] }

  /// Every rule that Vercel's findings can come from.
  public static var catalog: [Rule] { VercelRules.catalog }

  /// What Vercel does when something changes.
  public static var changes: [ChangeRule] { VercelRules.changes }

  static let platform = Platform("vercel", title: "Vercel")

  /// The files, steps and findings for what it hosts.
  public func emit(_ part: HostedPart) -> Emission {
    VercelMapping(part, self).emission()
  }
}

extension Target where Self == Vercel {
  /// Vercel for all that no other target names, with every option at its default.
  public static var vercel: Vercel {
    Vercel(
      plan: .hobby,
      environment: nil,
      project: nil,
      path: nil,
      edit: { _ in },
      hosting: nil,
      rules: [],
      site: nil
    )
  }

  /// Vercel.
  ///
  /// - Parameters:
  ///   - hosting: The sites that it hosts.
  ///   - containers: The services that it runs as containers: stateless, public, from a Dockerfile.
  ///     Without sites and containers it takes all that no other target names.
  ///   - plan: What the team pays for, which decides what its projects may do.
  ///   - environment: The environment of the Vercel projects. Left out it is production for `prod`
  ///     and `production`; for other names the custom environment of that name, or on Hobby, which
  ///     has none, previews of the branch of that name.
  ///   - project: The name of the Vercel project, where it hosts one resource; nil for
  ///     `APPLICATION-RESOURCE`.
  ///   - path: Where `vercel.json` lies, from the root, where it hosts one resource; nil for
  ///     `generated/ENV/RESOURCE/vercel.json`. Vercel reads it in the site's own directory only.
  ///   - rules: Rules that are raised or silenced for everything it hosts.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - edit: Changes to a file that the description has no words for, such as
  ///     `{ $0.edit(site) { $0.cleanUrls = true } }`.
  /// - Returns: The target.
  public static func vercel(
    hosting: StaticSite...,
    containers: [Service] = [],
    plan: VercelPlan = .hobby,
    environment: VercelEnvironment? = nil,
    project: String? = nil,
    at path: String? = nil,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line,
    _ edit: @escaping @Sendable (inout VercelEdits) -> Void = { _ in }
  ) -> Vercel {
    let named = hosting.map(\.id) + containers.map(\.id)
    return Vercel(
      plan: plan,
      environment: environment,
      project: project,
      path: path,
      edit: edit,
      hosting: named.isEmpty ? nil : named,
      rules: rules,
      site: CallSite(file: file, line: line)
    )
  }
}
