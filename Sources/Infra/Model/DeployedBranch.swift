/// The branch whose pushes a target deploys.
public enum DeployedBranch: Sendable, Hashable {
  /// The repository's default branch, or the one that the platform's dashboard says.
  case standard
  /// A branch by its name.
  case named(String)

  /// The branch as sentences name it.
  package var title: String {
    switch self {
    case .standard: "the default branch"
    case .named(let name): "branch '\(name)'"
    }
  }
}
