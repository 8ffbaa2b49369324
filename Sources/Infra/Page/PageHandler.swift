import FlyingFox
import Foundation
import InfraGraph

/// Answers requests: the page and its parts below a path that only the reader of the terminal knows.
struct PageHandler: HTTPHandler {
  /// The path's first part: 128 random bits in hexadecimal digits.
  let token: String
  /// What the page shows.
  let board: Board

  /// A new token.
  static func makeToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard Self.isOurs(request.headers[.host]),
      let part = Self.part(of: request.target.path(percentEncoded: true), behind: token)
    else { return Self.answer(.notFound, "text/plain", Data("Not found.\n".utf8)) }
    guard request.method == .GET else {
      return Self.answer(.methodNotAllowed, "text/plain", Data("GET only.\n".utf8))
    }
    switch part {
    case "": return Self.asset("text/html", PackageResources.index_html)
    case "app.js": return Self.asset("text/javascript", PackageResources.app_js)
    case "style.css": return Self.asset("text/css", PackageResources.style_css)
    case "icon.svg": return Self.asset("image/svg+xml", PackageResources.icon_svg)
    case "graph.svg": return graph
    case "events": return events(after: request.headers[HTTPHeader("Last-Event-ID")])
    default: return Self.answer(.notFound, "text/plain", Data("Not found.\n".utf8))
    }
  }

  /// Whether the browser asked for this machine by a name that nobody else can give it.
  ///
  /// Another site whose name is made to lead here (DNS rebinding) comes with a name of its own.
  static func isOurs(_ host: String?) -> Bool {
    guard let host else { return false }
    let parts = host.lowercased().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.first == "127.0.0.1" || parts.first == "localhost" else {
      return false
    }
    return parts.count == 1 || UInt16(parts[1]) != nil
  }

  /// What of a path stands behind the token; nil for a path with another one.
  static func part(of path: String, behind token: String) -> String? {
    let bytes = Array(path.utf8)
    let wanted = Array("/\(token)/".utf8)
    guard bytes.count >= wanted.count else { return nil }
    // All bytes are looked at, so that the time says nothing about how many are right.
    var difference: UInt8 = 0
    for index in wanted.indices { difference |= bytes[index] ^ wanted[index] }
    return difference == 0 ? String(decoding: bytes[wanted.count...], as: UTF8.self) : nil
  }

  private var graph: HTTPResponse {
    guard let plan = board.plan else {
      return Self.answer(.notFound, "text/plain", Data("No plan yet.\n".utf8))
    }
    let layout = GraphLayout(ResourceGraph(plan), hasLabels: false)
    let text = GraphDrawing.svg(layout, for: .page)
    return Self.answer(.ok, "image/svg+xml", Data(text.utf8))
  }

  private func events(after id: String?) -> HTTPResponse {
    guard let seat = board.seat() else {
      return Self.answer(
        .serviceUnavailable,
        "text/plain",
        Data("\(Board.mostReaders) pages are open; close one.\n".utf8)
      )
    }
    let line = id.flatMap { Int($0) }.map { max(0, $0) } ?? 0
    let stream = EventStream(board, seat: seat, after: line)
    var response = HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: stream))
    Self.harden(&response, "text/event-stream")
    return response
  }

  private static func asset(_ type: String, _ bytes: [UInt8]) -> HTTPResponse {
    answer(.ok, type, Data(bytes))
  }

  private static func answer(
    _ status: HTTPStatusCode,
    _ type: String,
    _ body: Data
  ) -> HTTPResponse {
    var response = HTTPResponse(statusCode: status, body: body)
    harden(&response, type)
    return response
  }

  private static func harden(_ response: inout HTTPResponse, _ type: String) {
    response.headers[.contentType] = type + "; charset=utf-8"
    response.headers[.cacheControl] = "no-store"
    response.headers[HTTPHeader("Content-Security-Policy")] = policy
    response.headers[HTTPHeader("Cross-Origin-Opener-Policy")] = "same-origin"
    response.headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    response.headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
    response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
  }

  /// The page loads its own parts and nothing else, and turns no text into markup.
  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'
    """
}

extension ResourceGraph {
  /// The graph of a plan: what a resource refers to, and what it only waits for.
  init(_ plan: RunPlan) {
    var positions: [String: Int] = [:]
    for (index, resource) in plan.resources.enumerated() where positions[resource.name] == nil {
      positions[resource.name] = index
    }
    var edges: [Edge] = []
    for (index, resource) in plan.resources.enumerated() {
      let references = resource.references ?? []
      for name in references {
        if let target = positions[name] { edges.append(Edge(from: index, to: target)) }
      }
      for name in resource.dependsOn ?? [] where !references.contains(name) {
        if let target = positions[name] {
          edges.append(Edge(from: index, to: target, isWait: true))
        }
      }
    }
    let nodes = plan.resources.map { resource in
      let kind = Kind(rawValue: resource.kind.rawValue) ?? .service
      let port = resource.port.map { " · port \($0)" } ?? ""
      return Node(resource.name, kind, caption: resource.kind.rawValue + port)
    }
    self.init(nodes: nodes, edges: edges)
  }
}
