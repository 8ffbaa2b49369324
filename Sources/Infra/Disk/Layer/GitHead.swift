/// What git knows of a folder, asked of the `git` program.
///
/// Without git, a repository or a commit the answer is nil: nothing is known to be safe.
package struct GitHead: Sendable {
  /// The folder that paths are relative to.
  package let root: String

  /// Points at the repository that a folder may lie in.
  package init(root: String) {
    self.root = root
  }

  /// The committed bytes of a file.
  package func contents(of path: String) -> [UInt8]? {
    GitProcess.output(of: ["cat-file", "blob", "HEAD:./\(path)"], in: root)
  }

  /// Whether `git add` would take a file: nil where there is no git or no repository.
  ///
  /// A file that is in the index already counts, whatever is ignored.
  package func wouldTrack(_ path: String) -> Bool? {
    // 0 for ignored, 1 for not, 128 for no repository.
    switch GitProcess.run(["check-ignore", "-q", "--", path], in: root)?.status {
    case 0: false
    case 1: true
    default: nil
    }
  }
}
