public import InfraSerialization

/// What a service of a project runs on (vercel/vercel packages/fs-detectors, 2026-08-03).
public struct VercelRuntime: Vocabulary {
  /// The name in the file.
  public let rawValue: String
  /// Takes a name that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An image made from a Dockerfile.
  public static let container: VercelRuntime = "container"
  /// Go.
  public static let go: VercelRuntime = "go"
  /// Node.js.
  public static let node: VercelRuntime = "node"
  /// Python.
  public static let python: VercelRuntime = "python"
  /// Ruby.
  public static let ruby: VercelRuntime = "ruby"
  /// Rust.
  public static let rust: VercelRuntime = "rust"

  /// The words that the schema takes.
  public static let schemaWords: [Self] = [.container, .go, .node, .python, .ruby, .rust]
}
