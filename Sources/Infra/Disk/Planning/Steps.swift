/// What a run writes, in the order in which `Transaction` carries it out.
struct Steps {
  /// What lay at a path before, to be brought back where a later step fails.
  struct Previous: Hashable {
    let bytes: [UInt8]
    let mode: UInt32
  }

  /// A file that gets new bytes.
  struct Write {
    let path: String
    let contents: [UInt8]
    let previous: Previous?
  }

  /// A file that goes.
  struct Removal {
    let path: String
    let previous: Previous
  }

  /// Generated files.
  var files: [Write] = []

  /// Generated files that nobody asks for any more.
  var removals: [Removal] = []

  /// Indexes, which come after the files that they list.
  var indexes: [Write] = []

  /// Indexes of environments without files.
  var retiredIndexes: [Removal] = []

  /// Temporary files of killed runs, which say nothing.
  var leftovers: [String] = []

  /// Indexes of killed runs, which are needed until the new indexes are in their places.
  var interrupted: [String] = []

  /// Folders that go if nothing is left in them, those further down first.
  var emptied: [String] = []

  /// Whether there is nothing to do.
  var isEmpty: Bool {
    files.isEmpty && removals.isEmpty && indexes.isEmpty && retiredIndexes.isEmpty
      && leftovers.isEmpty && interrupted.isEmpty && emptied.isEmpty
  }
}
