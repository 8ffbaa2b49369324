/// What carries one request to a vendor and brings the answer back.
package protocol Transport: Sendable {
  /// Sends a request once.
  ///
  /// Any status is an answer; an error says whether the request can have had an effect.
  func send(_ request: Request, to endpoint: Endpoint) throws(VendorError) -> Response
}

/// How often a request is sent again, and for how long we wait.
package struct RetryPolicy: Sendable {
  /// How often a request is sent at most.
  package var tries = 5
  /// The longest single pause that a vendor may ask for.
  package var longestPause: Duration = .seconds(90)
  /// The first pause where the vendor asks for none; each further one is twice as long.
  package var firstPause: Duration = .seconds(1)

  package init() {}
}

/// A transport that sends again what cannot have had an effect, or has none.
///
/// A read is repeated after 429, any 5xx, and a failed connection. A call that changes something is
/// repeated only where it was certainly not carried out: after 429, and where no connection was
/// made. Everything else about calls is decided by whoever can look at the live state.
package struct RetryingTransport: Transport {
  let base: any Transport
  let policy: RetryPolicy
  let pause: @Sendable (Duration) -> Void
  let now: @Sendable () -> Int

  /// Wraps a transport; `pause` sleeps and `now` tells the seconds since 1970.
  package init(
    _ base: any Transport,
    policy: RetryPolicy = RetryPolicy(),
    pause: @escaping @Sendable (Duration) -> Void,
    now: @escaping @Sendable () -> Int
  ) {
    self.base = base
    self.policy = policy
    self.pause = pause
    self.now = now
  }

  package func send(
    _ request: Request,
    to endpoint: Endpoint
  ) throws(VendorError) -> Response {
    var backoff = policy.firstPause
    var left = policy.tries
    while true {
      left -= 1
      do throws(VendorError) {
        let response = try base.send(request, to: endpoint)
        guard isWorthRepeating(response, request), left > 0 else { return response }
        let wait = asked(by: response) ?? backoff
        // A vendor that wants more patience than this gets its answer reported instead.
        if wait > policy.longestPause { return response }
        pause(wait)
      } catch {
        let isSafe = error.kind == .unreachable || (request.isRead && error.kind == .unknownOutcome)
        guard isSafe, left > 0 else { throw error }
        pause(backoff)
      }
      backoff = min(backoff * 2, policy.longestPause)
    }
  }

  private func isWorthRepeating(_ response: Response, _ request: Request) -> Bool {
    response.status == 429 || (request.isRead && response.status >= 500)
  }

  /// The pause that a vendor asks for.
  ///
  /// `Retry-After` is seconds or a date (RFC 9110); Render has `Ratelimit-Reset`, documented as
  /// seconds since 1970 with an example that can only be seconds from now
  /// (api-docs.render.com/reference/rate-limiting, read 2026-11-24).
  private func asked(by response: Response) -> Duration? {
    if let text = response.header("retry-after") {
      if let seconds = Int(text) { return .seconds(max(0, seconds)) }
      if let moment = HTTPDate.seconds(of: text) { return .seconds(max(0, moment - now())) }
    }
    guard let reset = response.header("ratelimit-reset").flatMap({ Int($0) }) else { return nil }
    return .seconds(max(1, reset > 1_000_000_000 ? reset - now() : reset))
  }
}

/// The one form of a date that HTTP sends, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The seconds since 1970; nil for anything else.
  static func seconds(of text: String) -> Int? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == ":" })
    guard words.count == 8, words[7] == "GMT", let day = Int(words[1]),
      let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]),
      let hour = Int(words[4]), let minute = Int(words[5]), let second = Int(words[6])
    else { return nil }
    // Years that start in March put the leap day last, and months have a formula.
    let shifted = month >= 2 ? year : year - 1
    let ofYear = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
    return days * 86_400 + hour * 3600 + minute * 60 + second
  }
}
