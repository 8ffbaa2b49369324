import HTTPTypes
import Hummingbird

extension Services {
  /// What platforms and people ask before anything else.
  var health: [Endpoint] {
    [
      Endpoint(
        method: .get,
        path: "/healthz",
        operation: "health",
        summary: "Whether the process answers at all.",
        access: .anyone,
        answer: .init(status: .ok, summary: "It does.", schema: "Health"),
        handle: { _ in .json(text: Self.ok) }
      ),
      Endpoint(
        method: .get,
        path: "/readyz",
        operation: "readiness",
        summary: "Whether the database answers and its schema is up to date.",
        access: .anyone,
        answer: .init(status: .ok, summary: "Both.", schema: "Health"),
        handle: { _ in
          let waiting = try await migrator.status().contains { $0.state == .pending }
          guard !waiting else {
            var problem = Problem.overloaded
            problem.detail = "migrations are pending: run 'backend migrate deploy'"
            throw problem
          }
          return .json(text: Self.ok)
        }
      ),
      Endpoint(
        method: .get,
        path: "/version",
        operation: "version",
        summary: "What is running.",
        access: .anyone,
        answer: .init(status: .ok, summary: "Name and version.", schema: "Version"),
        handle: { _ in .json(["name": "helpdesk", "version": .text(Version.text)] as JSON) }
      ),
    ]
  }

  private static let ok = JSONWriter.encode(["status": "ok"] as JSON)

  /// The description of the other operations and of itself.
  static func document(of endpoints: [Endpoint]) -> Endpoint {
    func endpoint(_ handle: @escaping @Sendable (Call) async throws -> Response) -> Endpoint {
      Endpoint(
        method: .get,
        path: "/openapi.json",
        operation: "description",
        summary: "This description.",
        access: .anyone,
        answer: .init(status: .ok, summary: "OpenAPI 3.1.", schema: "Document"),
        handle: handle
      )
    }
    let all = endpoints + [endpoint { _ in throw Problem.notFound }]
    let text = JSONWriter.encode(OpenAPI(endpoints: all).document, capacity: 32_768)
    return endpoint { _ in
      .json(text: text)
    }
  }
}
