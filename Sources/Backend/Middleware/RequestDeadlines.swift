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
  private var timer: Scheduled<Void>?

  init(_ limits: Limits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { schedule(limits.head, context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    schedule(limits.head, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: schedule(limits.body, context)
    case .body: break
    case .end: schedule(limits.head, context)
    }
    context.fireChannelRead(data)
  }

  private func schedule(_ limit: TimeAmount, _ context: ChannelHandlerContext) {
    timer?.cancel()
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }
}
