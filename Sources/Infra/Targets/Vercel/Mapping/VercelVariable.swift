import InfraContract
import InfraKit

/// A variable of a Vercel project, which a person sets with a command of the setup sheet.
struct VercelVariable {
  /// One piece of a value, as far as it is known.
  enum Piece {
    /// Text that is known.
    case text(String)
    /// A secret, by name.
    case secret(Secret)
    /// A property that is known once its provider runs, told in a few words.
    case asked(Reference, String)
    /// A property that Vercel can never have, with the reason.
    case unsupported(Reference, String)
  }

  /// Who sees the value, and when it is known.
  enum Kind: String {
    case plain, secret, late
  }

  let name: String
  let pieces: [Piece]
  let site: CallSite

  /// The secrets in the value.
  var secrets: [Secret] {
    pieces.compactMap { if case .secret(let secret) = $0 { secret } else { nil } }
  }

  /// What has to be asked for, with the words for it.
  var questions: [(reference: Reference, words: String)] {
    pieces.compactMap {
      if case .asked(let reference, let words) = $0 { (reference, words) } else { nil }
    }
  }

  /// Whether something of the value must not be shown.
  var isSensitive: Bool { !secrets.isEmpty }

  var kind: Kind { questions.isEmpty ? (secrets.isEmpty ? .plain : .secret) : .late }

  /// The value, if all of it is known and may be shown.
  var text: String? {
    var text = ""
    for piece in pieces {
      guard case .text(let known) = piece else { return nil }
      text += known
    }
    return text
  }

  /// The value with names in angle brackets where a person fills something in.
  var template: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .secret(let secret): "<\(secret.name)>"
      case .asked(let reference, _), .unsupported(let reference, _): "<\(reference.words)>"
      }
    }.joined()
  }

  /// Whether the value is one secret or one question and nothing around it.
  var isBare: Bool { pieces.count == 1 }
}

extension Reference {
  /// What is referred to, such as `origin of service 'api'`.
  var words: String { "\(property.words) of \(resource)" }

  /// The resource as sentences name it.
  var resource: String {
    let kind =
      switch kind {
      case .service: "service"
      case .site: "static site"
      case .postgres: "database"
      case .replica: "read replica"
      case .keyValue: "cache"
      }
    return "\(kind) '\(name)'"
  }
}

extension Reference.Property {
  fileprivate var words: String {
    switch self {
    case .origin: "origin"
    case .publicHost: "public host name"
    case .host: "host name"
    case .port: "port"
    case .privateOrigin: "private origin"
    case .url: "connection URL"
    case .pooledURL: "pooled connection URL"
    case .user: "user name"
    case .password: "password"
    case .database: "database name"
    }
  }
}
