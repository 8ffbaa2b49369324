import Crypto
import JWTKit

/// The keys for one kind of token: one signs, and the one before it still verifies.
struct TokenKeys: Sendable {
  private let signers = JWTKeyCollection()
  private let current: JWKIdentifier
  private let keys: [String: SymmetricKey]

  init(_ pair: ServeSettings.KeyPair) async {
    current = JWKIdentifier(string: Self.identifier(of: pair.current))
    var keys = [current.string: SymmetricKey(data: [UInt8](pair.current.utf8))]
    if let previous = pair.previous {
      keys[Self.identifier(of: previous)] = SymmetricKey(data: [UInt8](previous.utf8))
    }
    self.keys = keys
    await signers.add(hmac: HMACKey(from: pair.current), digestAlgorithm: .sha256, kid: current)
  }

  /// Signs claims with the current key.
  func sign(_ claims: some JWTPayload) async throws -> String {
    try await signers.sign(claims, kid: current)
  }

  /// Verifies a token's form, algorithm, signature, time and kind, and returns its claims.
  ///
  /// The algorithm is ours to choose and not the token's: whatever a header asks for, the only
  /// thing done here is HMAC with SHA-256. Each request passes through, which is why the claims are
  /// read with our own parser: JWTKit's, which decodes with Foundation, costs many times the MAC.
  func verify(_ token: String, use: String) throws(TokenFault) -> JSON {
    guard token.utf8.count <= 2048 else { throw .malformed }
    let bytes = [UInt8](token.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let signature = Base64URL.decode(parts[2]),
      let header = Self.fields(parts[0])
    else { throw .malformed }
    guard header["alg"] == "HS256", header["crit"] == nil, signature.count == 32 else {
      throw .otherAlgorithm
    }
    guard case .text(let identifier) = header["kid"], let key = keys[identifier] else {
      throw .unknownKey
    }
    let signed = bytes[..<parts[1].endIndex]
    guard HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: signed, using: key)
    else { throw .wrongSignature }
    guard let claims = Self.fields(parts[1]) else { throw .malformed }
    guard let expiry = claims["exp"]?.seconds, expiry > Clock.seconds else { throw .expired }
    guard claims["use"] == .text(use) else { throw .otherKind }
    return claims
  }

  private static func fields(_ part: ArraySlice<UInt8>) -> JSON? {
    Base64URL.decode(part).flatMap { try? JSONParser.parse($0) }
  }

  /// Names a key without telling anything about it: half a digest of 32 random bytes or more.
  private static func identifier(of key: String) -> String {
    SHA256.hash(data: [UInt8](("key identifier:" + key).utf8)).prefix(8).hexadecimal
  }
}

extension JSON {
  /// A moment as tokens hold it (RFC 7519, 2, "NumericDate").
  var seconds: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
