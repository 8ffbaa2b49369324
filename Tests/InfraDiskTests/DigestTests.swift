import Testing

@testable import InfraDisk

@Suite("SHA-256")
struct DigestTests {
  /// The examples of FIPS 180-4 and of NIST's "SHA256ShortMsg" file, read 2026-11-23.
  @Test(
    "gives NIST's own examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
  )
  func examples(text: String, digest: String) {
    #expect(Digest(of: Array(text.utf8)).description == digest)
  }

  /// Of the two only one runs on a given processor, so that each checks the other.
  @Test("gives the same with and without the processor's own instructions")
  func bothWays() {
    var bytes: [UInt8] = []
    for position in 0..<64 * 9 { bytes.append(UInt8(truncatingIfNeeded: position &* 167 &+ 13)) }
    for blocks in 0...9 {
      var one = SHA256State()
      var other = SHA256State()
      bytes.withUnsafeBytes { whole in
        let part = UnsafeRawBufferPointer(rebasing: whole[..<(64 * blocks)])
        one.add(part)
        other.addInSwift(part)
      }
      #expect(one.words == other.words)
      #expect((one.words == SHA256State().words) == (blocks == 0))
    }
  }

  @Test("gives the bytes of one example that is no text")
  func bytes() {
    #expect(
      Digest(of: [0xd3]).description
        == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"
    )
  }

  /// Computed with OpenSSL 3.0: the lengths around which the padding takes another block.
  @Test(
    "pads every length near the end of a block",
    arguments: [
      (1, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
      (55, "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"),
      (56, "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e"),
      (57, "ae14a2563ccf969d99aca69ce6bb74981f734bbf9f655f73b8f06db68cab5217"),
      (63, "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2"),
      (64, "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c"),
      (65, "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9"),
      (119, "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c"),
      (120, "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98"),
      (128, "24da1b81d0b16df6428eee73c69fcb2a93c76bc6df706f0c6670fe6bfe800464"),
    ]
  )
  func lengths(count: Int, digest: String) {
    #expect(Digest(of: [UInt8](repeating: 0x78, count: count)).description == digest)
  }

  @Test("is read back from its digits and from nothing else")
  func reading() {
    let digest = Digest(of: [1, 2, 3])
    #expect(Digest(hexadecimal: digest.description) == digest)
    #expect(Digest(hexadecimal: digest.description.uppercased()) == nil)
    #expect(Digest(hexadecimal: String(digest.description.dropLast())) == nil)
    #expect(Digest(hexadecimal: "") == nil)
  }

  /// Test cases 1, 2, 3 and 6 of RFC 4231, section 4.
  @Test(
    "gives the keyed digests of RFC 4231",
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ]
  )
  func keyed(key: [UInt8], text: [UInt8], digest: String) {
    #expect(Digest(of: text, key: key).description == digest)
    #expect(Digest(hexadecimal: digest)?.bytes.count == 32)
  }
}
