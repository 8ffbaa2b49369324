import InfraKit
import InfraSerialization

extension ComposeMapping {
  /// What `docker compose watch` does when the source of an image changes; nil for what is pulled.
  func develop(of source: Source, watching: WatchPaths?) -> ComposeFile.Develop? {
    let directory: String
    switch source {
    case .image: return nil
    case .dockerfile(let source): directory = source.context
    case .directory(let source): directory = source.path
    }
    return develop(of: directory, watching: watching, ignoring: ["node_modules/"])
  }

  /// Rebuilds on a change of the watched paths, or of the directory where none are named.
  func develop(
    of directory: String,
    watching: WatchPaths?,
    ignoring: [String]
  ) -> ComposeFile.Develop {
    let directory = RelativePath.normalized(directory)
    let included = watching?.including ?? []
    var paths: [String] = []
    for glob in included {
      let path = ComposeWatch.start(of: glob)
      if !paths.contains(path) { paths.append(path) }
    }
    if paths.isEmpty { paths = [directory] }
    return ComposeFile.Develop(
      watch: paths.map { path in
        var ignored = path == directory ? ignoring : []
        ignored += (watching?.ignoring ?? []).compactMap { ComposeWatch.pattern($0, inside: path) }
        return ComposeFile.Watch(
          .rebuild,
          path: project.written(path),
          ignore: ignored.isEmpty ? nil : .right(ignored.map { ComposeText($0) })
        )
      }
    )
  }
}

/// Globs from the repository's root as Compose's watch rules take them.
enum ComposeWatch {
  /// The path before the first wildcard of a glob: what is watched, if more than the glob means.
  static func start(of glob: String) -> String {
    let parts = glob.split(separator: "/").prefix { !isWild($0) }
    return RelativePath.normalized(parts.joined(separator: "/"))
  }

  /// A glob as a pattern inside a watched path; nil where it cannot match there.
  static func pattern(_ glob: String, inside path: String) -> String? {
    if path == "." || glob.hasPrefix("**/") { return directory(glob) }
    guard glob.hasPrefix(path + "/") else { return nil }
    return directory(String(glob.dropFirst(path.utf8.count + 1)))
  }

  /// A glob for all of a directory, as a directory.
  private static func directory(_ glob: String) -> String {
    glob.hasSuffix("/**") ? String(glob.dropLast(2)) : glob
  }

  private static func isWild(_ part: Substring) -> Bool {
    part.utf8.contains { "*?[{!".utf8.contains($0) }
  }
}
