import InfraKit

/// An environment of a Vercel project: production, previews, or one with a name of its own.
///
/// All of them read the same `vercel.json`; variables and domains are kept apart
/// (vercel.com/docs/deployments/environments, 2026-08-31).
public struct VercelEnvironment: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case production
    case preview(branch: String?)
    case custom(String, branch: String?)
  }

  let kind: Kind

  /// What the production branch deploys.
  public static let production = VercelEnvironment(kind: .production)

  /// What every other branch deploys.
  public static let preview = VercelEnvironment(kind: .preview(branch: nil))

  /// What one other branch deploys.
  public static func preview(branch: String) -> VercelEnvironment {
    VercelEnvironment(kind: .preview(branch: branch))
  }

  /// An environment with a name, on Pro and Enterprise.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - branch: The branch whose pushes it deploys; nil where only commands do.
  /// - Returns: The environment.
  public static func custom(_ name: String, branch: String? = nil) -> VercelEnvironment {
    VercelEnvironment(kind: .custom(name, branch: branch))
  }
}

extension VercelEnvironment {
  /// The environment that a name suggests.
  init(for name: String, on plan: VercelPlan) {
    if name == "prod" || name == "production" {
      self = .production
    } else if VercelFacts.facts(of: plan)?.customEnvironments.value ?? true {
      self = .custom(name, branch: name)
    } else {
      self = .preview(branch: name)
    }
  }

  /// The environment as sentences name it.
  var title: String {
    switch kind {
    case .production: "production"
    case .preview(branch: nil): "preview"
    case .preview(.some(let branch)): "preview of branch '\(branch)'"
    case .custom(let name, _): "custom environment '\(name)'"
    }
  }

  /// The environment as arguments of `vercel env`, quoted for a shell.
  var arguments: String {
    switch kind {
    case .production: "production"
    case .preview(branch: nil): "preview"
    case .preview(.some(let branch)): "preview \(Command.quoted(branch))"
    case .custom(let name, _): Command.quoted(name)
    }
  }

  /// The branch whose pushes deploy it; nil where those of any or of none do.
  var deployedBranch: DeployedBranch? {
    kind == .production ? .standard : branch.map(DeployedBranch.named)
  }

  /// The branch whose pushes deploy it; nil for the production branch, for any, or for none.
  var branch: String? {
    switch kind {
    case .production: nil
    case .preview(let branch), .custom(_, let branch): branch
    }
  }
}
