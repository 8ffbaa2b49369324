import HTTPTypes
import Hummingbird

/// What opens, renews and ends a session.
extension Services {
  private static let registration = BodyShape(
    name: "Registration",
    fields: [
      .required("email", .email),
      .required("password", .text(10...128)),
      .required("name", .text(1...100)),
    ]
  )

  private static let login = BodyShape(
    name: "Login",
    fields: [
      .required("email", .email),
      .required("password", .text(1...128)),
      // Pages take the cookie; programs ask for the token itself.
      .optional("delivery", .choice(["cookie", "body"])),
    ]
  )

  private static let token = BodyShape(
    name: "RefreshToken",
    fields: [.optional("refreshToken", .text(1...2048))],
    mayBeAbsent: true
  )

  /// The operations.
  var sessionEndpoints: [Endpoint] {
    [
      Endpoint(
        method: .post,
        path: "/auth/register",
        operation: "register",
        summary: "Creates an account, as a requester.",
        access: .anyone,
        body: Self.registration,
        answer: .init(status: .created, summary: "The account.", schema: "Account"),
        problems: [.conflict, .tooManyRequests],
        handle: register
      ),
      Endpoint(
        method: .post,
        path: "/auth/login",
        operation: "logIn",
        summary: "Opens a session; the refresh token comes as a cookie, or in the body if asked.",
        access: .anyone,
        body: Self.login,
        answer: .init(status: .ok, summary: "The session.", schema: "Session"),
        problems: [.unauthorized, .forbidden, .tooManyRequests],
        handle: logIn
      ),
      Endpoint(
        method: .post,
        path: "/auth/refresh",
        operation: "refresh",
        summary: "Exchanges a refresh token, from the cookie or the body, for a new session.",
        access: .anyone,
        body: Self.token,
        answer: .init(status: .ok, summary: "The session.", schema: "Session"),
        problems: [.unauthorized, .forbidden],
        handle: refresh
      ),
      Endpoint(
        method: .post,
        path: "/auth/logout",
        operation: "logOut",
        summary: "Ends the session that a refresh token belongs to.",
        access: .anyone,
        body: Self.token,
        answer: .init(status: .noContent, summary: "It has ended.", schema: nil),
        problems: [.forbidden],
        handle: logOut
      ),
    ]
  }

  @Sendable private func register(_ call: Call) async throws -> Response {
    let fields = try await call.fields(Self.registration)
    try cookies.checkOrigin(of: call.request)
    let address = addresses.find(call.request.headers, peer: call.context.peer)
    try await attempts.count(account: nil, address: address)
    let account = try await accounts.add(
      email: fields.text("email").lowercased(),
      name: fields.text("name"),
      passwordHash: try await passwords.hash(fields.text("password"))
    )
    return .json(account, status: .created)
  }

  @Sendable private func logIn(_ call: Call) async throws -> Response {
    let fields = try await call.fields(Self.login)
    try cookies.checkOrigin(of: call.request)
    let email = fields.text("email").lowercased()
    let address = addresses.find(call.request.headers, peer: call.context.peer)
    try await attempts.count(account: email, address: address)
    let found = try await accounts.find(email: email)
    let isRight = try await passwords.verify(
      fields.text("password"),
      against: found?.passwordHash
    )
    guard isRight, let account = found?.account else { throw Problem.wrongCredentials }
    try await attempts.forget(account: email)
    let session = try await sessions.open(account)
    return answer(session, inBody: fields["delivery"] == "body")
  }

  @Sendable private func refresh(_ call: Call) async throws -> Response {
    if let token = try await call.fields(Self.token)["refreshToken"] {
      return answer(try await sessions.rotate(token), inBody: true)
    }
    guard let token = try cookies.token(of: call.request) else { throw Problem.noSession }
    return answer(try await sessions.rotate(token), inBody: false)
  }

  @Sendable private func logOut(_ call: Call) async throws -> Response {
    let given = try await call.fields(Self.token)["refreshToken"]
    if let token = try given ?? cookies.token(of: call.request) { try await sessions.close(token) }
    return Response(
      status: .noContent,
      headers: given == nil ? [.setCookie: cookies.clear] : [:]
    )
  }

  private func answer(_ session: Session, inBody: Bool) -> Response {
    .json(
      SessionAnswer(session: session, showsRefreshToken: inBody),
      headers: inBody ? [:] : [.setCookie: cookies.set(session.refreshToken)]
    )
  }
}

/// A session as the client gets it.
private struct SessionAnswer: JSONWritable {
  let session: Session
  let showsRefreshToken: Bool

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("accessToken", session.accessToken)
      json.member("tokenType", "Bearer")
      json.member("expiresIn", Sessions.accessLifetime)
      json.member("account", session.account)
      if showsRefreshToken { json.member("refreshToken", session.refreshToken) }
    }
  }
}
