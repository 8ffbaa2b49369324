#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that was started: the leader of a process group of its own.
///
/// Whatever it starts belongs to the group, unless it takes pains to leave it.
struct Child: Sendable {
  /// The process.
  let pid: pid_t
  /// When it was started, which tells it from a later process with the same number.
  let birth: String
  /// The reading end of its standard output; reading never waits.
  let output: Int32
  /// The reading end of its standard error; reading never waits.
  let errors: Int32
  /// The writing end of its standard input, where it has one; writing never waits.
  let input: Int32?

  /// Starts a program with variables besides those of its own.
  static func start(
    _ program: Program,
    inheriting environment: [String],
    withInput: Bool = false
  ) throws(DevProblem) -> Child {
    // A program that cannot be found is told by the shell, in the log of the program. That shell
    // adds nothing: SwiftPM plans a package anew where a variable differs, even OLDPWD.
    let before = environment.first { $0.hasPrefix("OLDPWD=") }.map { String($0.dropFirst(7)) }
    let restore = before == nil ? "unset OLDPWD" : "OLDPWD=$2"
    let enter = "cd \"$1\" && \(restore) && shift 2 && exec \"$@\""
    let arguments =
      ["/bin/sh", "-c", enter, "infra", program.folder, before ?? ""] + program.arguments
    guard let output = Pipe(), let errors = Pipe(), let input = withInput ? Pipe() : Pipe.none
    else {
      throw DevProblem(
        "cannot open a pipe: \(String(cString: strerror(errno)))",
        help: "too many files may be open: raise the limit with ulimit -n"
      )
    }
    var actions = SpawnActions()
    if withInput { actions.give(input.reading, as: 0) } else { actions.openNothing(as: 0) }
    actions.give(output.writing, as: 1)
    actions.give(errors.writing, as: 2)
    let names = Set(program.variables.map { $0.prefix { $0 != "=" } })
    let inherited = environment.filter { !names.contains($0.prefix { $0 != "=" }) }
    let code = actions.spawn(arguments, inherited + program.variables)
    output.closeWriting()
    errors.closeWriting()
    input.closeReading()
    guard case .success(let pid) = code else {
      output.closeReading()
      errors.closeReading()
      input.closeWriting()
      throw DevProblem(
        "cannot start a program: \(code.reason)",
        help: "see that there is room for another process (ulimit -u)"
      )
    }
    return Child(
      pid: pid,
      birth: ProcessTable.birth(of: pid) ?? "",
      output: output.reading,
      errors: errors.reading,
      input: withInput ? input.writing : nil
    )
  }

  /// Sends a signal to the whole group.
  func signal(_ number: Int32) { kill(-pid, number) }

  /// Whether anything of the group is left.
  var groupIsAlive: Bool {
    guard kill(-pid, 0) == 0 || errno == EPERM else { return false }
    return ProcessTable.hasMembers(group: pid)
  }

  /// The exit status as a shell tells it, once it has ended.
  func status() -> Int32? {
    var status: Int32 = 0
    let result = waitpid(pid, &status, WNOHANG)
    if result == 0 || (result < 0 && errno == EINTR) { return nil }
    if result < 0 { return 0 }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Closes what is open to it.
  func closeStreams() {
    close(output)
    close(errors)
    if let input { close(input) }
  }

  /// What a program says on standard output, when it ends with 0 in time.
  static func output(of arguments: [String], within limit: Duration = .seconds(2)) -> String? {
    let program = Program(arguments: arguments, folder: "/")
    guard let child = try? start(program, inheriting: ProcessTable.ownEnvironment) else {
      return nil
    }
    defer { child.closeStreams() }
    var bytes: [UInt8] = []
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      let status = child.status()
      bytes += Descriptor.available(child.output)
      _ = Descriptor.available(child.errors)
      if let status {
        return status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
      }
      var wait = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, 10)
      if wait.revents & Int16(POLLHUP) != 0 { usleep(2000) }
    }
    child.signal(SIGKILL)
    while child.status() == nil { usleep(1000) }
    return nil
  }
}
