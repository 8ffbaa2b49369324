import NIOCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The addresses that a server may listen on.
enum ListeningAddress {
  /// This machine alone.
  static let loopback = "127.0.0.1"

  /// Everywhere: IPv6 and IPv4 together, or IPv4 alone on machines without IPv6, as in many containers.
  static let any: String = {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET6, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { return "0.0.0.0" }
    defer { close(descriptor) }
    // Where no interface but the loopback has an IPv6 address, such a socket can be made, and yet
    // the system's resolver, which the server asks, refuses even the address that means all.
    let isBound = try? SocketAddress.makeAddressResolvingHost("::", port: 0)
      .withSockAddr { pointer, size in bind(descriptor, pointer, socklen_t(size)) == 0 }
    return isBound == true ? "::" : "0.0.0.0"
  }()
}
