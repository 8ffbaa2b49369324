package import InfraDisk

/// Looks for secrets in a repository: in the files of now, and in every earlier version.
package struct SecretSearch {
  private let root: String
  private let scan: SecretScan
  private let allowed: AllowList
  private let fileSystem: any FileSystem

  /// What was found, in order.
  package private(set) var leaks: [PlacedLeak] = []

  /// How many files were read.
  package private(set) var files = 0

  /// How many versions of the past were read; nil before any was.
  package private(set) var versions: Int?

  /// What was passed over because of its size.
  package private(set) var tooLarge: [String] = []

  /// How many versions of the past were passed over because of their size.
  package private(set) var versionsTooLarge = 0

  /// The entries of the list that something was allowed by.
  package private(set) var used: Set<AllowList.Entry> = []

  private var fingerprints: Set<Digest> = []

  /// Prepares for a repository.
  package init(
    root: String,
    _ scan: SecretScan,
    allowed: AllowList,
    on fileSystem: any FileSystem = LocalFileSystem()
  ) {
    self.root = root
    self.scan = scan
    self.allowed = allowed
    self.fileSystem = fileSystem
  }

  /// Reads files by their paths from the root.
  package mutating func search(_ paths: [String]) {
    for path in paths.sorted() {
      let absolute = root + "/" + path
      // A link leads to another file of the list, or out of the repository.
      guard (try? fileSystem.status(of: absolute))?.kind == .file,
        let bytes = try? fileSystem.read(absolute)
      else { continue }
      if bytes.count > GitObjects.mostBytes {
        tooLarge.append(path)
        continue
      }
      files += 1
      for leak in scan.leaks(in: bytes, path: path) { add(PlacedLeak(leak, in: path)) }
    }
  }

  /// Reads every version that git keeps; false where it cannot.
  ///
  /// A value that many versions have is told once, at the first commit; one that is still there has
  /// been told already.
  package mutating func searchHistory(_ objects: GitObjects) -> Bool {
    var count = 0
    var found: [(id: String, leaks: [Leak])] = []
    let passed = objects.eachBlob { id, bytes in
      count += 1
      // Which path it had is looked up for the few in which something is found.
      let leaks = scan.leaks(in: bytes, path: "")
      if !leaks.isEmpty { found.append((id, leaks)) }
    }
    guard let passed else { return false }
    versions = count
    versionsTooLarge = passed
    // Git tells the newest first, and the commit that brought a value is wanted.
    for (id, leaks) in found.reversed() {
      let unknown = leaks.filter { !fingerprints.contains($0.fingerprint) }
      guard !unknown.isEmpty, let version = objects.origin(of: id) else { continue }
      let isRecord = scan.isRecord(version.path)
      for leak in unknown where !(isRecord && leak.kind == .namedValue) {
        if fingerprints.contains(leak.fingerprint) { continue }
        add(PlacedLeak(leak, in: version.path, commit: version.commit))
      }
    }
    return true
  }

  private mutating func add(_ leak: PlacedLeak) {
    fingerprints.insert(leak.leak.fingerprint)
    if let entry = allowed.entry(for: leak.path) {
      used.insert(entry)
    } else if !leak.leak.isAllowed {
      leaks.append(leak)
    }
  }
}
