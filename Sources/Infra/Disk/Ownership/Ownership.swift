/// What the indexes of all environments say, those of environments outside this run included.
struct Ownership {
  /// What is known of one environment.
  struct Record {
    /// Which bytes are ours, by path; nothing where the index is missing or unreadable.
    var index = OwnershipIndex()

    /// The bytes of the index as they lie on disk, and nil where there is none.
    var bytes: [UInt8]?

    /// The permission bits of the index.
    var mode: UInt32?

    /// Why the index counts for nothing, in words that follow its path.
    var fault: String?
  }

  /// The records by environment.
  private(set) var records: [String: Record] = [:]

  /// Where killed runs left an index that never came to its place.
  private(set) var interrupted: [String] = []

  /// Every path that an index names, those of killed runs included.
  private(set) var mentioned: Set<String> = []

  /// Folders of environments in which nothing is left.
  private(set) var emptyFolders: [String] = []

  /// Knows of nothing.
  init() {}

  /// Environments in a fixed order.
  var names: [String] { records.keys.sorted() }

  /// Reads every index below a root.
  ///
  /// The folders of the named environments, those of this run, may be links.
  init(root: String, names: [String], on fileSystem: any FileSystem) throws(SystemError) {
    let folder = "\(root)/\(OwnershipIndex.folder)"
    guard try fileSystem.status(of: folder) != nil else { return }
    for name in try fileSystem.entries(of: folder) where RelativePath.fault(in: name) == nil {
      let kind = try fileSystem.status(of: "\(folder)/\(name)")?.kind
      guard kind == .directory || (kind == .symbolicLink && names.contains(name)) else { continue }
      try read(name, root: root, on: fileSystem)
    }
  }

  /// Whether these bytes were written to a path by `infra`, for whichever environment.
  func wrote(_ digest: Digest, to path: String) -> Bool {
    records.values.contains { $0.index.digests[path] == digest }
  }

  /// The environments that name a path.
  func owners(of path: String) -> [String] {
    names.filter { records[$0]?.index.digests[path] != nil }
  }

  private mutating func read(
    _ name: String,
    root: String,
    on fileSystem: any FileSystem
  ) throws(SystemError) {
    let path = OwnershipIndex.path(of: name)
    var record = Record()
    if let status = try fileSystem.status(of: "\(root)/\(path)") {
      if status.kind == .file {
        let bytes = try fileSystem.read("\(root)/\(path)")
        record.bytes = bytes
        record.mode = status.mode
        do {
          record.index = try OwnershipIndex(reading: bytes)
          mentioned.formUnion(record.index.digests.keys)
        } catch {
          record.fault = error.reason
        }
      } else {
        record.fault = "is not a plain file"
      }
    }

    // A run that was killed may have put its files in place but not its index. Its index lies
    // beside ours, and tells which of the bytes that we find are its own.
    let folder = RelativePath.parent(of: path)
    let entries = try fileSystem.entries(of: "\(root)/\(folder)")
    if entries.isEmpty { emptyFolders.append(folder) }
    for entry in entries where TemporaryName.kind(of: entry) == .index {
      interrupted.append("\(folder)/\(entry)")
      let bytes = try fileSystem.read("\(root)/\(folder)/\(entry)")
      guard let index = try? OwnershipIndex(reading: bytes) else { continue }
      mentioned.formUnion(index.digests.keys)
      for (path, digest) in index.digests
      where try holds(digest, "\(root)/\(path)", on: fileSystem) {
        record.index.digests[path] = digest
      }
    }
    if record.bytes != nil || record.fault != nil || !record.index.digests.isEmpty {
      records[name] = record
    }
  }

  private func holds(
    _ digest: Digest,
    _ path: String,
    on fileSystem: any FileSystem
  ) throws(SystemError) -> Bool {
    guard try fileSystem.status(of: path)?.kind == .file else { return false }
    return try Digest(of: fileSystem.read(path)) == digest
  }
}
