/// One file that a description asks for, as bytes.
package struct DesiredFile: Sendable, Hashable {
  /// Where the file lies below the root, with `/` between folders.
  package let path: String

  /// What the file holds.
  package let contents: [UInt8]

  /// The line of the description that asks for it, such as `environments/prod.swift:12`.
  package let place: String

  /// Describes a file by its bytes.
  package init(path: String, contents: [UInt8], place: String) {
    self.path = path
    self.contents = contents
    self.place = place
  }

  /// Describes a file by its text, which is written as UTF-8.
  package init(path: String, text: String, place: String) {
    self.init(path: path, contents: Array(text.utf8), place: place)
  }
}

/// Everything that one environment asks for, all its deployments together.
///
/// A run of one deployment names the files of the others as `leaving`.
package struct EnvironmentFiles: Sendable, Hashable {
  /// The environment's name, which is also the name of its folder below `generated`.
  package let name: String

  /// The files, in any order.
  package let files: [DesiredFile]

  /// Paths that the environment asks for too, but that this run neither writes nor removes.
  package let leaving: [String]

  /// Gathers the files of an environment.
  package init(_ name: String, files: [DesiredFile], leaving: [String] = []) {
    self.name = name
    self.files = files
    self.leaving = leaving
  }
}
