/// A leak with the file that it stands in.
package struct PlacedLeak: Sendable, Hashable {
  /// The leak.
  package let leak: Leak

  /// The path: from the root, and for an earlier version from the top of the repository.
  package let path: String

  /// The commit that brought it; nil for what is there now.
  package let commit: String?

  package init(_ leak: Leak, in path: String, commit: String? = nil) {
    self.leak = leak
    self.path = path
    self.commit = commit
  }
}
