import HummingbirdCore
import Logging
import NIOCore

/// HTTP/1 whose connections are each served on the event loop that their bytes arrive on.
///
/// On Swift's own pool every request would change threads twice, which costs more than most requests
/// do. What takes long has threads of its own: the database and the hashing of passwords.
struct LoopBoundConnections: ServerChildChannel {
  let connections: HTTP1Channel

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    connections.setup(channel: channel, logger: logger)
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
      await connections.handle(value: value, logger: logger)
    }
  }
}

/// Runs tasks on one event loop.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
