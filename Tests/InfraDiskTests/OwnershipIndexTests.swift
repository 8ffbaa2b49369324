import Testing

@testable import InfraDisk

@Suite("An index")
struct OwnershipIndexTests {
  let digest = Digest(of: Array("x".utf8))

  @Test("is JSON with one line per file, sorted, whose lines all end alike")
  func form() {
    let index = OwnershipIndex(digests: ["render.yaml": digest, "a \"b\"/ü.json": digest])
    #expect(
      String(decoding: index.bytes, as: UTF8.self) == """
        {
          "a \\"b\\"/ü.json": "\(digest)",
          "render.yaml": "\(digest)",
          "/format": 1
        }

        """
    )
  }

  @Test("reads what it writes, and what a formatter made of it")
  func reading() throws {
    let index = OwnershipIndex(digests: ["render.yaml": digest, "a \"b\"/ü.json": digest])
    #expect(try OwnershipIndex(reading: index.bytes) == index)
    let squeezed = index.bytes.filter { $0 != UInt8(ascii: "\n") }
    #expect(try OwnershipIndex(reading: squeezed) == index)
    let text = "\r\n\t{ \"/format\" : 1 ,\r\n \"a\\/b\":\"\(digest)\"}\r\n"
    #expect(try OwnershipIndex(reading: Array(text.utf8)).digests == ["a/b": digest])
  }

  @Test(
    "says why it cannot be used",
    arguments: [
      ("", "is not the JSON that infra writes"),
      ("{", "is not the JSON that infra writes"),
      ("[]", "is not the JSON that infra writes"),
      ("{\"/format\": 1} x", "is not the JSON that infra writes"),
      ("{\"/format\": 1,}", "is not the JSON that infra writes"),
      ("{\"a\\u0000\": \"D\", \"/format\": 1}", "is not the JSON that infra writes"),
      ("{\"/format\": 99999999999999999999}", "is not the JSON that infra writes"),
      ("{\"a\": {}, \"/format\": 1}", "is not the JSON that infra writes"),
      ("{}", "has a format that this infra does not know"),
      ("{\"/format\": 2}", "has a format that this infra does not know"),
      ("{\"/format\": \"1\"}", "has a format that this infra does not know"),
      ("{\"../a\": \"D\", \"/format\": 1}", "lists '../a' in a way infra never does"),
      ("{\"/etc/a\": \"D\", \"/format\": 1}", "lists '/etc/a' in a way infra never does"),
      ("{\".git/a\": \"D\", \"/format\": 1}", "lists '.git/a' in a way infra never does"),
      ("{\"a\": \"abc\", \"/format\": 1}", "lists 'a' in a way infra never does"),
      ("{\"a\": 1, \"/format\": 1}", "lists 'a' in a way infra never does"),
      ("{\"a\": \"D\", \"a\": \"D\", \"/format\": 1}", "lists 'a' twice"),
      (
        "{\n<<<<<<< HEAD\n  \"a\": \"D\",\n=======\n>>>>>>> x\n  \"/format\": 1\n}",
        "holds the conflict markers of a merge"
      ),
    ]
  )
  func faults(text: String, reason: String) {
    let bytes = Array(text.replacing("D", with: digest.description).utf8)
    #expect(throws: OwnershipIndex.Fault(reason: reason)) {
      try OwnershipIndex(reading: bytes)
    }
  }

  @Test("never traps, whatever bytes it is given")
  func anyBytes() {
    let valid = OwnershipIndex(digests: ["a/b": digest]).bytes
    for index in valid.indices {
      for byte: UInt8 in [0, 0x22, 0x5c, 0x7b, 0x7d, 0xff] {
        var broken = valid
        broken[index] = byte
        _ = try? OwnershipIndex(reading: broken)
      }
      _ = try? OwnershipIndex(reading: Array(valid[..<index]))
    }
  }
}
