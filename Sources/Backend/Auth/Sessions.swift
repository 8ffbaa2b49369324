import BackendContract
import Crypto
import JWTKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a client holds after logging in.
struct Session: Sendable {
  let account: Account
  let accessToken: String
  let refreshToken: String
}

/// Log-ins: short access tokens that stand for themselves, and refresh tokens that Postgres knows.
struct Sessions: Sendable {
  /// How long an access token is valid.
  static let accessLifetime = Int(TokenLifetime.access.components.seconds)

  /// How long a refresh token is valid.
  static let refreshLifetime = Int(TokenLifetime.refresh.components.seconds)

  let database: Database
  let access: TokenKeys
  let refresh: TokenKeys
  private let verified = VerifiedTokens()

  init(database: Database, access: TokenKeys, refresh: TokenKeys) {
    self.database = database
    self.access = access
    self.refresh = refresh
  }

  /// Opens a session for an account that has proved itself.
  func open(_ account: Account) async throws -> Session {
    let family = UUID().uuidString.lowercased()
    let token = try await refreshToken(account: account.id, family: family)
    _ = try await database.query(
      """
      WITH family AS (INSERT INTO session_families (id, account_id) VALUES ($1, $2))
      INSERT INTO refresh_tokens (digest, family_id, expires_at)
      VALUES ($3, $1, now() + make_interval(secs => $4))
      """,
      [.text(family), .text(account.id), digest(token), .integer(Self.refreshLifetime)]
    )
    return try await session(account, refreshToken: token)
  }

  /// Exchanges a refresh token for a new one; the old one is worthless from then on.
  ///
  /// A token that comes a second time was stolen, or its owner's was: the whole log-in ends.
  func rotate(_ token: String) async throws -> Session {
    guard let claims = try? refresh.verify(token, use: "refresh"),
      case .text(let account) = claims["sub"], case .text(let family) = claims["family"],
      Identifier.accepts(account), Identifier.accepts(family)
    else { throw Problem.endedSession }
    let next = try await refreshToken(account: account, family: family)
    let rows = try await database.query(
      """
      WITH used AS (
        UPDATE refresh_tokens SET used_at = now() FROM session_families family
        WHERE digest = $1 AND used_at IS NULL AND expires_at > now()
          AND family.id = family_id AND family.revoked_at IS NULL
        RETURNING family_id, family.account_id
      ), added AS (
        INSERT INTO refresh_tokens (digest, family_id, expires_at)
        SELECT $2, family_id, now() + make_interval(secs => $3) FROM used
      )
      SELECT \(Account.columns) FROM accounts WHERE id = (SELECT account_id FROM used)
      """,
      [digest(token), digest(next), .integer(Self.refreshLifetime)]
    )
    guard let row = rows.first else {
      try await revoke(token, onlyIfUsed: true)
      throw Problem.endedSession
    }
    return try await session(try Account(row), refreshToken: next)
  }

  /// Ends the log-in that a token belongs to.
  func close(_ token: String) async throws {
    guard (try? refresh.verify(token, use: "refresh")) != nil else { return }
    try await revoke(token, onlyIfUsed: false)
  }

  /// Who an access token stands for.
  func identity(_ token: String) throws(Problem) -> Identity {
    if let identity = verified.identity(token, at: Clock.seconds) { return identity }
    guard let claims = try? access.verify(token, use: "access"),
      case .text(let account) = claims["sub"], Identifier.accepts(account),
      case .text(let name) = claims["role"], let role = Role(rawValue: name),
      let expiry = claims["exp"]?.seconds
    else { throw .unauthenticated }
    let identity = Identity(account: account, role: role)
    verified.keep(token, for: identity, until: expiry)
    return identity
  }

  private func revoke(_ token: String, onlyIfUsed: Bool) async throws {
    _ = try await database.query(
      """
      UPDATE session_families SET revoked_at = now()
      WHERE revoked_at IS NULL AND id = (
        SELECT family_id FROM refresh_tokens
        WHERE digest = $1\(onlyIfUsed ? " AND used_at IS NOT NULL" : "")
      )
      """,
      [digest(token)]
    )
  }

  private func session(_ account: Account, refreshToken: String) async throws -> Session {
    let now = Self.now()
    let claims = AccessClaims(
      sub: SubjectClaim(value: account.id),
      exp: ExpirationClaim(value: now + Double(Self.accessLifetime)),
      iat: IssuedAtClaim(value: now),
      role: account.role.rawValue,
      use: "access"
    )
    return Session(
      account: account,
      accessToken: try await access.sign(claims),
      refreshToken: refreshToken
    )
  }

  private func refreshToken(account: String, family: String) async throws -> String {
    let now = Self.now()
    return try await refresh.sign(
      RefreshClaims(
        sub: SubjectClaim(value: account),
        exp: ExpirationClaim(value: now + Double(Self.refreshLifetime)),
        iat: IssuedAtClaim(value: now),
        jti: IDClaim(value: UUID().uuidString),
        family: family,
        use: "refresh"
      )
    )
  }

  /// The present, in whole seconds, as tokens hold it.
  private static func now() -> Date {
    Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
  }

  private func digest(_ token: String) -> Parameter {
    .bytes([UInt8](SHA256.hash(data: [UInt8](token.utf8))))
  }
}
