/// A tag of git that names a version of the product, such as `v1.4.0`.
package struct ReleaseTag: Sendable, Hashable, Comparable {
  /// The tag's name.
  package let name: String

  /// The version that it names.
  package let version: ReleaseVersion

  /// The commit that it stands at, as 40 hexadecimal digits.
  package let commit: String

  /// When it was made, in seconds since 1970; that of its commit where it has no message.
  package let time: Int

  /// Whether it has a message of its own, as those of `infra release tag` have.
  package let isAnnotated: Bool

  /// Describes a tag; nil where its name is no version with a `v` in front.
  package init?(_ name: String, commit: String, time: Int, isAnnotated: Bool) {
    guard name.hasPrefix("v"), let version = ReleaseVersion(name) else { return nil }
    self.name = name
    self.version = version
    self.commit = commit
    self.time = time
    self.isAnnotated = isAnnotated
  }

  /// Whether one tag names an earlier version than another.
  package static func < (left: ReleaseTag, right: ReleaseTag) -> Bool {
    left.version < right.version
  }
}

/// The tags of a repository that name versions, the oldest version first.
package struct ReleaseTags: Sendable {
  /// The tags, in the order of their versions.
  package let all: [ReleaseTag]

  /// Takes tags in any order.
  package init(_ tags: [ReleaseTag]) { all = tags.sorted() }

  /// Asks git for the tags `v*` of the checkout that a folder lies in.
  package init(in root: String) throws(ReleaseProblem) {
    let format = [
      "%(refname:strip=2)", "%(objecttype)", "%(objectname)", "%(*objectname)",
      "%(creatordate:unix)",
    ].joined(separator: "%09")
    let lines = try Git(root: root).lines(
      of: ["for-each-ref", "--format=\(format)", "refs/tags/v*"]
    )
    self.init(
      lines.compactMap { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5 else { return nil }
        let isAnnotated = fields[1] == "tag"
        return ReleaseTag(
          fields[0],
          commit: isAnnotated ? fields[3] : fields[2],
          time: Int(fields[4]) ?? 0,
          isAnnotated: isAnnotated
        )
      }
    )
  }

  /// The releases alone, without those that only lead to one, such as `v1.4.0-rc.1`.
  package var releases: [ReleaseTag] { all.filter { !$0.version.isPrerelease } }

  /// The newest releases, the newest first.
  package func newest(_ count: Int) -> [ReleaseTag] { releases.suffix(count).reversed() }

  /// The release before another.
  package func release(before tag: ReleaseTag) -> ReleaseTag? { releases.last { $0 < tag } }

  /// A tag by its name, or by its version without the `v`.
  package func tag(_ name: String) -> ReleaseTag? {
    all.first { $0.name == name || $0.name == "v\(name)" }
  }

  /// The message of a tag; empty where it has none of its own.
  package static func message(of tag: ReleaseTag, in root: String) throws(ReleaseProblem) -> String
  {
    guard tag.isAnnotated else { return "" }
    return try Git(root: root).output(
      of: ["for-each-ref", "--format=%(contents)", "refs/tags/\(tag.name)"]
    )
  }
}
