/// The paths seen so far as a disk that folds case would see them.
struct Spellings {
  private struct Use {
    let path: String
    let spelling: String
    let isFolder: Bool
    let place: String?
  }

  private var uses: [String: Use] = [:]

  /// Adds a file's path, or a problem where it would meet another path on some disk.
  mutating func add(_ path: String, place: String?, to problems: inout [DiskProblem]) {
    let folders = RelativePath.parents(of: path)
    for (index, spelling) in ([path] + folders).enumerated() {
      let isFolder = index > 0
      // Strings that differ only in how they compose their characters are equal keys already.
      let folded = spelling.lowercased()
      guard let earlier = uses[folded] else {
        uses[folded] = Use(path: path, spelling: spelling, isFolder: isFolder, place: place)
        continue
      }
      let isSame = earlier.spelling.utf8.elementsEqual(spelling.utf8)
      if isSame, isFolder, earlier.isFolder { continue }
      if isSame, !isFolder, !earlier.isFolder, earlier.place != nil { continue }
      problems.append(problem(path, place, earlier: earlier, isSame: isSame))
      return
    }
  }

  private func problem(
    _ path: String,
    _ place: String?,
    earlier: Use,
    isSame: Bool
  ) -> DiskProblem {
    let origin = earlier.place.map { " (\($0))" } ?? ", where infra keeps its index,"
    let reason =
      isSame
      ? "cannot be both a file and a folder" : "are one path on disks that fold case"
    return DiskProblem(
      .pathCollision,
      "'\(path)' and '\(earlier.path)'\(origin) "
        + (isSame && path == earlier.path ? "are the same path" : reason),
      help: "give one of them another path with 'at:'",
      place: place ?? earlier.place
    )
  }
}
