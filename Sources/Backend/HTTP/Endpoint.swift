import HTTPTypes
import Hummingbird

/// One operation of the API: how it is reached, who may, what it takes and gives, and what it does.
///
/// The routes and the OpenAPI document are both made from these, so neither can be out of date.
struct Endpoint: Sendable {
  /// Who may call.
  enum Access: Sendable, Equatable {
    case anyone
    case role(Role)
  }

  /// One way in which a call succeeds.
  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let summary: String
    /// The name of the body's schema; nil for none.
    let schema: String?
  }

  let method: HTTPRequest.Method
  /// The path, with `{id}` for a parameter.
  let path: String
  let operation: String
  let summary: String
  let access: Access
  var query: [QueryParameter] = []
  var body: BodyShape?
  let answer: Answer
  /// Problems beyond those that follow from the rest.
  var problems: [HTTPResponse.Status] = []
  let handle: @Sendable (Call) async throws -> Response
}

/// A parameter behind the question mark.
struct QueryParameter: Sendable {
  let name: String
  let shape: Shape
  let summary: String

  static let limit = QueryParameter(
    name: "limit",
    shape: .integer(1...100),
    summary: "How many at most; 20 unless told."
  )

  static let cursor = QueryParameter(
    name: "cursor",
    shape: .identifier,
    summary: "The nextCursor of the page before."
  )
}

extension Call {
  /// How many elements a list may have.
  func limit() throws(Problem) -> Int { try query(.limit).flatMap { Int($0) } ?? 20 }
}

/// One page of a list.
struct Page<Element: JSONWritable>: JSONWritable {
  let elements: [Element]
  let nextCursor: String?

  /// Takes one element more than asked for as the sign that there is another page.
  init(_ found: [Element], limit: Int, cursor: (Element) -> String) {
    elements = Array(found.prefix(limit))
    nextCursor = found.count > limit ? elements.last.map(cursor) : nil
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.name("items")
      json.array(elements) { $0.write(to: &$1) }
      json.member("nextCursor", nextCursor)
    }
  }
}
