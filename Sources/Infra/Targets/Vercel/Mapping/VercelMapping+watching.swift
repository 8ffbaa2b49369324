import InfraKit

extension VercelMapping {
  /// The command that skips a build when nothing changed in the watched paths; nil for none.
  ///
  /// It compares with the commit of the last successful deployment of the branch. `HEAD^`, which is
  /// usual, would lose the earlier commits of a push. Exit 0 skips, 1 builds; a commit that the
  /// shallow clone of ten lacks, a first deployment and a redeployment build
  /// (vercel.com/kb/guide/how-do-i-use-the-ignored-build-step-field-on-vercel, 2026-10-16).
  mutating func ignoreCommand(
    _ watching: WatchPaths?,
    in directory: String,
    limit: Int,
    _ resource: some Configured
  ) -> String? {
    guard let watching else { return nil }
    var specs = watching.including.map { Self.pathspec($0, in: directory, excluding: false) }
    if specs.isEmpty {
      if watching.ignoring.isEmpty { return nil }
      specs = [":/"]
    }
    specs += watching.ignoring.map { Self.pathspec($0, in: directory, excluding: true) }
    let command =
      #"[ "$VERCEL_GIT_PREVIOUS_SHA" != "$VERCEL_GIT_COMMIT_SHA" ] && "#
      + #"git diff --quiet "$VERCEL_GIT_PREVIOUS_SHA" HEAD -- "#
      + specs.map(Command.quoted).joined(separator: " ") + " || exit 1"
    if command.count <= limit { return command }
    findings.report(
      VercelRules.watchedPaths,
      "the watched paths of \(resource.id.title) need a command of \(command.count) characters "
        + "and Vercel takes \(limit): every push will build it",
      help: "watch fewer paths, such as whole directories",
      at: resource.site,
      about: resource.id
    )
    return nil
  }

  /// A glob from the repository's root as git's pathspec, seen from a directory.
  static func pathspec(_ glob: String, in directory: String, excluding: Bool) -> String {
    let isTree = glob == "**" || glob.hasSuffix("/**")
    let stem = RelativePath.normalized(isTree ? String(glob.dropLast(2)) : glob)
    guard !stem.contains(where: { "*?[\\".contains($0) }) else {
      return (excluding ? ":(top,glob,exclude)" : ":(top,glob)") + glob
    }
    if excluding { return ":(top,exclude)" + (stem == "." ? "" : stem) }
    if stem == directory { return "." }
    if stem == "." { return ":/" }
    let inside = directory + "/"
    if stem.hasPrefix(inside) { return String(stem.dropFirst(inside.count)) }
    return ":/" + stem
  }
}
