public import InfraContract

/// What `backend serve` reads.
public struct ServeVariables: ProcessContract {
  /// The database.
  public var databaseURL: PostgresURL

  /// The origin of the page that may call the API.
  public var frontendURL: WebOrigin

  /// The key that signs access tokens.
  public var jwtAccessSecret: SecretKey

  /// The key that signs refresh tokens.
  public var jwtRefreshSecret: SecretKey

  /// Where the description filled the contract.
  public let site: CallSite

  /// Fills the contract of `backend serve`.
  public init(
    databaseURL: PostgresURL,
    frontendURL: WebOrigin,
    jwtAccessSecret: SecretKey,
    jwtRefreshSecret: SecretKey,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.databaseURL = databaseURL
    self.frontendURL = frontendURL
    self.jwtAccessSecret = jwtAccessSecret
    self.jwtRefreshSecret = jwtRefreshSecret
    self.site = CallSite(file: file, line: line)
  }

  /// The command that reads them.
  public static let process = "backend serve"

  /// The variables, in the order in which manifests list them.
  public static let fields: [ContractField<ServeVariables>] = [
    .required("DATABASE_URL", "The Postgres database.") { $0.databaseURL },
    .required("FRONTEND_URL", "The origin of the page that may call the API.") { $0.frontendURL },
    .required("JWT_ACCESS_SECRET", "Signs access tokens.") { $0.jwtAccessSecret },
    .required("JWT_REFRESH_SECRET", "Signs refresh tokens.") { $0.jwtRefreshSecret },
    .platform("PORT", "The port to listen on.", as: Port.self),
  ]
}
