import BackendContract
import HTTPTypes
import Hummingbird

/// The cookie that holds a browser's refresh token, out of reach of the page's scripts.
struct SessionCookies: Sendable {
  /// The cookie's name.
  static let name = "refresh_token"

  /// Where the browser sends it: to the operations on sessions, and nowhere else.
  static let path = "/auth"

  /// The origin of the page that may use it.
  let origin: String

  /// Whether page and API share a registrable domain.
  let kind: SessionCookie

  /// The header that hands a token to the browser.
  func set(_ token: String) -> String {
    "\(Self.name)=\(token); Max-Age=\(Sessions.refreshLifetime); \(attributes)"
  }

  /// The header that takes it away again.
  var clear: String { "\(Self.name)=; Max-Age=0; \(attributes)" }

  private var attributes: String {
    // Plain HTTP is for development on localhost, where some browsers refuse Secure.
    let secure = origin.hasPrefix("https:") ? "; Secure" : ""
    switch kind {
    case .sameSite: return "Path=\(Self.path); HttpOnly\(secure); SameSite=Strict"
    case .crossSite: return "Path=\(Self.path); HttpOnly; Secure; SameSite=None; Partitioned"
    }
  }

  /// The token in a request's cookie, if the request comes from the page.
  ///
  /// The browser adds the cookie by itself, so another site could make it send one; but it also
  /// tells where the request comes from, and that must be the page.
  func token(of request: Request) throws(Problem) -> String? {
    guard let token = request.cookies[Self.name]?.value, !token.isEmpty else { return nil }
    guard request.headers[.origin] == origin else { throw .wrongOrigin }
    return token
  }

  /// Refuses a request that another site made a browser send.
  func checkOrigin(of request: Request) throws(Problem) {
    if let sender = request.headers[.origin], sender != origin { throw .wrongOrigin }
  }
}
