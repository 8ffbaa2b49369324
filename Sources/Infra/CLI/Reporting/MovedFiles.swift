import InfraDisk
import InfraKit

/// Files that changed their place because the number of an environment's deployments did, and what
/// has to be told of it.
struct MovedFiles {
  /// A line for each environment whose files moved; empty where none did.
  let note: String

  init(_ generation: Generation, _ report: DiskReport) {
    let removed = Set(report.files.filter { $0.kind == .removed }.map(\.path))
    let created = Set(report.files.filter { $0.kind == .created }.map(\.path))
    note =
      removed.isEmpty
      ? ""
      : generation.environments
        .map { Self.line(of: $0, from: removed, to: created) }.joined()
  }

  private static func line(
    of output: EnvironmentOutput,
    from removed: Set<String>,
    to created: Set<String>
  ) -> String {
    let folder = "generated/\(output.name)/"
    var taken: Set<String> = []
    var pointers: [String] = []
    for deployment in output.deployments {
      let directory = deployment.plan.directory + "/"
      for file in deployment.files where file.path.hasPrefix(directory) {
        guard let reader = file.reader, created.contains(file.path) else { continue }
        let rest = file.path.dropFirst(directory.count)
        // Into a folder of its own, or out of the one that it had.
        let old = removed.sorted().first {
          $0 == folder + rest
            || (directory == folder && $0.hasPrefix(folder)
              && $0.dropFirst(folder.count).drop { $0 != "/" } == "/" + rest)
        }
        guard let old, taken.insert(old).inserted else { continue }
        pointers.append("\(reader): \(old) → \(file.path)")
      }
    }
    if pointers.isEmpty { return "" }
    let count = output.deployments.count
    let why =
      count == 1
      ? "it has one deployment now, which needs no folder of its own"
      : "it has \(count) deployments now, and each has a folder of its own"
    return "note: files of '\(output.name)' moved: \(why). What reads them must be told: "
      + pointers.joined(separator: "; ") + "\n"
  }
}
