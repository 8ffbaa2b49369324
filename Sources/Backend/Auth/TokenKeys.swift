import Crypto
import JWTKit

/// The keys for one kind of token: one signs, and the one before it still verifies.
struct TokenKeys: Sendable {
  private let collection = JWTKeyCollection()
  private let current: JWKIdentifier
  private let known: Set<String>

  init(_ pair: ServeSettings.KeyPair) async {
    current = Self.identifier(of: pair.current)
    var known: Set<String> = [current.string]
    if let previous = pair.previous {
      let identifier = Self.identifier(of: previous)
      known.insert(identifier.string)
      await collection.add(
        hmac: HMACKey(from: previous),
        digestAlgorithm: .sha256,
        kid: identifier
      )
    }
    await collection.add(
      hmac: HMACKey(from: pair.current),
      digestAlgorithm: .sha256,
      kid: current
    )
    self.known = known
  }

  /// Signs claims with the current key.
  func sign(_ claims: some JWTPayload) async throws -> String {
    try await collection.sign(claims, kid: current)
  }

  /// Verifies a token and returns its claims.
  ///
  /// The algorithm is ours to choose and not the token's, so the header is checked before anything
  /// else looks at it.
  func verify<Claims: JWTPayload>(_ token: String, as: Claims.Type) async throws -> Claims {
    guard token.utf8.count <= 2048 else { throw TokenFault.malformed }
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.decode(parts[0]),
      Base64URL.decode(parts[1]) != nil, let signature = Base64URL.decode(parts[2]),
      let fields = try? JSONParser.parse(header)
    else { throw TokenFault.malformed }
    guard fields["alg"] == "HS256", fields["crit"] == nil, signature.count == 32 else {
      throw TokenFault.otherAlgorithm
    }
    guard case .text(let identifier) = fields["kid"], known.contains(identifier) else {
      throw TokenFault.unknownKey
    }
    return try await collection.verify(token, as: Claims.self)
  }

  /// Names a key without telling anything about it: half a digest of 32 random bytes or more.
  private static func identifier(of key: String) -> JWKIdentifier {
    let digest = SHA256.hash(data: [UInt8](("key identifier:" + key).utf8))
    return JWKIdentifier(string: digest.prefix(8).hexadecimal)
  }
}
