import BackendContract
import Logging

/// What the routes work with.
struct Services: Sendable {
  let database: Database
  let migrator: Migrator
  let accounts: Accounts
  let sessions: Sessions
  let tickets: Tickets
  let attempts: AttemptLimits
  let passwords: PasswordHasher
  let addresses: ClientAddress
  let cookies: SessionCookies

  init(
    _ settings: ServeSettings,
    database: Database,
    passwords: PasswordHasher = PasswordHasher(),
    logger: Logger
  ) async {
    self.database = database
    self.passwords = passwords
    migrator = Migrator(database, logger: logger)
    accounts = Accounts(database: database)
    tickets = Tickets(database: database)
    attempts = AttemptLimits(database: database)
    addresses = ClientAddress(trustedProxies: settings.trustedProxies)
    cookies = SessionCookies(origin: settings.frontendURL, kind: settings.sessionCookie)
    sessions = Sessions(
      database: database,
      access: await TokenKeys(settings.access),
      refresh: await TokenKeys(settings.refresh)
    )
  }

  /// All operations of the API.
  var endpoints: [Endpoint] {
    let api = health + sessionEndpoints + accountEndpoints + ticketEndpoints + historyEndpoints
    return api + [Self.document(of: api)]
  }
}
