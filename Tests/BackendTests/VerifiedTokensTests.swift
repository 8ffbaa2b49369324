import Testing

@testable import backend

@Suite("tokens that were verified before")
struct VerifiedTokensTests {
  let ada = Identity(account: "6f0cbf0e-52b8-4f0e-8a5e-0c1d6a0f6a11", role: .agent)

  @Test("one is known by all of its bytes, and only until it ends")
  func time() {
    let tokens = VerifiedTokens()
    tokens.keep("header.claims.signature", for: ada, until: 100)
    #expect(tokens.identity("header.claims.signature", at: 99.9) == ada)
    #expect(tokens.identity("header.claims.signaturf", at: 99.9) == nil)
    #expect(tokens.identity("header.claims.signature", at: 100) == nil)
    #expect(tokens.identity("header.claims.signature", at: 99.9) == nil, "it was forgotten")
  }

  @Test("with no place left, the newest is known and the place is bounded")
  func limit() {
    let tokens = VerifiedTokens(limit: 2)
    for name in ["a", "b", "c"] { tokens.keep(name, for: ada, until: 100) }
    #expect(tokens.identity("c", at: 0) == ada)
    #expect(tokens.identity("a", at: 0) == nil)
  }
}
