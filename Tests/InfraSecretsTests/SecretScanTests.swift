import InfraDisk
import Testing

@testable import InfraSecrets

@Suite("Looking for secrets in a text")
struct SecretScanTests {
  // Put together here, so that no scanner takes this file for a leak.
  private static let random = "9f8e7d6c5b4a" + "39281706f5e4d3c2"
  private static let base = "aG3kPq9Z" + "x71LmN0vQw2Rt8Yb"
  private static let token = "gh" + "p_" + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"
  private static let body = (0..<5).map { "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\($0)" }
    .joined(separator: "\n")

  private func leaks(
    _ text: String,
    path: String = "file.txt",
    stored: [SecretScan.Stored] = [],
    declared: Set<String> = []
  ) -> [String] {
    SecretScan(stored: stored, declared: declared).leaks(in: Array(text.utf8), path: path)
      .filter { !$0.isAllowed }.map { "\($0.line) \($0.kind.rawValue) \($0.what)" }
  }

  @Test(
    "a value of chance with the name of a secret is found in any language",
    arguments: [
      ("API_SECRET=\(base)", "a secret as 'API_SECRET'"),
      ("  clientSecret: \"\(base)\",", "a secret as 'clientSecret'"),
      ("\"client_secret\": \"\(base)\"", "a secret as 'client_secret'"),
      ("let apiToken: String = \"\(base)\"", "a token as 'apiToken'"),
      ("password => '\(base)'", "a password as 'password'"),
      ("export DB_PASSWORD=\(base) # x", "a password as 'DB_PASSWORD'"),
      ("aws_secret_access_key = \(base)", "a key as 'aws_secret_access_key'"),
      ("<password>\(base)</password>", "a password as 'password'"),
      ("SIGNING_KEY: \(random)", "a key as 'SIGNING_KEY'"),
      ("JWT_SECRET_PREVIOUS=\(random)", "a secret as 'JWT_SECRET_PREVIOUS'"),
      ("- key: STRIPE_SECRET\n  value: \(base)", "a secret as 'STRIPE_SECRET'"),
    ]
  )
  func named(text: String, what: String) {
    let found = leaks("first\n" + text + "\nlast")
    let line = text.contains("\n") ? 3 : 2
    #expect(found == ["\(line) named-value \(what)"], "\(text)")
  }

  @Test(
    "keys of known forms are found under any name",
    arguments: [
      ("x \(token)", "a GitHub token"),
      ("AKI" + "A2E0A8F3B244C9986", "an AWS access key"),
      ("-----BEGIN RSA " + "PRIVATE KEY-----\n\(body)", "a private key"),
      ("k = \"-----BEGIN " + "PRIVATE KEY-----\\n\(body)\"", "a private key"),
      ("postgres://app:\(base)@db.acme.com/app", "a password in a URL"),
      (
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0" + ".dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1gFWFOEjXkQ",
        "a JSON Web Token"
      ),
    ]
  )
  func known(text: String, what: String) {
    #expect(leaks("\n\n" + text) == ["3 known-form \(what)"])
  }

  @Test(
    "an honest text passes",
    arguments: [
      "API_SECRET=${API_SECRET:?missing}", "password: changeme1234567890abc",
      "API_KEY=your-api-key-1234567890ab", "token: process.env.TOKEN_1234567890",
      "let token = makeToken1From2Parts3(4)", "secretName: backend-tls-secret-v1-2024",
      "password: 'correct horse battery staple'", "SECRET_KEY = 0123456789abcdef0123456789abcdef",
      "keyPath: a1b2c3d4e5f6a7b8c9d0e1f2", "tokenizer: a1B2c3D4e5F6g7H8i9J0k1",
      "nextToken: aG3kPq9Zx71LmN0vQw2Rt8Yb", "csrf_token: aG3kPq9Zx71LmN0vQw2Rt8Yb",
      "client_token: 123e4567-e89b-12d3-a456-426614174000",
      "commit: 9f8e7d6c5b4a392817069f8e7d6c5b4a39281706", "AKIAIOSFODNN7EXAMPLE",
      "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sk_test_your_key_here_1234567",
      "-----BEGIN PRIVATE KEY-----\n…\n-----END", "\"-----BEGIN PRIVATE KEY-----\" + body",
      "postgres://user:password1234@db.acme.com/app", "postgres://app:a1b2c3d4e5@localhost/app",
      "redis://:${REDIS_PASSWORD}@cache.acme.com", "https://x:\\(token)@github.com/a",
      "integrity: sha512-aG3kPq9Zx71LmN0vQw2Rt8YbaG3kPq9Zx71LmN0vQw2Rt8Yb==",
      "password: aaaaaaaaaaaaaaaa1111", "if token == expected2Token3Of4Session5 {",
      "secret = vault.read2(path3, key4, value5)", "f(private_key->x25519_aB3dE5fG7hI9, 1)",
      "var privateKey: ASN1.SEC1Priv2Key3Octet4String", "secret: makeA1b2C3d4E5f6G7h8(9)",
    ]
  )
  func honest(text: String) {
    #expect(leaks(text) == [], "\(text)")
  }

  @Test("a text in the place of a declared secret is found, random or not")
  func declared() {
    let names: Set<String> = ["SESSION_SEED"]
    for text in [
      "SESSION_SEED: hunter2hunter2", "\"SESSION_SEED\": \"hunter2hunter2\"",
      "- key: SESSION_SEED\n  value: hunter2hunter2", "SESSION_SEED=hunter2hunter2",
      "SESSION_SEED: {\n  type: \"literal\",\n  value: \"hunter2hunter2\",\n}",
    ] {
      #expect(
        leaks(text, declared: names) == [
          "\(text.contains("{") ? 3 : text.contains("\n") ? 2 : 1) named-value a text as 'SESSION_SEED', which the "
            + "description declares as a secret"
        ]
      )
    }
    for text in [
      "SESSION_SEED: ${SESSION_SEED:?make .env}", "SESSION_SEED: {type: preserve}",
      "- key: SESSION_SEED\n  generateValue: true", "MY_SESSION_SEED: hunter2hunter2",
      "SESSION_SEED, 32 bytes", "Secret(\"SESSION_SEED\", .generated(bytes: 32))",
      "SESSION_SEED=$(openssl rand -hex 32)", "variables[\"SESSION_SEED\"] = seed.value2",
      "`SESSION_SEED`: 32 random bytes", "SESSION_SEED=", "SESSION_SEED=short1",
    ] {
      #expect(leaks(text, declared: names) == [], "\(text)")
    }
  }

  @Test("a value of .env is found anywhere, told by its name, and short ones are left alone")
  func stored() {
    let stored = [
      SecretScan.Stored("KEY", "correct horse, battery", in: ".env"),
      SecretScan.Stored("PIN", "12345", in: ".env"),
    ]
    #expect(
      leaks("12345\nxcorrect horse, batteryx", stored: stored) == [
        "2 stored-value the value of KEY from .env"
      ]
    )
  }

  @Test("a line is allowed by a comment with a reason, and by none without one")
  func marker() {
    let line = "API_SECRET=\(Self.base)"
    #expect(leaks(line + "  # infra:allow-secret of the manual") == [])
    #expect(leaks(line + "  # infra:allow-secret").count == 1)
    #expect(leaks(line + "\n# infra:allow-secret of the manual").count == 1)
  }

  @Test("what is no text, and names in records of programs, are passed over")
  func records() {
    let line = "token: \(Self.base)"
    #expect(leaks("\0" + line) == [])
    #expect(leaks(line, path: "web/package-lock.json") == [])
    #expect(leaks(Self.token, path: "web/package-lock.json").count == 1)
    #expect(leaks("") == [])
  }

  @Test("one value is told once, and a description of it never holds it")
  func once() {
    let found = SecretScan(
      stored: [SecretScan.Stored("API_SECRET", Self.token, in: ".env")],
      declared: ["API_SECRET"]
    ).leaks(in: Array("API_SECRET=\(Self.token)".utf8), path: "a")
    #expect(found.map(\.kind) == [.storedValue])
    #expect(!"\(found)".contains(Self.token))
  }

  @Test("a list of files needs a reason in each line, and patterns reach over folders")
  func allowList() throws {
    let list = try AllowList("# comment\n\nTests/**  keys of tests\n*.pem of the manual\n")
    #expect(list.entry(for: "Tests/a/b.swift")?.line == 3)
    #expect(list.entry(for: "key.pem")?.pattern == "*.pem")
    #expect(list.entry(for: "Sources/key.pem") == nil)
    #expect(throws: SecretsProblem.self) { try AllowList("Tests/**") }
  }
}
