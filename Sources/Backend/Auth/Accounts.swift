/// One person.
struct Account: Sendable, JSONWritable {
  let id: String
  let email: String
  let name: String
  let role: Role
  let createdAt: Moment

  static let columns = "id, email, name, role, created_at"

  init(_ row: Row) throws(DatabaseError) {
    id = try row.text(0)
    email = try row.text(1)
    name = try row.text(2)
    role = try row.choice(3)
    createdAt = try row.moment(4)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("email", email)
      json.member("name", name)
      json.member("role", role.rawValue)
      json.member("createdAt", createdAt.text)
    }
  }
}

/// The accounts in the database.
struct Accounts: Sendable {
  let database: Database

  /// Adds an account; an address that is taken is a problem of the client's.
  func add(email: String, name: String, passwordHash: String) async throws -> Account {
    do {
      let rows = try await database.query(
        """
        INSERT INTO accounts (email, name, password_hash) VALUES ($1, $2, $3)
        RETURNING \(Account.columns)
        """,
        [.text(email), .text(name), .text(passwordHash)]
      )
      guard let row = rows.first else { throw DatabaseError.unexpectedResult("no row") }
      return try Account(row)
    } catch DatabaseError.uniqueViolation {
      throw Problem.conflict("an account with this email exists already")
    }
  }

  /// An account and its password's hash.
  func find(email: String) async throws -> (account: Account, passwordHash: String)? {
    let rows = try await database.query(
      "SELECT \(Account.columns), password_hash FROM accounts WHERE email = $1",
      [.text(email)]
    )
    guard let row = rows.first else { return nil }
    return (try Account(row), try row.text(5))
  }

  /// An account by its identifier.
  func find(id: String) async throws -> Account? {
    let rows = try await database.query(
      "SELECT \(Account.columns) FROM accounts WHERE id = $1",
      [.text(id)]
    )
    return try rows.first.map { try Account($0) }
  }

  /// The accounts, newest first, from behind one on.
  func list(role: String?, after last: String?, limit: Int) async throws -> [Account] {
    var filter = Filter()
    if let role { filter.require("role = ", .text(role)) }
    filter.startBehind(last, in: "accounts")
    let rows = try await database.query(
      "SELECT \(Account.columns) FROM accounts\(filter.sql) "
        + "ORDER BY created_at DESC, id DESC LIMIT \(filter.bind(.integer(limit)))",
      filter.parameters
    )
    return try rows.all.map { try Account($0) }
  }

  /// Gives an account a role.
  func setRole(_ role: String, of id: String) async throws -> Account? {
    let rows = try await database.query(
      "UPDATE accounts SET role = $2 WHERE id = $1 RETURNING \(Account.columns)",
      [.text(id), .text(role)]
    )
    return try rows.first.map { try Account($0) }
  }
}
