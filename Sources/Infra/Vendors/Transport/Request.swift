package import InfraSerialization

/// What a request carries, in which secrets stay apart from what may be shown.
package indirect enum Content: Sendable {
  /// What may be shown.
  case plain(AnyValue)
  /// What may not.
  case secret(SecretText)
  /// Named parts, in order.
  case map([(name: String, content: Content)])
  /// Parts, in order.
  case list([Content])

  /// The content as JSON on one line, with a word in the place of each secret unless they are sent.
  func text(revealing: Bool) -> String { value(revealing).line }

  private func value(_ revealing: Bool) -> AnyValue {
    switch self {
    case .plain(let value): value
    case .secret(let secret): .string(revealing ? secret.revealed : SecretText.shown)
    case .map(let parts):
      .map(OrderedMap(parts.map { ($0.name, $0.content.value(revealing)) }))
    case .list(let parts): .list(parts.map { $0.value(revealing) })
    }
  }

  /// Whether it holds a secret.
  var hasSecrets: Bool {
    switch self {
    case .plain: false
    case .secret: true
    case .map(let parts): parts.contains { $0.content.hasSecrets }
    case .list(let parts): parts.contains(where: \.hasSecrets)
    }
  }
}

/// One request to a vendor.
package struct Request: Sendable {
  /// What is asked for.
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// What is asked for.
  package let method: Method
  /// The path below the vendor's address, with its query.
  package let path: String
  /// What is sent.
  package let content: Content?
  /// Whether it changes nothing, so that it may be sent again as often as it takes.
  package let isRead: Bool
  /// What it does, where method and path do not tell, as with GraphQL.
  package let operation: String?

  /// Describes a request; those that get something change nothing.
  package init(
    _ method: Method,
    _ path: String,
    _ content: Content? = nil,
    isRead: Bool? = nil,
    operation: String? = nil
  ) {
    self.method = method
    self.path = path
    self.content = content
    self.isRead = isRead ?? (method == .get)
    self.operation = operation
  }

  /// The request as `--dry-run` shows it: every secret is a word.
  package var shown: String {
    let head = "\(method.rawValue) \(path)" + (operation.map { " \($0)" } ?? "")
    return head + (content.map { " " + $0.text(revealing: false) } ?? "")
  }

  /// Text as a part of a path or of a query.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
        || "-._~".utf8.contains(byte)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

/// What a vendor answered.
package struct Response: Sendable {
  /// The status.
  package let status: Int
  /// The headers; names are in lower case.
  package let headers: [(name: String, value: String)]
  /// The body.
  package let body: [UInt8]

  /// Describes an answer.
  package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A header by its name in lower case.
  package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
