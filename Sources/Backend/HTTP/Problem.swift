import HTTPTypes
import Hummingbird
import NIOCore

/// Why a request is refused, as RFC 9457 words it.
struct Problem: Error, Sendable {
  /// One thing that is wrong with what was sent.
  struct Fault: Sendable, Equatable {
    /// Where: a JSON pointer into the body (`/title`), or a parameter's name (`?limit`).
    let pointer: String
    let detail: String
  }

  var status: HTTPResponse.Status
  var slug: String
  var title: String
  var detail: String?
  var faults: [Fault] = []
  var headers: HTTPFields = [:]

  /// The body that clients get.
  func body(requestID: String) -> ByteBuffer {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "urn:problem:helpdesk:\(slug)")
      json.member("title", title)
      json.member("status", Int(status.code))
      if let detail { json.member("detail", detail) }
      json.member("requestId", requestID)
      if !faults.isEmpty {
        json.name("errors")
        json.array(faults) { fault, json in
          json.object { json in
            json.member("pointer", fault.pointer)
            json.member("detail", fault.detail)
          }
        }
      }
    }
    return json.buffer
  }
}

extension Problem {
  static func malformed(_ detail: String) -> Problem {
    Problem(status: .badRequest, slug: "malformed", title: "Malformed request", detail: detail)
  }

  static func invalid(_ faults: [Fault]) -> Problem {
    Problem(
      status: .unprocessableContent,
      slug: "invalid",
      title: "Invalid input",
      faults: faults
    )
  }

  static func conflict(_ detail: String) -> Problem {
    Problem(status: .conflict, slug: "conflict", title: "Conflict", detail: detail)
  }

  static let unauthenticated = Problem(
    status: .unauthorized,
    slug: "unauthenticated",
    title: "Not signed in",
    detail: "a valid access token is needed",
    headers: [.wwwAuthenticate: "Bearer"]
  )

  static let wrongCredentials = Problem(
    status: .unauthorized,
    slug: "wrong-credentials",
    title: "Wrong email or password",
    headers: [.wwwAuthenticate: "Bearer"]
  )

  static let endedSession = Problem(
    status: .unauthorized,
    slug: "session-ended",
    title: "Session ended",
    detail: "the refresh token is no longer valid",
    headers: [.wwwAuthenticate: "Bearer"]
  )

  /// No refresh token came at all: a browser that keeps no cookie is told from an ended session.
  static let noSession = Problem(
    status: .unauthorized,
    slug: "no-session",
    title: "No session",
    detail: "no refresh token was sent",
    headers: [.wwwAuthenticate: "Bearer"]
  )

  static let forbidden = Problem(
    status: .forbidden,
    slug: "forbidden",
    title: "Not allowed",
    detail: "the account's role does not allow this"
  )

  static let wrongOrigin = Problem(
    status: .forbidden,
    slug: "wrong-origin",
    title: "Wrong origin",
    detail: "a request with the session's cookie must come from the page that it belongs to"
  )

  static let notFound = Problem(status: .notFound, slug: "not-found", title: "Not found")

  static let tooLarge = Problem(
    status: .contentTooLarge,
    slug: "too-large",
    title: "Body too large",
    detail: "a body may have \(Call.bodyLimit) bytes at most",
    headers: [.connection: "close"]
  )

  static let notJSON = Problem(
    status: .unsupportedMediaType,
    slug: "not-json",
    title: "Not JSON",
    detail: "the body must be application/json"
  )

  static let overloaded = Problem(
    status: .serviceUnavailable,
    slug: "unavailable",
    title: "Temporarily unavailable",
    detail: "the service cannot answer just now; try again",
    headers: [.retryAfter: "2"]
  )

  static let failed = Problem(
    status: .internalServerError,
    slug: "failed",
    title: "Internal error",
    detail: "the request failed; the request identifier finds it in the logs"
  )

  static func methodNotAllowed(_ allowed: [String]) -> Problem {
    Problem(
      status: .methodNotAllowed,
      slug: "method-not-allowed",
      title: "Method not allowed",
      headers: [.allow: allowed.joined(separator: ", ")]
    )
  }

  static func tooManyAttempts(retryAfter seconds: Int) -> Problem {
    Problem(
      status: .tooManyRequests,
      slug: "too-many-attempts",
      title: "Too many attempts",
      headers: [.retryAfter: "\(max(1, seconds))"]
    )
  }

  /// What a client is told of an error that was not meant for it.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as DatabaseError:
      switch error {
      case .unavailable, .connectionLost, .timeout, .conflict: self = .overloaded
      case .invalidValue: self = .malformed("a value is outside what can be stored")
      default: self = .failed
      }
    case is NIOTooManyBytesError: self = .tooLarge
    case let error as any HTTPResponseError:
      switch error.status {
      case .notFound: self = .notFound
      case .contentTooLarge: self = .tooLarge
      case .badRequest: self = .malformed("the request cannot be read")
      default: self = .failed
      }
    default: self = .failed
    }
  }
}
