#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A thread of the operating system, for work that waits outside Swift's own pool.
enum SystemThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a detached thread.
  ///
  /// A thread that cannot be made means that the process is out of resources and cannot serve.
  static func start(_ run: @escaping @Sendable () -> Void) throws(DatabaseError) {
    let body = Unmanaged.passRetained(Body(run)).toOpaque()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, &attributes, { SystemThread.enter($0) }, body)
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, &attributes, { SystemThread.enter($0) }, body)
    #endif
    guard status == 0 else {
      Unmanaged<Body>.fromOpaque(body).release()
      throw .unavailable("no thread could be started")
    }
  }

  private static func enter(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let body else { return nil }
    Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }
}

/// A descriptor that one thread polls and any other makes readable.
struct Wakeup: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// Opens the two ends of a pipe.
  init() throws(DatabaseError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .unavailable("no pipe could be opened") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    self.reading = ends[0]
    self.writing = ends[1]
  }

  /// What the polling thread adds to its set.
  var descriptor: Int32 { reading }

  /// Makes the descriptor readable.
  func signal() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Makes the descriptor unreadable again.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { bytes in
      while read(reading, bytes.baseAddress, bytes.count) == bytes.count {}
    }
  }

  /// Gives both ends back to the system.
  func close() {
    #if canImport(Darwin)
      _ = Darwin.close(reading)
      _ = Darwin.close(writing)
    #elseif canImport(Musl)
      _ = Musl.close(reading)
      _ = Musl.close(writing)
    #else
      _ = Glibc.close(reading)
      _ = Glibc.close(writing)
    #endif
  }
}
