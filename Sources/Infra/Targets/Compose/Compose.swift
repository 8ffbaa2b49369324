public import InfraContract
public import InfraKit

/// Docker Compose: one file that runs everything on one machine, for developers first.
///
/// Ports are published on 127.0.0.1 alone and moved by variables of `.env`, the file beside the
/// Compose file that is not committed. Secrets come from there too.
public struct Compose: Target {
  /// The place of the file; nil for the default one.
  let path: String?

  /// What the author changes by hand.
  var edit: @Sendable (inout ComposeEdits) -> Void

  /// What it hosts; nil for all that no other target of the deployment names.
  public let hosting: [ResourceID]?

  /// The rules that are raised or silenced for everything it hosts.
  public let rules: [RuleException]

  /// Where the author chose it; nil for the word alone.
  public let site: CallSite?

  /// The platform.
  public var platform: Platform { Self.platform }

  /// Resources of every kind.
  public var hostableKinds: Set<ResourceKind> { Set(ResourceKind.allCases) }

  /// A browser on the same machine calls everything `localhost`, so prod's names are nobody's here.
  public var servesDomains: Bool { false }

  /// Every rule that Compose's findings can come from.
  public static var catalog: [Rule] { ComposeRules.catalog }

  /// What volumes remember when something changes.
  public static var changes: [ChangeRule] { ComposeRules.changes }

  static let platform = Platform("compose", title: "Docker Compose")

  /// The files, steps and findings for what it hosts.
  public func emit(_ part: HostedPart) -> Emission {
    ComposeMapping(part, self).emission()
  }
}

extension Target where Self == Compose {
  /// Docker Compose for all that no other target names, in `generated/ENV/docker-compose.yml`.
  public static var compose: Compose {
    Compose(path: nil, edit: { _ in }, hosting: nil, rules: [], site: nil)
  }

  /// Docker Compose.
  ///
  /// - Parameters:
  ///   - path: Where the file lies, from the root; nil for `generated/ENV/docker-compose.yml`.
  ///     Compose finds `docker-compose.yml` at the root by itself.
  ///   - hosting: What it runs; nothing for all that no other target names.
  ///   - rules: Rules that are raised or silenced for everything it hosts.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - edit: Changes to the file that the description has no words for, such as
  ///     `{ $0.edit(api) { $0.readOnly = true } }`.
  /// - Returns: The target.
  public static func compose(
    at path: String? = nil,
    hosting: any Resource...,
    rules: [RuleException] = [],
    file: StaticString = #fileID,
    line: UInt = #line,
    _ edit: @escaping @Sendable (inout ComposeEdits) -> Void = { _ in }
  ) -> Compose {
    Compose(
      path: path,
      edit: edit,
      hosting: hosting.isEmpty ? nil : hosting.map(\.id),
      rules: rules,
      site: CallSite(file: file, line: line)
    )
  }
}
