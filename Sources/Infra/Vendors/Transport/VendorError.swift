/// A request that did not get the answer it needs; it never holds a token or a value.
package struct VendorError: Error, Sendable, Hashable {
  /// What went wrong.
  package enum Kind: Sendable, Hashable {
    /// The program `curl` is not there, or is too old.
    case noCurl
    /// Nothing was sent: no name, no connection, no certificate.
    case unreachable
    /// It was sent, and whether it had an effect is not known.
    case unknownOutcome
    /// The token is not accepted.
    case unauthorized
    /// The token may not do this.
    case forbidden
    /// There is no such thing.
    case missing
    /// Too many requests, and the vendor asks for a longer pause than we make.
    case tooMany
    /// The vendor refused.
    case refused(Int)
    /// The answer is not what the vendor documents.
    case unreadable
  }

  package let kind: Kind
  /// What went wrong, in a sentence.
  package let message: String
  /// One way to mend it.
  package let help: String

  /// Whether a call that ended so may have been carried out all the same.
  package var mayHaveHadEffect: Bool { kind == .unknownOutcome || kind == .unreadable }

  package init(_ kind: Kind, _ message: String, help: String) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  /// The error that an answer with a status of refusal stands for.
  init(_ response: Response, to request: Request, at endpoint: Endpoint) {
    let vendor = endpoint.vendor
    let what = request.operation ?? "\(request.method.rawValue) \(request.path)"
    let words = Self.words(of: response, to: request, hiding: endpoint.token)
    let said = words.map { " ('\($0)')" } ?? ""
    let start = "\(vendor) answered \(what) with \(response.status)\(said)"
    switch response.status {
    case 401:
      self.init(
        .unauthorized,
        start,
        help: "\(endpoint.tokenName) is not accepted: make a new token and export it"
      )
    case 403:
      self.init(
        .forbidden,
        start,
        help: "the token in \(endpoint.tokenName) may not do this: use one of the right workspace"
      )
    case 404:
      self.init(
        .missing,
        start,
        help: "see that the token in \(endpoint.tokenName) belongs to the workspace that hosts this"
      )
    case 429:
      self.init(.tooMany, start, help: "wait some minutes, and go on with --resume")
    case 500...:
      self.init(
        request.isRead ? .refused(response.status) : .unknownOutcome,
        start,
        help: "see \(vendor)'s status page, and go on with --resume"
      )
    default:
      self.init(
        .refused(response.status),
        start,
        help: "nothing was changed by this call; mend what it names and go on with --resume"
      )
    }
  }

  /// What a vendor says about its refusal; only its code where the request carried values, which it
  /// might repeat.
  private static func words(
    of response: Response,
    to request: Request,
    hiding token: SecretText
  ) -> String? {
    guard let answer = JSONText.value(of: response.body) else { return nil }
    let error = answer["error"]
    let code = answer["id"]?.text ?? error?["code"]?.text ?? answer["code"]?.text
    let isSafe = request.content?.hasSecrets != true
    let message = isSafe ? answer["message"]?.text ?? error?["message"]?.text : nil
    return (message ?? code.flatMap(isWord)).map { shortened($0, hiding: token) }
  }

  private static func isWord(_ text: String) -> String? {
    let isWord = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return isWord && text.utf8.count <= 40 ? text : nil
  }

  /// Words of a vendor on one short line, without the token.
  static func shortened(_ text: String, hiding token: SecretText) -> String {
    let hidden = text.replacing(token.revealed, with: SecretText.shown)
    let line = String(hidden.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return line.count <= 160 ? line : line.prefix(157) + "..."
  }
}
