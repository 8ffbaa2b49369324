import InfraSerialization

/// A vendor's interface and what carries requests to it.
package struct Connection: Sendable {
  /// Where requests go.
  package let endpoint: Endpoint
  /// What carries them.
  package let transport: any Transport

  /// Joins both.
  package init(_ endpoint: Endpoint, _ transport: any Transport) {
    self.endpoint = endpoint
    self.transport = transport
  }

  /// The JSON that a read is answered with.
  func read(_ request: Request) throws(VendorError) -> AnyValue {
    let response = try transport.send(request, to: endpoint)
    return try Self.value(of: response, to: request, at: endpoint)
  }

  /// The JSON of an answer that is no refusal.
  static func value(
    of response: Response,
    to request: Request,
    at endpoint: Endpoint
  ) throws(VendorError) -> AnyValue {
    try accept(response, to: request, at: endpoint)
    // What only says that it was done may have no body.
    if response.body.isEmpty { return .null }
    guard let value = JSONText.value(of: response.body) else {
      throw unreadable("it is not JSON", request, endpoint)
    }
    return value
  }

  /// Throws where an answer is a refusal.
  static func accept(
    _ response: Response,
    to request: Request,
    at endpoint: Endpoint
  ) throws(VendorError) {
    guard (200..<300).contains(response.status) else {
      throw VendorError(response, to: request, at: endpoint)
    }
  }

  /// The error for an answer that lacks what the vendor documents.
  static func unreadable(
    _ what: String,
    _ request: Request,
    _ endpoint: Endpoint
  ) -> VendorError {
    VendorError(
      .unreadable,
      "\(endpoint.vendor) answered \(request.operation ?? request.path) with something else than "
        + "its documentation says: \(what)",
      help: "the interface may have changed: see whether a newer infra knows it, or use the "
        + "commands that the plan prints"
    )
  }

  /// A call that changes something, and what to remember of its answer.
  func call(
    _ request: Request,
    remembering key: String? = nil
  ) -> Call {
    let endpoint = endpoint
    return Call(request, at: endpoint) { response throws(VendorError) in
      let value = try Self.value(of: response, to: request, at: endpoint)
      return key.flatMap { value[$0]?.text }
    }
  }
}
