#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// Ports of this machine.
package enum LocalSocket {
  /// Whether a program could listen on a port of both loopback addresses.
  ///
  /// `localhost` means either: a listener on one of them is in the way.
  package static func isFree(_ port: Int) -> Bool {
    guard (1...65_535).contains(port) else { return false }
    return bound(to: port, isIPv6: false) != nil && bound(to: port, isIPv6: true) != nil
  }

  /// A port that nobody listens on.
  package static func anyFreePort() -> Int? {
    for _ in 0..<20 {
      if let port = bound(to: 0, isIPv6: false), isFree(port) { return port }
    }
    return nil
  }

  /// A socket that is closed when another program is started.
  package static func make(isIPv6: Bool) -> Int32? {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, kind, 0)
    if descriptor < 0 { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  /// Calls with the loopback address of a port.
  package static func withAddress<Result>(
    _ port: Int,
    isIPv6: Bool,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    if isIPv6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = in_port_t(truncatingIfNeeded: port).bigEndian
      address.sin6_addr = in6addr_loopback
      return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// The port that a socket could be bound to; nil where another has it.
  ///
  /// A machine without IPv6 has nobody on its addresses.
  private static func bound(to port: Int, isIPv6: Bool) -> Int? {
    guard let descriptor = make(isIPv6: isIPv6) else { return isIPv6 ? port : nil }
    defer { close(descriptor) }
    // As servers do: connections that linger are not in the way.
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let code = withAddress(port, isIPv6: isIPv6) { bind(descriptor, $0, $1) }
    if code != 0 { return isIPv6 && errno == EADDRNOTAVAIL ? port : nil }
    if port != 0 { return port }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let named = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    return named == 0 ? Int(in_port_t(bigEndian: address.sin_port)) : nil
  }
}
