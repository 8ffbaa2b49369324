import InfraDisk

/// The rotations of an environment that are over, without any value.
///
/// It is a file to be committed: whoever goes back to an older release, on whichever machine, has to
/// know that its secrets are refused by now.
package struct RotationLog: Sendable {
  /// A rotation that is over.
  package struct Entry: Sendable, Hashable {
    /// When the old value was dropped, in seconds since 1970.
    package let time: Int
    /// The secret.
    package let name: String
    /// The deployment, where several keep values of their own.
    package let deployment: String?
  }

  /// The path from the root.
  package let path: String

  /// The rotations, in the order in which they ended.
  package private(set) var entries: [Entry] = []

  private let root: String

  /// Reads the file of an environment; a line that is none of ours is refused with its place.
  package init(root: String, environment: String) throws(SecretsProblem) {
    self.root = root
    path = "generated/\(environment)/rotations.txt"
    let text = try EnvStore(root: root, path: path).read() ?? ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2, let time = Int(words[0]) else {
        throw SecretsProblem(
          "\(path):\(index + 1): this is not what infra writes there",
          help: "take the line out: others are '1795545600 NAME DEPLOYMENT # 2026-11-24 18:40 UTC'"
        )
      }
      let deployment = words.count > 2 && words[2] != "#" ? words[2] : nil
      entries.append(Entry(time: time, name: words[1], deployment: deployment))
    }
  }

  /// Adds a rotation, and writes the file.
  package mutating func note(
    _ name: String,
    _ deployment: String?,
    at time: Int
  ) throws(SecretsProblem) {
    entries.append(Entry(time: time, name: name, deployment: deployment))
    do throws(SystemError) {
      let fileSystem = LocalFileSystem()
      var folder = root
      for part in path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        if try fileSystem.status(of: folder) == nil { try fileSystem.makeDirectory(folder) }
      }
    } catch {
      throw SecretsProblem("cannot make the folder of '\(path)': \(error.reason)", help: error.help)
    }
    var text = "# Rotations that are over, for 'infra release check'. Commit this file.\n"
    for entry in entries {
      text += "\(entry.time) \(entry.name) \(entry.deployment.map { "\($0) " } ?? "")"
      text += "# \(Moment.text(entry.time))\n"
    }
    try EnvStore(root: root, path: path).write(text)
  }
}
