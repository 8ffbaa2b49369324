/// Where a vendor's public interface answers: a scheme, a host, and the path before every other.
///
/// A token is sent there, so the address is code: no variable, file or option changes it. Only the
/// package itself can make one, and only of `https:`, or of this machine, where tests listen.
package struct Address: Sendable, Hashable {
  /// The address without a slash at its end.
  package let text: String

  /// Whether it is this machine.
  package let isLocal: Bool

  /// Takes an address; nil for one that would send a token over the network in the clear.
  package init?(_ text: String) {
    isLocal = text.hasPrefix("http://127.0.0.1:")
    guard isLocal || text.hasPrefix("https://"), !text.hasSuffix("/"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    self.text = text
  }

  private init(known text: String) {
    self.text = text
    isLocal = false
  }

  /// api-docs.render.com/reference/introduction, read 2026-11-24.
  package static let render = Address(known: "https://api.render.com/v1")
  /// docs.railway.com/integrations/api, read 2026-11-23.
  package static let railway = Address(known: "https://backboard.railway.com/graphql/v2")
  /// vercel.com/docs/rest-api, read 2026-11-24.
  package static let vercel = Address(known: "https://api.vercel.com")
}

/// Where each vendor answers.
package struct VendorAddresses: Sendable {
  package let render: Address
  package let railway: Address
  package let vercel: Address

  /// Names an address for each vendor; a test names its own servers.
  package init(
    render: Address = .render,
    railway: Address = .railway,
    vercel: Address = .vercel
  ) {
    self.render = render
    self.railway = railway
    self.vercel = vercel
  }
}

/// A vendor's interface with what opens it.
package struct Endpoint: Sendable {
  /// The vendor as sentences name it, such as `Render`.
  package let vendor: String
  /// Where it answers.
  package let address: Address
  /// The name of the variable that the token came from.
  package let tokenName: String
  /// The header that carries the token.
  let tokenHeader: String
  /// The words before the token in its header.
  let tokenPrefix: String
  let token: SecretText

  /// Takes a token; nil where it holds what no header may, such as a line break.
  init?(
    _ vendor: String,
    _ address: Address,
    token: SecretText,
    named tokenName: String,
    header: String = "Authorization",
    prefix: String = "Bearer "
  ) {
    guard !token.isEmpty, token.withText({ $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }) else {
      return nil
    }
    self.vendor = vendor
    self.address = address
    self.token = token
    self.tokenName = tokenName
    tokenHeader = header
    tokenPrefix = prefix
  }
}
