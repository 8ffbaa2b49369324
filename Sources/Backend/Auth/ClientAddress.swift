import HTTPTypes
import NIOCore

/// Whose address a request comes from, as far as it can be believed.
struct ClientAddress: Sendable {
  /// How many proxies stand in front.
  let trustedProxies: Int

  /// The address that limits count by.
  ///
  /// Each proxy appends the address that called it, so the client's is as many entries from the end
  /// as there are proxies; anything further left was written by the client itself.
  func find(_ headers: HTTPFields, peer: SocketAddress?) -> String {
    let direct = peer.flatMap(Self.group) ?? "unknown"
    guard trustedProxies > 0 else { return direct }
    let entries = headers[values: Self.header].joined(separator: ",").split(separator: ",")
    guard entries.count >= trustedProxies else { return direct }
    let entry = entries[entries.count - trustedProxies].filter { !$0.isWhitespace }
    return (try? SocketAddress(ipAddress: String(entry), port: 0)).flatMap(Self.group) ?? direct
  }

  private static let header = HTTPField.Name("X-Forwarded-For") ?? .via

  /// The address itself for IPv4; for IPv6 its first 64 bits, since one subscriber has them all.
  private static func group(_ address: SocketAddress) -> String? {
    guard let text = address.ipAddress else { return nil }
    guard case .v6 = address else { return text }
    // The address proper follows family, port and flow in every system's sockaddr_in6.
    let bytes = address.withSockAddr { pointer, size in
      [UInt8](UnsafeRawBufferPointer(start: pointer, count: size).dropFirst(8).prefix(16))
    }
    if bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) {
      return bytes.suffix(4).map(String.init).joined(separator: ".")
    }
    return bytes.prefix(8).hexadecimal + "/64"
  }
}
