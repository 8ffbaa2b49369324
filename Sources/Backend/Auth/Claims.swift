import JWTKit

/// What an access token says.
struct AccessClaims: JWTPayload {
  /// The account.
  let sub: SubjectClaim
  /// When it stops being valid.
  let exp: ExpirationClaim
  /// When it was made.
  let iat: IssuedAtClaim
  /// The account's role at that time.
  let role: String
  /// Always `access`: a token of the other kind is refused even under the same key.
  let use: String

  func verify(using key: some JWTAlgorithm) async throws { try exp.verifyNotExpired() }
}

/// What a refresh token says; that it is still good, only the database knows.
struct RefreshClaims: JWTPayload {
  /// The account.
  let sub: SubjectClaim
  /// When it stops being valid.
  let exp: ExpirationClaim
  /// When it was made.
  let iat: IssuedAtClaim
  /// Random, so that no two tokens are alike.
  let jti: IDClaim
  /// The log-in that it belongs to.
  let family: String
  /// Always `refresh`.
  let use: String

  func verify(using key: some JWTAlgorithm) async throws { try exp.verifyNotExpired() }
}

/// Why a token is not taken; clients are never told which.
enum TokenFault: Error {
  case malformed
  case otherAlgorithm
  case unknownKey
  case wrongSignature
  case expired
  case otherKind
}
