import InfraContract

/// Names and texts that are the same however a developer runs an environment: in containers or not.
package enum LocalNames {
  /// The variable of `.env` for something of a resource, such as `API_PORT`.
  package static func variable(_ name: String, _ what: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): text.unicodeScalars.append(.init(byte - 0x20))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        text.unicodeScalars.append(.init(byte))
      default: text += "_"
      }
    }
    if let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
      text = "_" + text
    }
    return text + "_" + what
  }

  /// The variable for a property of a resource, such as `API_ORIGIN`.
  package static func variable(_ reference: Reference) -> String {
    let property =
      switch reference.property {
      case .origin: "ORIGIN"
      case .publicHost: "PUBLIC_HOST"
      case .host: "HOST"
      case .port: "PORT"
      case .privateOrigin: "PRIVATE_ORIGIN"
      case .url: "URL"
      case .pooledURL: "POOLED_URL"
      case .user: "USER"
      case .password: "PASSWORD"
      case .database: "DATABASE"
      }
    return variable(reference.name, property)
  }

  /// The name of the database inside the server where the author leaves it out.
  package static func database(_ database: Postgres) -> String {
    database.databaseName ?? String(database.name.map { $0 == "-" ? "_" : $0 })
  }

  /// The user that owns the database where the author leaves it out.
  package static func user(_ database: Postgres) -> String {
    database.user ?? self.database(database)
  }

  /// The variable of `.env` with a database's password.
  package static func password(of database: Postgres) -> String {
    variable(database.name, "PASSWORD")
  }

  /// How many random bytes a database's password has.
  package static let passwordBytes = 24

  /// What a database's password is, to follow a dash.
  package static func passwordPurpose(of database: Postgres) -> String {
    "the password of \(database.id.title), in digits that its URL needs no escapes for"
  }

  /// What a secret's value is, to follow a dash.
  package static func purpose(of secret: Secret) -> String {
    switch secret.origin {
    case .generated(let bytes): "\(bytes) random bytes"
    case .provided(let source): "from \(source)"
    }
  }

  /// The command that makes the file with an environment's values; one of platforms has to be asked
  /// for it.
  package static func makingCommand(for environment: String, isLocal: Bool = true) -> String {
    "swift run infra secrets init \(environment)" + (isLocal ? "" : " --local")
  }
}
