#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit

extension Supervisor {
  /// Takes what can be read of a stream.
  mutating func listen(to stream: OpenStream) {
    let (bytes, isAtEnd) = Descriptor.read(stream.descriptor)
    if stream.pid == page.child?.pid, stream.stream == .out {
      // At once, for it shows best what a long start waits for, and again with all addresses.
      if let url = page.take(bytes), mode != .stopping {
        console.say("  page  \(console.bold(url))")
      }
    } else {
      let lines = logs.take(bytes, of: stream.resource, stream.stream, isAtEnd: isAtEnd)
      for line in lines { pass(on: line) }
    }
    if isAtEnd { close(stream) }
  }

  private mutating func close(_ stream: OpenStream) {
    closeDescriptor(stream.descriptor)
    streams.removeAll { $0.descriptor == stream.descriptor }
  }

  /// Shows a line to whoever looks.
  private mutating func pass(on line: LogLine) {
    let isProgram = line.stream == .out || line.stream == .err
    let unit = units.first { $0.name == line.resource }
    let isOurs = unit.map { $0.recipe.id.kind == .service || $0.recipe.id.kind == .site } ?? false
    if options.showsAll || (isProgram && isOurs) { console.log(line) }
    var told = JSONLine("log")
    told.add("resource", line.resource)
    told.add("stream", line.stream.rawValue)
    told.add("time", line.time)
    told.add("text", line.text)
    page.tell(told, isEssential: false)
  }

  /// Starts to read what a program says.
  mutating func follow(_ child: Child, _ resource: String, as stream: LogLine.Stream? = nil) {
    for (descriptor, standard) in [(child.output, LogLine.Stream.out), (child.errors, .err)] {
      streams.append(
        OpenStream(
          descriptor: descriptor,
          pid: child.pid,
          resource: resource,
          stream: stream ?? standard
        )
      )
    }
    stateIsStale = true
  }

  /// Reads what an ended program has said last, and stops reading it.
  mutating func unfollow(_ child: Child) {
    for stream in streams.filter({ $0.pid == child.pid }) {
      listen(to: stream)
      if streams.contains(where: { $0.descriptor == stream.descriptor }) {
        for line in logs.take([], of: stream.resource, stream.stream, isAtEnd: true) {
          pass(on: line)
        }
        close(stream)
      }
    }
    stateIsStale = true
  }
}

/// Closes an open file.
func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
