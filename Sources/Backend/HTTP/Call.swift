import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What is known about a request besides itself.
struct CallContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let peer: SocketAddress?
  let requestID: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress
    requestID = RequestName.make()
    logger[metadataKey: "hb.request.id"] = nil
    logger[metadataKey: "request"] = .string(requestID)
  }

  var maxUploadSize: Int { Call.bodyLimit }
}

/// One request on its way through a route.
struct Call: Sendable {
  /// The most bytes that a body may have.
  static let bodyLimit = 65_536

  let request: Request
  let context: CallContext
  let identity: Identity?

  /// Who asks, where the route lets only known callers in.
  func caller() throws(Problem) -> Identity {
    guard let identity else { throw .unauthenticated }
    return identity
  }

  /// The identifier in the path.
  func id() throws(Problem) -> String {
    guard let text = context.parameters.get("id"), Identifier.accepts(text) else {
      throw .notFound
    }
    return text
  }

  /// A parameter behind the question mark that the endpoint's table describes.
  func query(_ parameter: QueryParameter) throws(Problem) -> String? {
    let values = request.uri.queryParameters[values: Substring(parameter.name)]
    guard let text = values.first.map({ String($0) }) else { return nil }
    if values.count > 1 {
      throw .invalid([Problem.Fault(pointer: "?\(parameter.name)", detail: "is there twice")])
    }
    if let complaint = parameter.shape.complaint(about: text) {
      throw .invalid([Problem.Fault(pointer: "?\(parameter.name)", detail: complaint)])
    }
    return text
  }

  /// Reads the body and checks it against its shape.
  func fields(_ shape: BodyShape) async throws -> Fields {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.bodyLimit {
      throw Problem.tooLarge
    }
    let buffer = try await request.body.collect(upTo: Self.bodyLimit)
    if buffer.readableBytes == 0, shape.mayBeAbsent { return try shape.check([:]) }
    guard let type = request.headers[.contentType],
      type == "application/json" || MediaType(from: type)?.isJSON == true
    else { throw Problem.notJSON }
    do {
      return try shape.check(try JSONParser.parse([UInt8](buffer.readableBytesView)))
    } catch let fault as JSONParser.Fault {
      throw Problem.malformed("the body is no JSON: \(fault.reason), at byte \(fault.offset)")
    }
  }
}

extension MediaType {
  fileprivate var isJSON: Bool { type == .application && subType == "json" }
}

extension Response {
  /// A JSON answer.
  static func json(
    _ value: some JSONWritable,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    json(text: JSONWriter.encode(value), status: status, headers: headers)
  }

  /// An answer that is JSON already.
  static func json(
    text: ByteBuffer,
    status: HTTPResponse.Status = .ok,
    headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers.append(jsonType)
    return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: text))
  }

  private static let jsonType = HTTPField(name: .contentType, value: "application/json")
}
