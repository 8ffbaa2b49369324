import InfraContract
import InfraDisk
import InfraKit

/// The author's own files, read where a finding can be shown in them.
///
/// A place names a module and a file. Where the module is a flat folder of the same name below the
/// root that is the file's path; any other is not found, and nothing is shown.
struct Sources {
  /// The folder of the package from the top of the checkout, for those who annotate it.
  let prefix: String

  private let files: [String: [String]]

  /// Reads the files that some findings, and the environments they were found in, stand in.
  init(of diagnostics: [Diagnostic], _ environments: [Environment], in directory: String) {
    // Most runs find nothing, and read nothing.
    let sites = diagnostics.compactMap(\.site) + environments.map(\.site)
    self.init(at: diagnostics.isEmpty ? [] : sites, in: directory)
  }

  /// Reads the files of some lines.
  init(at sites: [CallSite], in directory: String) {
    guard let root = try? Root.find(from: directory) else {
      prefix = ""
      files = [:]
      return
    }
    prefix = GitRevision.place(of: root) ?? ""
    let places = sites.map(\.file.description)
    var files: [String: [String]] = [:]
    for place in Set(places) where !place.contains("..") {
      // More than a description can be is no source of one.
      guard let bytes = try? LocalFileSystem().read("\(root)/\(place)"), bytes.count < 1 << 20,
        let text = String(validating: bytes, as: UTF8.self)
      else { continue }
      files[place] = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        String($0.hasSuffix("\r") ? $0.dropLast() : $0)
      }
    }
    self.files = files
  }

  /// A line, counted from one; nil where the file or the line is not there.
  func line(_ number: UInt, of file: String) -> String? {
    guard let lines = files[file], number >= 1, number <= lines.count else { return nil }
    return lines[Int(number) - 1]
  }

  /// All lines of a file.
  func lines(of file: String) -> [String] { files[file] ?? [] }
}
