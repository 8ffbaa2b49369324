import BackendContract
import HTTPTypes
import Hummingbird
import Logging

/// What surrounds every route: problems instead of errors, headers that browsers act on, and one
/// line in the log.
struct Frame: RouterMiddleware {
  typealias Context = CallContext

  /// The origin of the page that may read answers.
  let origin: String

  func handle(
    _ request: Request,
    context: CallContext,
    next: @concurrent (Request, CallContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    if request.method == .options, request.headers[.accessControlRequestMethod] != nil {
      response = preflight(request)
    } else {
      do {
        response = try await next(request, context)
      } catch {
        response = refuse(error, context)
      }
    }
    decorate(&response, request, context)
    context.logger.info(
      "request",
      metadata: [
        "method": .string(request.method.rawValue), "path": .string(request.uri.path),
        "status": .string(String(response.status.code)),
        "ms": .string(start.duration(to: .now).milliseconds),
      ]
    )
    return response
  }

  private func refuse(_ error: any Error, _ context: CallContext) -> Response {
    let problem = Problem(error)
    if problem.status.code >= 500 {
      let level: Logger.Level = problem.status == .serviceUnavailable ? .warning : .error
      context.logger.log(level: level, "request failed", metadata: ["error": "\(error)"])
    }
    var headers = problem.headers
    headers[.contentType] = "application/problem+json"
    return Response(
      status: problem.status,
      headers: headers,
      body: ResponseBody(byteBuffer: problem.body(requestID: context.requestID))
    )
  }

  private func preflight(_ request: Request) -> Response {
    guard request.headers[.origin] == origin else { return Response(status: .noContent) }
    return Response(
      status: .noContent,
      headers: [
        .accessControlAllowMethods: "GET, POST, PATCH",
        .accessControlAllowHeaders: "authorization, content-type",
        .accessControlMaxAge: "600",
      ]
    )
  }

  private func decorate(_ response: inout Response, _ request: Request, _ context: CallContext) {
    response.headers.reserveCapacity(response.headers.count + Self.fixed.count + 4)
    response.headers.append(HTTPField(name: .xRequestID, value: context.requestID))
    response.headers.append(contentsOf: Self.fixed)
    if request.headers[.origin] == origin {
      response.headers[.accessControlAllowOrigin] = origin
      response.headers[.accessControlAllowCredentials] = "true"
      response.headers[.accessControlExposeHeaders] = "retry-after, x-request-id"
    }
  }

  /// What every answer says; no route sets any of these.
  private static let fixed = [
    HTTPField(name: .vary, value: "Origin"),
    HTTPField(name: .cacheControl, value: "no-store"),
    HTTPField(
      name: .contentSecurityPolicy,
      value: "default-src 'none'; frame-ancestors 'none'"
    ),
    HTTPField(name: .xContentTypeOptions, value: "nosniff"),
    HTTPField(name: .referrerPolicy, value: "no-referrer"),
    HTTPField(name: .crossOriginResourcePolicy, value: "same-site"),
    // Browsers heed it over TLS only, which is where the platforms serve it.
    HTTPField(name: .strictTransportSecurity, value: "max-age=31536000"),
  ]
}

extension HTTPField.Name {
  static let xRequestID = known("X-Request-ID")
  static let referrerPolicy = known("Referrer-Policy")
  static let crossOriginResourcePolicy = known("Cross-Origin-Resource-Policy")

  private static func known(_ name: String) -> HTTPField.Name {
    // The names are constants and well formed, so the second is never taken.
    HTTPField.Name(name) ?? .via
  }
}

extension Duration {
  /// The duration in milliseconds, as a person reads it in a log.
  var milliseconds: String {
    let (seconds, attoseconds) = components
    let micros = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let fraction = micros % 1000 / 10
    return "\(micros / 1000).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
