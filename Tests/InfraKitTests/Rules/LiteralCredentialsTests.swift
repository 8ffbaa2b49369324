import InfraContract
import InfraKit
import Testing

@Suite("model/literal-credentials")
struct LiteralCredentialsTests {
  // Credentials are put together here, so that no scanner takes this file for a leak.
  private static let token = "gh" + "p_" + String(repeating: "a1B2", count: 9)
  private static let pem = "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE\n-----END"
  private static let jwt = "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxIn0." + "c2lnbmF0dXJl"

  @Test(
    "a text that is a credential is refused and never printed",
    arguments: [
      ("DATABASE_URL", "postgres://app:hun" + "ter2@db.example.com/app", "a URL with a password"),
      ("REDIS_URL", "redis://:hun" + "ter2@cache.example.com", "a URL with a password"),
      ("LINKS", "see https://example.com and amqp://a:hun" + "ter2@b", "a URL with a password"),
      ("A", "AKI" + "AIOSFODNN7EXAMPLE", "an AWS access key"),
      ("A", token, "a GitHub token"),
      ("A", "Authorization: " + token, "a GitHub token"),
      ("A", "github" + "_pat_" + String(repeating: "x", count: 40), "a GitHub token"),
      ("A", "sk_l" + "ive_" + String(repeating: "x", count: 24), "a Stripe key"),
      ("A", "xox" + "b-123456789012-abcdef", "a Slack token"),
      ("A", pem, "a private key"),
      ("A", jwt, "a JSON Web Token"),
      ("VITE_A", jwt, "a JSON Web Token"),
      ("DB_PASSWORD", "hunter2", "a password, by its name"),
      ("password", "hunter2", "a password, by its name"),
      ("JWT_ACCESS_SECRET", "correct horse", "a secret, by its name"),
      ("STRIPE_API_KEY", "9f8e7d6c5b4a39281706", "a key, by its name"),
      ("BOT_TOKEN", "9f8e7d6c5b4a39281706", "a token, by its name"),
      ("API_KEY", "hunter2hun" + "ter2", "a key, by its name"),
      ("JWT_SECRET_PREVIOUS", "hunter2hun" + "ter2", "a secret, by its name"),
      ("AUTH_TOKEN_NEXT", "hunter2hun" + "ter2", "a token, by its name"),
      ("SMTP_PASS", "hunter2", "a password, by its name"),
    ]
  )
  func found(name: String, text: String, kind: String) {
    var api = Service("api", source: image)
    let line: UInt = #line + 1
    api.variables[name] = Value(text)
    #expect(
      findings(services: [api]) == [
        Finding(
          "literal-credentials",
          line,
          "service 'api' sets '\(name)' to a text with \(kind)"
        )
      ]
    )
    let shop = Application("shop", services: [api])
    let generation = Generation([Environment("dev", shop, on: Somewhere.plain)])
    for diagnostic in generation.diagnostics {
      #expect(!"\(diagnostic)".contains(text))
      #expect(!"\(diagnostic)".contains("hunter2"))
    }
  }

  @Test(
    "an honest value passes",
    arguments: [
      ("LOG_TOKEN_TYPE", "bearer"), ("TOKEN", "bearer"), ("PASSWORD_MIN_LENGTH", "12"),
      ("REQUIRE_PASSWORD", "true"), ("USE_SECRET", "no"), ("MAX_TOKEN", "4096"),
      ("CACHE_KEY", "users-by-id-2026-11-23"), ("PARTITION_KEY", "a1b2c3d4e5f6a7b8c9"),
      ("SORT_KEY", "created_at"), ("MONKEY", "9f8e7d6c5b4a39281706"),
      ("STRIPE_PUBLISHABLE_KEY", "pk_live_9f8e7d6c5b4a39281706"),
      ("VITE_POSTHOG_KEY", "phc_9f8e7d6c5b4a39281706"),
      ("NEXT_PUBLIC_MAPS_KEY", "AIzaSyA1b2C3d4E5f6G7h8I9"),
      ("JWT_PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----\nMIIB"),
      ("TLS_KEY", "/run/secrets/tls.key.pem1234"),
      ("DB_PASSWORD", ""), ("DB_PASSWORD", "${DB_PASSWORD}"), ("DB_PASSWORD", "<your password>"),
      ("DB_PASSWORD", "/run/secrets/password"), ("PRIMARY_KEY", "id"),
      ("DATABASE_URL", "postgres://localhost:5432/app"),
      ("DATABASE_URL", "postgres://app@localhost/app"),
      ("DATABASE_URL", "postgres://app:$PASSWORD@localhost/app"),
      ("SENTRY_DSN", "https://0123456789abcdef0123456789abcdef@o0.ingest.sentry.io/1"),
      ("CDN", "https://unpkg.com/react@18:umd/react.js"), ("MAIL_FROM", "shop@example.com"),
      ("PACKAGE", "npm:@scope/name@1.0.0"), ("IMAGE", "registry.example.com:5000/a@sha256:00"),
      ("COMMIT", "9f8e7d6c5b4a392817069f8e7d6c5b4a39281706"), ("A", "eyJust.a.text-of-some-length"),
      ("A", "sketch_live_something_quite_long"), ("A", "xoxo-with-love-from-berlin"),
      ("API_KEY", "see-the-vault-2"), ("SESSION_KEY", "session2session"), ("PASS", "gold-2026"),
      ("BY_PASS", "false"), ("DEPLOY_NEXT", "hunter2hunter2"), ("API_KEY_NAME", "hunter2hunter2"),
      ("ACCESS_KEY", "primary"), ("KEYS", "AKIA is a prefix"), ("S", "task_live_0123456789abcdef"),
    ]
  )
  func honest(name: String, text: String) {
    var api = Service("api", source: image)
    api.variables[name] = Value(text)
    #expect(findings(services: [api]) == [])
  }

  @Test(
    "a URL that a reference or a secret fills in passes, a written password beside one does not"
  )
  func composed() {
    let database = Postgres("database")
    let password = Secret("PASSWORD", .provided("the host"))
    func found(_ value: Value) -> [String] {
      findings(
        services: [Service("api", source: image, variables: ["URL": value])],
        databases: [database]
      )
      .map(\.message)
    }
    #expect(found("postgres://app:\(password.value)@\(database.host)/app") == [])
    #expect(
      found("postgres://\(database.userName):\(database.password)@\(database.host)/app") == []
    )
    let message = "service 'api' sets 'URL' to a text with a URL with a password"
    #expect(found("postgres://app:hunter2@\(database.host)/app") == [message])
    #expect(found("postgres://\(database.userName):hunter2@db.example.com") == [message])
  }

  @Test("commands, shared sets, headers and build arguments are looked at too")
  func everywhere() {
    let text = Value(Self.token)
    let line: UInt = #line + 1
    let shared = SharedVariables("common", ["A": text])
    let built = Source.dockerfile("Dockerfile", arguments: ["B": text])
    let api = Service("api", source: built, shared: [shared])
    let page = StaticSite("page", directory: "page", headers: [ResponseHeader("C", text)])
    let job = CronJob("job", source: image, schedule: .hourly(), command: ["run", Self.token])
    let kind = "a GitHub token"
    #expect(
      findings(services: [api], sites: [page], jobs: [job]) == [
        Finding(
          "literal-credentials",
          line,
          "shared set 'common' sets 'A' to a text with \(kind)"
        ),
        Finding(
          "literal-credentials",
          line + 2,
          "service 'api' sets build argument 'B' to a text with \(kind)"
        ),
        Finding(
          "literal-credentials",
          line + 3,
          "static site 'page' sets header 'C' to a text with \(kind)"
        ),
        Finding("literal-credentials", line + 4, "the command of cron job 'job' holds \(kind)"),
      ]
    )
  }

  @Test("a text in the place of what another environment declares as a secret is refused")
  func declared() {
    let line: UInt = #line + 1
    let session = Secret("SESSION_SEED", .generated(bytes: 32))
    let api = Service("api", source: image, variables: ["SESSION_SEED": session.value.value])
    let keeping = Somewhere.plain.with {
      $0.stores = { _ in [SecretStore(session, in: "the safe", site: session.site)] }
    }
    let prod = Environment("prod", Application("shop", services: [api]), on: keeping)
    func messages(_ text: String) -> [String] {
      var api = api
      api.variables["SESSION_SEED"] = Value(text)
      let dev = Environment("dev", Application("shop", services: [api]), on: Somewhere.plain)
      return Generation([dev, prod]).diagnostics
        .map { "\($0.site?.line ?? 0) \($0.rule.code) \($0.message)" }
    }
    let site = "InfraKitTests/LiteralCredentialsTests.swift:\(line)"
    #expect(
      messages("correct horse") == [
        "\(line + 8) model/literal-credentials service 'api' sets 'SESSION_SEED' to a text, and that is "
          + "the name of a secret (\(site))"
      ]
    )
    // What is only switched off, or told by the shell, is no secret.
    for honest in ["", "off", "disabled", "$SESSION_SEED", "/run/seed", "v1"] {
      #expect(messages(honest) == [])
    }
  }
}
