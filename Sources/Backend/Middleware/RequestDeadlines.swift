import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections whose client is too slow, however steadily it trickles.
///
/// The time counts from the beginning of waiting and not from the last byte, so a byte now and then
/// does not buy more of it.
final class RequestDeadlines: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  /// How long a client may take.
  struct Limits: Sendable {
    /// For the next request's head, also on a connection that is kept open.
    var head: TimeAmount = .seconds(60)
    /// For a request's body.
    var body: TimeAmount = .seconds(15)
  }

  private let limits: Limits
  private var deadline = NIODeadline.distantFuture
  // One timer for many requests: it is set anew only where a deadline comes sooner, and looks at
  // the present deadline when it fires.
  private var timer: Scheduled<Void>?
  private var firesAt = NIODeadline.distantFuture

  init(_ limits: Limits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { wait(limits.head, context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    wait(limits.head, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: deadline = .now() + limits.body
    case .body: break
    case .end: deadline = .now() + limits.head
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Most requests are complete by now, so the short time for a body rarely needs a timer.
    if deadline < firesAt { start(context) }
    context.fireChannelReadComplete()
  }

  private func wait(_ limit: TimeAmount, _ context: ChannelHandlerContext) {
    deadline = .now() + limit
    start(context)
  }

  private func start(_ context: ChannelHandlerContext) {
    stop()
    firesAt = deadline
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: deadline) { bound.value.0.fire(bound.value.1) }
  }

  private func stop() {
    timer?.cancel()
    timer = nil
    firesAt = .distantFuture
  }

  private func fire(_ context: ChannelHandlerContext) {
    timer = nil
    firesAt = .distantFuture
    if deadline <= .now() { context.close(promise: nil) } else { start(context) }
  }
}
