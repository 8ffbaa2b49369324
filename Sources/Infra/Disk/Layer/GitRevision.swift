/// What a revision holds of some files, asked of one `git` process for many of them.
package struct GitRevision: Sendable {
  /// What git says.
  package enum Answer: Sendable, Hashable {
    /// The folder is in no checkout that git can read.
    case noCheckout
    /// The checkout has no such revision.
    case noRevision
    /// The files that the revision has, by path.
    case files([String: [UInt8]])
  }

  /// The folder that paths are relative to.
  package let root: String

  /// The revision as a person names it, such as `HEAD` or `origin/main`.
  package let name: String

  /// Points at a revision of the checkout that a folder may lie in.
  package init(_ name: String, root: String) {
    self.name = name
    self.root = root
  }

  /// The folder from the top of the checkout, such as `Examples/shop`; nil in no checkout, and
  /// empty at its top.
  ///
  /// It looks for `.git` and asks no program, since most runs need to know no more.
  package static func place(
    of root: String,
    on fileSystem: any FileSystem = LocalFileSystem()
  ) -> String? {
    guard let real = try? fileSystem.realPath(of: root) else { return nil }
    var folder = real
    while !folder.isEmpty {
      if let kind = try? fileSystem.status(of: "\(folder)/.git")?.kind,
        kind == .directory || kind == .file
      {
        return String(real.dropFirst(folder.count).drop { $0 == "/" })
      }
      folder = RelativePath.parent(of: folder)
    }
    return nil
  }

  /// The bytes of the files that the revision has.
  package func contents(of paths: [String]) -> Answer { asking(for: paths).answer() }

  /// Asks for the bytes of files, and does not wait: git looks for them while the caller works.
  package func asking(for paths: [String]) -> Inquiry {
    guard Self.place(of: root) != nil else { return Inquiry(self, .noCheckout) }
    // A line is a question, so that a name with a line break would be two.
    if name.isEmpty || name.utf8.contains(where: { $0 < 0x20 }) {
      return Inquiry(self, .noRevision)
    }
    return Inquiry(self, groups: Self.groups(of: paths, naming: name))
  }

  /// A question to git that may still be on its way.
  package final class Inquiry {
    private let revision: GitRevision
    private let groups: [[String]]
    private let first: GitProcess.Running?
    private lazy var whole = revision.answer(to: groups, first)

    fileprivate init(_ revision: GitRevision, _ answer: Answer) {
      self.revision = revision
      groups = []
      first = nil
      whole = answer
    }

    fileprivate init(_ revision: GitRevision, groups: [[String]]) {
      self.revision = revision
      self.groups = groups
      first = groups.first.flatMap(revision.begin)
    }

    /// Waits for the answer.
    package func answer() -> Answer { whole }
  }

  private func begin(_ group: [String]) -> GitProcess.Running? {
    let questions = ["\(name)^{commit}"] + group.map { "\(name):./\($0)" }
    let input = Array((questions.joined(separator: "\n") + "\n").utf8)
    return GitProcess.begin(["cat-file", "--batch"], in: root, input: input)
  }

  private func answer(to groups: [[String]], _ first: GitProcess.Running?) -> Answer {
    var files: [String: [UInt8]] = [:]
    for (position, group) in groups.enumerated() {
      guard let result = (position == 0 ? first : begin(group))?.result(), result.status == 0
      else { return .noCheckout }
      var answers = Answers(result.output)
      guard answers.next() != nil else { return .noRevision }
      for path in group {
        if let bytes = answers.next() { files[path] = bytes }
      }
    }
    return .files(files)
  }

  /// The paths in lists whose questions fit into one pipe.
  private static func groups(of paths: [String], naming name: String) -> [[String]] {
    var groups: [[String]] = [[]]
    let head = name.utf8.count + 16
    var size = head
    for path in paths where !path.utf8.contains(where: { $0 < 0x20 }) {
      let length = path.utf8.count + head
      if size + length > GitProcess.mostInput, !groups[groups.count - 1].isEmpty {
        groups.append([])
        size = head
      }
      groups[groups.count - 1].append(path)
      size += length
    }
    return groups
  }

  /// The answers of `git cat-file --batch`: `OBJECT TYPE SIZE`, the bytes, a line break; or
  /// `QUESTION missing`.
  private struct Answers {
    private var rest: ArraySlice<UInt8>

    init(_ output: [UInt8]) { rest = output[...] }

    /// The bytes of the next object; nil where there is none.
    mutating func next() -> [UInt8]? {
      let newline = UInt8(ascii: "\n")
      let line = rest.prefix { $0 != newline }
      rest = rest.dropFirst(line.count + 1)
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
        size <= rest.count
      else { return nil }
      let bytes = Array(rest.prefix(size))
      rest = rest.dropFirst(size + 1)
      return bytes
    }
  }
}
