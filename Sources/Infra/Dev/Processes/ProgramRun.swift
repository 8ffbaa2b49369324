#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that was run to its end, with all that it said.
package struct ProgramRun: Sendable {
  /// The exit status as a shell tells it.
  package let status: Int32

  /// What it wrote to standard output.
  package let output: [UInt8]

  /// What it wrote to standard error.
  package let errors: [UInt8]

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of standard error.
  package var complaints: [String] {
    String(decoding: errors, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Runs a program that is looked for in PATH, with its input handed to it.
  ///
  /// It inherits this process's variables unless others are given. It and all that it started are
  /// killed when it takes too long. `hear` gets each piece of what it writes to either stream as
  /// soon as it is there.
  ///
  /// On a leash, it is told to end (SIGTERM) when this process is no more, however that ended.
  package static func run(
    _ arguments: [String],
    in folder: String,
    variables: [String] = [],
    inheriting environment: [String]? = nil,
    input: [UInt8] = [],
    within limit: Duration = .seconds(60),
    onLeash: Bool = false,
    hear: (ArraySlice<UInt8>) -> Void = { _ in }
  ) throws(DevProblem) -> ProgramRun {
    // A program that ends before it has read everything must not end this one.
    if !input.isEmpty { signal(SIGPIPE, SIG_IGN) }
    let prefix = onLeash ? ["/bin/sh", "-c", Self.leash, "sh"] : []
    let child = try Child.start(
      Program(arguments: prefix + arguments, folder: folder, variables: variables),
      inheriting: environment ?? ProcessTable.ownEnvironment,
      withInput: onLeash || !input.isEmpty
    )
    defer {
      close(child.output)
      close(child.errors)
    }
    var streams = Streams(child, input, isHeld: onLeash)
    let end = ContinuousClock.now + limit
    while true {
      streams.exchange(hear)
      if let status = child.status() {
        // What it left behind has nobody to tell anything to.
        child.signal(SIGKILL)
        streams.drain(hear)
        streams.closeInput()
        return ProgramRun(status: status, output: streams.output, errors: streams.errors)
      }
      if ContinuousClock.now > end { break }
    }
    child.signal(SIGKILL)
    while child.status() == nil { usleep(1000) }
    streams.closeInput()
    throw DevProblem(
      "'\(arguments.prefix(3).joined(separator: " "))' did not end within "
        + "\(limit.components.seconds) s, and was stopped",
      help: "see what it waits for, and run this again"
    )
  }

  /// Runs a program until it ends, or until nobody holds the other end of the shell's input.
  private static let leash = """
    exec 3<&0
    "$@" </dev/null 3<&- &
    program=$!
    (cat <&3; kill -TERM $program) >/dev/null 2>&1 &
    wait $program
    """

  /// The three streams of a program while it runs.
  private struct Streams {
    let child: Child
    var rest: ArraySlice<UInt8>
    var input: Int32?
    var output: [UInt8] = []
    var errors: [UInt8] = []

    let isHeld: Bool

    init(_ child: Child, _ bytes: [UInt8], isHeld: Bool) {
      self.child = child
      self.isHeld = isHeld
      rest = bytes[...]
      input = child.input
    }

    /// Waits a moment for something to happen, and passes on what can be passed.
    mutating func exchange(_ hear: (ArraySlice<UInt8>) -> Void) {
      var wanted = [
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0),
      ]
      if let input, !isHeld { wanted.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      poll(&wanted, nfds_t(wanted.count), 10)
      if let input, !isHeld, wanted[2].revents != 0 {
        guard let count = Descriptor.write(rest.prefix(65_536), to: input) else {
          closeInput()
          return
        }
        rest = rest.dropFirst(count)
        if rest.isEmpty { closeInput() }
      }
      drain(hear)
      // Closed streams are always ready, and the program may live on without them.
      if wanted[0].revents & Int16(POLLHUP) != 0 { usleep(1000) }
    }

    /// Takes what is there.
    mutating func drain(_ hear: (ArraySlice<UInt8>) -> Void) {
      while true {
        let said = Descriptor.available(child.output)
        let complained = Descriptor.available(child.errors)
        if said.isEmpty && complained.isEmpty { return }
        output += said
        errors += complained
        hear(said[...])
        hear(complained[...])
      }
    }

    mutating func closeInput() {
      if let input { close(input) }
      input = nil
    }
  }
}
