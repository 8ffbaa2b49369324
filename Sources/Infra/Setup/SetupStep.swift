/// A step that no manifest can express, for a person or a script, with a check that it worked.
public struct SetupStep: Sendable, Hashable {
  /// When a step is due, in order.
  public enum Phase: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Accounts, projects, command-line tools, repository access.
    case prepare
    /// Secrets and other values that must be there before the first deploy.
    case secrets
    /// The first deploy itself.
    case firstDeploy
    /// Values that are known only once something runs, such as a generated address.
    case lateValues
    /// Domains and DNS.
    case domains
    /// Settings that live in a dashboard only.
    case dashboard
    /// What every later deploy takes.
    case laterDeploys
    /// Another value for a secret.
    case rotation

    /// Whether one phase comes before another.
    public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }

    /// The heading of the phase in the setup sheet.
    public var title: String {
      switch self {
      case .prepare: "Prepare"
      case .secrets: "Set secrets and values"
      case .firstDeploy: "Deploy for the first time"
      case .lateValues: "Set values that are known only now"
      case .domains: "Connect domains"
      case .dashboard: "Settings that no file can hold"
      case .laterDeploys: "Deploy again, every time"
      case .rotation: "Give a secret another value"
      }
    }
  }

  /// One piece of a step.
  public enum Block: Sendable, Hashable {
    /// A paragraph. Markdown is allowed.
    case text(String)
    /// Lines for a POSIX shell, to be copied as they are.
    case commands([String])
    /// A list of items. Markdown is allowed.
    case list([String])
    /// A table: its headings and its rows.
    case table([String], [[String]])
  }

  /// When it is due.
  public let phase: Phase

  /// What to do, as an imperative line.
  public let title: String

  /// How to do it.
  public let blocks: [Block]

  /// How to see that it worked.
  public let check: String

  /// Describes a step.
  public init(_ phase: Phase, _ title: String, _ blocks: [Block], check: String) {
    self.phase = phase
    self.title = title
    self.blocks = blocks
    self.check = check
  }
}
