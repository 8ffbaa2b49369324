#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of the `git` program in a folder.
enum GitProcess {
  /// The most bytes of input: a pipe takes them all before anybody reads.
  static let mostInput = 8192

  /// What git needs and no more: inside a hook, GIT_DIR and its kin would point elsewhere.
  private static let inherited = [
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM", "HOME", "PATH",
    "XDG_CONFIG_HOME",
  ]

  /// The output of a run, or nil where git is not there or fails.
  static func output(
    of arguments: [String],
    in folder: String,
    input: [UInt8] = []
  ) -> [UInt8]? {
    guard let result = run(arguments, in: folder, input: input), result.status == 0 else {
      return nil
    }
    return result.output
  }

  /// The exit code and output of a run, or nil where git is not there or was stopped.
  static func run(
    _ arguments: [String],
    in folder: String,
    input: [UInt8] = []
  ) -> (status: Int32, output: [UInt8])? {
    begin(arguments, in: folder, input: input)?.result()
  }

  /// Starts a run, which goes on while the caller does something else; nil where git is not there.
  static func begin(
    _ arguments: [String],
    in folder: String,
    input: [UInt8] = []
  ) -> Running? {
    guard input.count <= mostInput, let answer = closedOnExec() else { return nil }
    let process = start(["git", "-C", folder] + arguments, input, answer.writing)
    close(answer.writing)
    guard let process else {
      close(answer.reading)
      return nil
    }
    return Running(process, answer.reading)
  }

  /// A run that has begun.
  ///
  /// One that nobody asks for its result ends with this.
  final class Running {
    private let process: pid_t
    private let answer: Int32
    private var isOver = false

    fileprivate init(_ process: pid_t, _ answer: Int32) {
      self.process = process
      self.answer = answer
    }

    deinit { if !isOver { _ = end() } }

    /// Waits for the exit code and the output; nil where it was stopped, or has answered before.
    func result() -> (status: Int32, output: [UInt8])? {
      if isOver { return nil }
      let output = GitProcess.readToEnd(answer)
      return end().map { ($0, output) }
    }

    /// Closes the pipe, which ends a run that still writes to it, and waits.
    private func end() -> Int32? {
      isOver = true
      close(answer)
      return GitProcess.status(of: process)
    }
  }

  /// Runs git twice, the first run's output being the second one's input, and hands the second
  /// one's output to a reader as it comes; false where either fails.
  static func pipeline(
    _ first: [String],
    into second: [String],
    in folder: String,
    read: (Int32) -> Void
  ) -> Bool {
    guard let between = closedOnExec() else { return false }
    guard let answer = closedOnExec() else {
      close(between.reading)
      close(between.writing)
      return false
    }
    let asker = spawn(["git", "-C", folder] + first, input: nil, output: between.writing)
    close(between.writing)
    let teller = spawn(
      ["git", "-C", folder] + second,
      input: between.reading,
      output: answer.writing
    )
    close(between.reading)
    close(answer.writing)
    if asker != nil, teller != nil { read(answer.reading) }
    // Who has not finished writing ends now, since nobody reads.
    close(answer.reading)
    let statuses = [asker, teller].map { $0.flatMap(status) }
    return statuses == [0, 0]
  }

  /// Waits for the end of a process: its exit code, or nil where a signal ended it.
  private static func status(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    // As a shell tells it; a signal is no answer.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  /// Starts git on an input that already waits in a pipe.
  private static func start(_ arguments: [String], _ input: [UInt8], _ output: Int32) -> pid_t? {
    if input.isEmpty { return spawn(arguments, input: nil, output: output) }
    guard let question = closedOnExec() else { return nil }
    defer { close(question.reading) }
    let isWhole = write(question.writing, input, input.count) == input.count
    close(question.writing)
    return isWhole ? spawn(arguments, input: question.reading, output: output) : nil
  }

  private static func spawn(_ arguments: [String], input: Int32?, output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    let environment = inherited.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, "git", &actions, nil, &argv, &envp)
    return code == 0 ? process : nil
  }

  private static func closedOnExec() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func readToEnd(_ descriptor: Int32) -> [UInt8] {
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
