#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Requests through the program `curl`, which reads all of a request from its standard input.
///
/// Arguments and variables of a process can be read by others on the machine; its input cannot. No
/// redirect is followed and no file of options is read, so a token goes nowhere else.
package struct CurlTransport: Transport {
  /// How long one request may take.
  let limit: Int

  /// Sends requests that may take some seconds each.
  package init(limit seconds: Int = 60) { limit = seconds }

  package func send(
    _ request: Request,
    to endpoint: Endpoint
  ) throws(VendorError) -> Response {
    let input = Array(configuration(of: request, endpoint).utf8)
    guard let run = CurlProcess.run(input) else {
      throw VendorError(
        .noCurl,
        "cannot start the program 'curl'",
        help: "install curl 7.61 or newer (apt-get install curl, brew install curl)"
      )
    }
    let what = request.operation ?? "\(request.method.rawValue) \(request.path)"
    guard run.status == 0 else { throw Self.error(run.status, what, request, endpoint) }
    guard let response = Self.response(of: run.output) else {
      throw VendorError(
        request.isRead ? .unreadable : .unknownOutcome,
        "\(endpoint.vendor) answered \(what) with something that is not HTTP",
        help: "see whether a proxy answers in its place, and go on with --resume"
      )
    }
    return response
  }

  /// The request as a file of options for curl.
  private func configuration(of request: Request, _ endpoint: Endpoint) -> String {
    var lines = [
      "silent", "include", "suppress-connect-headers", "globoff", "path-as-is",
      "proto = \"=\(endpoint.address.isLocal ? "http" : "https")\"",
      "connect-timeout = 10", "max-time = \(limit)", "max-filesize = 33554432",
      "request = \"\(request.method.rawValue)\"",
      "url = \(Self.quoted(endpoint.address.text + request.path))",
      "user-agent = \"infra\"",
      "header = \"Accept: application/json\"",
      // Without it curl asks first whether it may send a long body, and waits a second for that.
      "header = \"Expect:\"",
      "header = "
        + Self.quoted(
          "\(endpoint.tokenHeader): \(endpoint.tokenPrefix)\(endpoint.token.revealed)"
        ),
    ]
    if endpoint.address.isLocal { lines.append("noproxy = \"*\"") }
    if let content = request.content {
      lines.append("header = \"Content-Type: application/json\"")
      lines.append("data-raw = \(Self.quoted(content.text(revealing: true)))")
    } else if request.method != .get {
      lines.append("data-raw = \"\"")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text as a quoted word of such a file.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The head and the body that curl printed; heads of steps on the way are skipped.
  private static func response(of output: [UInt8]) -> Response? {
    var rest = output[...]
    while true {
      guard let end = rest.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]) else { return nil }
      let head = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
      rest = rest[end.upperBound...]
      var lines = head.split(separator: "\r\n")[...]
      let first = lines.removeFirst().split(separator: " ")
      guard first.count >= 2, first[0].hasPrefix("HTTP/"), let status = Int(first[1]) else {
        return nil
      }
      if (100..<200).contains(status) { continue }
      let headers = lines.compactMap { line -> (name: String, value: String)? in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        return (line[..<colon].lowercased(), String(value))
      }
      return Response(status: status, headers: headers, body: Array(rest))
    }
  }

  /// What an exit code of curl means, which says whether a request can have arrived.
  ///
  /// curl.se/docs/manpage.html, EXIT CODES, read 2026-11-24. Its own words are not repeated: they
  /// may hold the address with its query.
  private static func error(
    _ code: Int32,
    _ what: String,
    _ request: Request,
    _ endpoint: Endpoint
  ) -> VendorError {
    let vendor = endpoint.vendor
    switch code {
    case 2, 4:
      return VendorError(
        .noCurl,
        "curl does not understand the request for \(vendor) (exit code \(code))",
        help: "install curl 7.61 or newer"
      )
    case 5, 6, 7, 35, 58, 60, 77, 83, 97:
      let why: String =
        switch code {
        case 6: "its name is not found"
        case 5, 97: "the proxy is not found or refuses"
        case 7: "the connection was refused or took too long"
        default: "no safe connection could be made"
        }
      return VendorError(
        .unreachable,
        "cannot reach \(vendor) for \(what): \(why); nothing was sent",
        help: "see that this machine reaches \(endpoint.address.text) and go on"
      )
    default:
      let why = code == 28 ? "no answer came in time" : "the connection broke (curl's code \(code))"
      return VendorError(
        .unknownOutcome,
        "\(vendor) did not answer \(what): \(why)"
          + (request.isRead ? "" : "; whether it was carried out is not known"),
        help: "go on with --resume: it looks at the live state before it calls again"
      )
    }
  }
}
