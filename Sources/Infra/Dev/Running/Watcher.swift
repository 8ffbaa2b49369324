#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraDisk
import InfraKit

/// Which resources have files that were changed since the last look.
///
/// It looks at the times of files, which every system has; a look takes some milliseconds, and
/// folders that builds write to are passed by.
struct Watcher {
  private struct Watched {
    let name: String
    let folders: [String]
    let including: [Glob]
    let ignoring: [Glob]
    var stamp: UInt64?
  }

  private let root: String
  private var watched: [Watched]
  private var next = ContinuousClock.now

  /// Folders that nobody edits.
  private static let passedBy: Set<String> = [
    ".git", ".build", ".infra", ".swiftpm", "node_modules", ".venv", "__pycache__",
  ]

  init(_ plan: DevPlan, root: String) {
    self.root = root
    watched = plan.processes.filter { $0.build != nil }.map { process in
      let own = process.directory == "." ? "" : process.directory + "/"
      let globs = process.watching?.including ?? []
      return Watched(
        name: process.id.name,
        folders: globs.isEmpty ? [process.directory] : globs.map(Glob.start),
        including: globs.map(Glob.init),
        ignoring: ((process.watching?.ignoring ?? []) + process.written.map { own + $0 + "/**" })
          .map(Glob.init)
      )
    }
  }

  /// The names of those that were changed; the first look only remembers.
  mutating func changed() -> [String] {
    let began = ContinuousClock.now
    if began < next { return [] }
    var names: [String] = []
    for index in watched.indices {
      var stamp: UInt64 = 14_695_981_039_346_656_037
      for folder in watched[index].folders { look(at: folder, watched[index], &stamp) }
      if let old = watched[index].stamp, old != stamp { names.append(watched[index].name) }
      watched[index].stamp = stamp
    }
    // At most a twentieth of the time goes into looking.
    next = .now + max(.milliseconds(300), (.now - began) * 20)
    return names
  }

  /// Mixes the times of all that is watched below a path into a number.
  private func look(at path: String, _ watched: Watched, _ stamp: inout UInt64) {
    if watched.ignoring.contains(where: { $0.matches(path) }) { return }
    var status = stat()
    let whole = path == "." ? root : root + "/" + path
    guard lstat(whole, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in LocalFiles.names(in: whole) where !Self.passedBy.contains(name) {
        look(at: path == "." ? name : "\(path)/\(name)", watched, &stamp)
      }
      return
    }
    guard watched.including.isEmpty || watched.including.contains(where: { $0.matches(path) })
    else { return }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    for byte in path.utf8 { Self.mix(UInt64(byte), &stamp) }
    Self.mix(UInt64(truncatingIfNeeded: time.tv_sec), &stamp)
    Self.mix(UInt64(truncatingIfNeeded: time.tv_nsec), &stamp)
    Self.mix(UInt64(truncatingIfNeeded: status.st_size), &stamp)
  }

  private static func mix(_ value: UInt64, _ stamp: inout UInt64) {
    stamp = (stamp ^ value) &* 1_099_511_628_211
  }
}
