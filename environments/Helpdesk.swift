import BackendContract
import InfraKit
import InfraTargets

/// The helpdesk: what is the same in every environment.
struct Helpdesk {
  var database = Postgres("database", version: .v17, databaseName: "helpdesk", user: "helpdesk")
  var accessSecret = Secret(
    "JWT_ACCESS_SECRET",
    .generated(bytes: 32),
    signsFor: TokenLifetime.access
  )
  var refreshSecret = Secret(
    "JWT_REFRESH_SECRET",
    .generated(bytes: 32),
    signsFor: TokenLifetime.refresh
  )
  var backend = Service(
    "backend",
    source: image,
    command: ["backend", "serve"],
    port: 8080,
    health: .http("/readyz"),
    release: ["backend", "migrate", "deploy"],
    dev: DevCommands(
      build: build,
      start: ".build/debug/backend serve --local",
      release: ".build/debug/backend migrate deploy",
      smoke: "./scripts/smoke"
    ),
    watching: sources,
    shutdownGrace: .seconds(15)
  )
  var worker = Service(
    "worker",
    source: image,
    command: ["backend", "worker"],
    dev: DevCommands(build: build, start: ".build/debug/backend worker"),
    watching: sources,
    shutdownGrace: .seconds(15)
  )
  var frontend = StaticSite(
    "frontend",
    directory: "frontend",
    build: "node build.mjs",
    output: "dist",
    dev: "node build.mjs --serve",
    rewrites: [.singlePage],
    headers: headers,
    watching: ["frontend/**"]
  )
  var settings: ServeVariables

  /// One image runs as `backend serve`, as `backend worker` and, once per release, as
  /// `backend migrate deploy`.
  private static let image = Source.dockerfile("templates/backend.Dockerfile")

  /// Without an image, one program is all three, too.
  private static let build: Command = "swift build --product backend"

  private static let sources = WatchPaths(
    ["Package.swift", "Sources/**", "templates/backend.Dockerfile"],
    ignoring: ["Sources/Infra/**", "Sources/Page/**", "Sources/Tool/**"]
  )

  /// What every answer of the page says, on every platform.
  ///
  /// The build adds a policy of its own to the page that narrows `connect-src` to the API, whose
  /// address differs by environment; a header here is the same for all of them.
  private static let headers = [
    ResponseHeader(
      "Content-Security-Policy",
      """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
      connect-src 'self' https: http://localhost:*; base-uri 'none'; form-action 'self'; \
      frame-ancestors 'none'
      """
    ),
    ResponseHeader("Referrer-Policy", "no-referrer"),
    ResponseHeader("X-Content-Type-Options", "nosniff"),
    ResponseHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  init() {
    settings = ServeVariables(
      databaseURL: database.url,
      frontendURL: frontend.origin,
      jwtAccessSecret: accessSecret.value,
      jwtRefreshSecret: refreshSecret.value,
      jobs: .worker
    )
    frontend.variables["NEXT_PUBLIC_API_URL"] = backend.origin
    worker.startsAfter = [.released(backend)]
  }

  /// The application with the settings handed to each process.
  var application: Application {
    Application(
      "helpdesk",
      services: [
        backend.reading(settings, release: settings.migrate), worker.reading(settings.worker),
      ],
      sites: [frontend],
      databases: [database]
    )
  }
}
