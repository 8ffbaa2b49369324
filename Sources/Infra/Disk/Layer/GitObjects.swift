#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What git keeps of a repository: the files of now, and every version of the past.
package struct GitObjects: Sendable {
  /// The version of a file that a commit brought.
  package struct Version: Sendable, Hashable {
    /// The commit, in short.
    package let commit: String
    /// The path from the top of the repository.
    package let path: String
  }

  /// The folder that paths are relative to.
  package let root: String

  /// Versions larger than this are not read, so that memory stays bounded.
  package static let mostBytes = 4 << 20

  /// Points at the repository that a folder may lie in.
  package init(root: String) {
    self.root = root
  }

  /// The files below the folder that git has, or would take; nil where there is no repository.
  package func files() -> [String]? {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    guard let output = GitProcess.output(of: arguments, in: root) else { return nil }
    var seen: Set<String> = []
    return output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { seen.insert($0).inserted }
  }

  /// Whether only a part of the past is here, as after `git clone --depth 1`.
  package var isShallow: Bool {
    let output = GitProcess.output(of: ["rev-parse", "--is-shallow-repository"], in: root)
    return output?.starts(with: "true".utf8) == true
  }

  /// Visits every version of every file that a branch, a tag or HEAD reaches, each once, without
  /// those that are too large; answers how many were too large, or nil where git fails.
  package func eachBlob(_ visit: (_ id: String, _ bytes: [UInt8]) -> Void) -> Int? {
    var passed = 0
    let isWhole = GitProcess.pipeline(
      ["rev-list", "--objects", "--no-object-names", "--filter=object:type=blob", "--all"],
      into: ["cat-file", "--batch", "--buffer"],
      in: root
    ) { descriptor in
      var stream = ObjectStream(descriptor)
      while let object = stream.next(upTo: Self.mostBytes) {
        guard object.isBlob else { continue }
        if let bytes = object.bytes { visit(object.id, bytes) } else { passed += 1 }
      }
    }
    return isWhole ? passed : nil
  }

  /// The first commit that brought a version, and where it put it.
  package func origin(of id: String) -> Version? {
    let arguments = [
      "log", "--all", "--reverse", "--no-renames", "--raw", "--no-abbrev", "-z", "-m", "--root",
      "--format=%x01%h", "--find-object=\(id)",
    ]
    guard let output = GitProcess.output(of: arguments, in: root) else { return nil }
    var commit = ""
    var isNext = false
    for field in output.split(separator: 0) {
      var text = String(decoding: field, as: UTF8.self)
      if isNext { return Version(commit: commit, path: text) }
      while text.hasPrefix("\n") { text.removeFirst() }
      if text.hasPrefix("\u{1}") {
        let head = text.dropFirst().prefix { $0 != "\n" }
        commit = String(head)
        text = String(text.dropFirst(head.count + 1).drop { $0 == "\n" })
      }
      // `:OLD-MODE NEW-MODE OLD-ID NEW-ID STATUS`, and the path as the next field.
      let words = text.split(separator: " ")
      isNext = words.count == 5 && words[3] == id
    }
    return nil
  }
}

/// The answers of `git cat-file --batch` as they come: `ID TYPE SIZE`, the bytes, a line break.
private struct ObjectStream {
  struct Object {
    let id: String
    let isBlob: Bool
    /// Nil for one that is too large, or of another type.
    let bytes: [UInt8]?
  }

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  private var start = 0
  private var end = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  mutating func next(upTo limit: Int) -> Object? {
    while let head = line() {
      let words = head.split(separator: UInt8(ascii: " "))
      // `ID missing` has no bytes after it.
      guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)) else {
        continue
      }
      let isBlob = words[1].elementsEqual("blob".utf8)
      let isWanted = isBlob && size <= limit
      var bytes: [UInt8] = []
      if isWanted { bytes.reserveCapacity(size) }
      guard take(size, into: isWanted ? { bytes.append(contentsOf: $0) } : { _ in }),
        take(1, into: { _ in })
      else { return nil }
      return Object(
        id: String(decoding: words[0], as: UTF8.self),
        isBlob: isBlob,
        bytes: isWanted ? bytes : nil
      )
    }
    return nil
  }

  private mutating func line() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if start == end, !fill() { return nil }
      let rest = buffer[start..<end]
      if let index = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: rest[..<index])
        start = index + 1
        return line
      }
      line.append(contentsOf: rest)
      start = end
    }
  }

  private mutating func take(_ count: Int, into body: (ArraySlice<UInt8>) -> Void) -> Bool {
    var left = count
    while left > 0 {
      if start == end, !fill() { return false }
      let some = min(left, end - start)
      body(buffer[start..<start + some])
      start += some
      left -= some
    }
    return true
  }

  private mutating func fill() -> Bool {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      start = 0
      end = max(0, count)
      return count > 0
    }
  }
}
