#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Two ends of a pipe, both closed when another program is started.
struct Pipe {
  let reading: Int32
  let writing: Int32

  /// No pipe at all.
  static let none: Pipe? = Pipe(reading: -1, writing: -1)

  private init(reading: Int32, writing: Int32) {
    self.reading = reading
    self.writing = writing
  }

  /// Opens a pipe.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }

  func closeReading() { if reading >= 0 { close(reading) } }
  func closeWriting() { if writing >= 0 { close(writing) } }
}

/// What becomes of a new process's streams.
struct SpawnActions {
  private var given: [(Int32, Int32)] = []
  private var emptied: [Int32] = []

  mutating func give(_ descriptor: Int32, as number: Int32) { given.append((descriptor, number)) }
  mutating func openNothing(as number: Int32) { emptied.append(number) }

  /// How starting a process went.
  enum Outcome {
    case success(pid_t)
    case failure(Int32)

    var reason: String {
      if case .failure(let code) = self { String(cString: strerror(code)) } else { "" }
    }
  }

  /// Starts a program in a process group of its own, with every signal as usual.
  func spawn(_ arguments: [String], _ environment: [String]) -> Outcome {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return .failure(ENOMEM) }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return .failure(ENOMEM) }
    defer { posix_spawnattr_destroy(&attributes) }

    for number in emptied {
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDONLY, 0)
    }
    for (descriptor, number) in given {
      posix_spawn_file_actions_adddup2(&actions, descriptor, number)
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var every = sigset_t()
    sigemptyset(&every)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, SIGQUIT] { sigaddset(&every, signal) }
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &envp)
    return code == 0 ? .success(pid) : .failure(code)
  }
}

/// Open files that are read and written without waiting.
enum Descriptor {
  /// Makes reading and writing return at once.
  static func neverWait(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// What can be read at once.
  static func available(_ descriptor: Int32) -> [UInt8] { read(descriptor).bytes }

  /// What can be read at once, and whether that was the end.
  static func read(_ descriptor: Int32) -> (bytes: [UInt8], isAtEnd: Bool) {
    neverWait(descriptor)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    // What never stops talking gets its turn again, after the others.
    while bytes.count < 262_144 {
      let count = systemRead(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return (bytes, true) }
      if count < 0 { return (bytes, errno != EAGAIN) }
      bytes.append(contentsOf: buffer[..<count])
    }
    return (bytes, false)
  }

  /// Writes what fits, and answers how much that was; nil when nobody reads any more.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int? {
    neverWait(descriptor)
    let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : nil
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ size: Int) -> Int
{
  read(descriptor, buffer, size)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ size: Int) -> Int {
  write(descriptor, buffer, size)
}
