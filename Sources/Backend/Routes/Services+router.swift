import HTTPTypes
import Hummingbird

extension Services {
  /// Builds the routes from the endpoints.
  func router() -> Router<CallContext> {
    let router = Router(context: CallContext.self)
    router.add(middleware: Frame(origin: cookies.origin))
    let all = endpoints
    for endpoint in all {
      router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
        let identity = try identify(request, endpoint.access)
        return try await endpoint.handle(
          Call(request: request, context: context, identity: identity)
        )
      }
    }
    for path in Set(all.map(\.path)).sorted() {
      let allowed = all.filter { $0.path == path }.map(\.method)
      for method in Self.methods where !allowed.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          throw Problem.methodNotAllowed(allowed.map(\.rawValue))
        }
      }
    }
    return router
  }

  private static let methods: [HTTPRequest.Method] =
    [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]
    + ["QUERY"].compactMap { HTTPRequest.Method($0) }

  /// Finds out who calls, and refuses those who may not.
  private func identify(
    _ request: Request,
    _ access: Endpoint.Access
  ) throws(Problem) -> Identity? {
    guard case .role(let role) = access else { return nil }
    guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else {
      throw .unauthenticated
    }
    let identity = try sessions.identity(String(header.dropFirst(7)))
    guard identity.role >= role else { throw .forbidden }
    return identity
  }
}
