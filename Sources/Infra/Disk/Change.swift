/// What happens to one file, or what would.
package struct Change: Sendable, Hashable {
  /// What happens to it.
  package enum Kind: String, Sendable, CaseIterable {
    case created
    case updated
    case unchanged
    case removed

    /// Left alone, and with it everything else, since it holds bytes that are not ours to lose.
    case refused
  }

  /// Why a file is left alone.
  package enum Refusal: String, Sendable {
    /// It is ours but holds other bytes than were written.
    case editedByHand = "edited-by-hand"

    /// It holds the conflict markers of a merge.
    case conflicted

    /// It was there before and no index names it.
    case notOurs = "not-ours"

    /// Nothing asks for it any more, but it holds other bytes than were written.
    case obsoleteButEdited = "obsolete-but-edited"
  }

  /// Where the file lies below the root.
  package let path: String

  /// What happens to it.
  package let kind: Kind

  /// Why it is refused; nil for every other kind.
  package let refusal: Refusal?

  /// The environments that ask for it, or that did where it is removed.
  package let environments: [String]

  /// The line of the description that asks for it.
  package let place: String?

  /// What lies on the disk, nil where nothing does.
  package let old: [UInt8]?

  /// What is asked for, nil where the file is to go.
  package let new: [UInt8]?

  init(
    _ kind: Kind,
    _ path: String,
    environments: [String],
    place: String? = nil,
    old: [UInt8]?,
    new: [UInt8]?,
    refusal: Refusal? = nil
  ) {
    self.path = path
    self.kind = kind
    self.refusal = refusal
    self.environments = environments
    self.place = place
    self.old = old
    self.new = new
  }

  /// The first line, counted from one, in which the disk and the description differ.
  package var firstDifferingLine: Int? {
    UnifiedDiff.firstDifferingLine(old: old ?? [], new: new ?? [])
  }

  /// What writing would change, as a unified diff; empty where nothing would.
  ///
  /// Lines beyond the maximum are left out, and the last line says how many.
  package func diff(maximumLines: Int? = nil) -> String {
    UnifiedDiff.text(old: old, new: new, path: path, maximumLines: maximumLines)
  }

  /// The refusal in words, with both ways out.
  package var problem: DiskProblem? {
    guard let refusal else { return nil }
    let line = firstDifferingLine.map { " (first in line \($0))" } ?? ""
    let source = place.map { "the description (\($0))" } ?? "the description"
    return switch refusal {
    case .editedByHand:
      DiskProblem(
        .refused,
        "'\(path)' was edited after infra wrote it\(line), so it is left as it is",
        help: "move the edit into \(source), or overwrite it with --force",
        place: place
      )
    case .conflicted:
      DiskProblem(
        .refused,
        "'\(path)' holds the conflict markers of a merge",
        help: "finish the merge in \(source), then write the file anew with --force",
        place: place
      )
    case .notOurs:
      DiskProblem(
        .refused,
        "'\(path)' is there already, and infra did not write it\(line)",
        help: "commit it so that git can bring it back, move it away, or overwrite it with --force",
        place: place
      )
    case .obsoleteButEdited:
      DiskProblem(
        .refused,
        "'\(path)' is not generated any more, but was edited after infra wrote it",
        help: "delete it yourself if the edit may go, or run with --force"
      )
    }
  }
}
