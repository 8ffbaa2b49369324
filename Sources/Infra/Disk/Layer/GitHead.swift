#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What git knows of a folder, asked of the `git` program.
///
/// Without git, a repository or a commit the answer is nil: nothing is known to be safe.
package struct GitHead: Sendable {
  /// The folder that paths are relative to.
  package let root: String

  /// Points at the repository that a folder may lie in.
  package init(root: String) {
    self.root = root
  }

  /// The committed bytes of a file.
  package func contents(of path: String) -> [UInt8]? {
    let result = run(["git", "-C", root, "cat-file", "blob", "HEAD:./\(path)"])
    return result?.status == 0 ? result?.output : nil
  }

  /// Whether `git add` would take a file: nil where there is no git or no repository.
  ///
  /// A file that is in the index already counts, whatever is ignored.
  package func wouldTrack(_ path: String) -> Bool? {
    // 0 for ignored, 1 for not, 128 for no repository.
    switch run(["git", "-C", root, "check-ignore", "-q", "--", path])?.status {
    case 0: false
    case 1: true
    default: nil
    }
  }

  /// What git needs and no more: inside a hook, GIT_DIR and its kin would point elsewhere.
  private static let inherited = [
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "HOME", "PATH",
    "XDG_CONFIG_HOME",
  ]

  private func run(_ arguments: [String]) -> (status: Int32, output: [UInt8])? {
    guard let pipe = closedOnExec() else { return nil }
    defer { close(pipe.reading) }
    let process = spawn(arguments, output: pipe.writing)
    close(pipe.writing)
    guard let process else { return nil }

    let output = readToEnd(pipe.reading)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    // As a shell tells it; a signal is no answer.
    return status & 0x7F == 0 ? (status >> 8 & 0xFF, output) : nil
  }

  private func spawn(_ arguments: [String], output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    let environment = Self.inherited.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, "git", &actions, nil, &argv, &envp)
    return code == 0 ? process : nil
  }

  private func closedOnExec() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private func readToEnd(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
