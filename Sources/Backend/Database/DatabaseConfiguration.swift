/// How the program uses its database.
struct DatabaseConfiguration: Sendable {
  /// The connection URL, with the password in it; never logged.
  var url: String

  /// The most connections to hold open.
  var size = 10

  /// What the server shows in `pg_stat_activity`.
  var applicationName = "backend"

  /// How long the server works on one statement at most; nil for as long as it takes.
  var statementTimeout: Duration? = .seconds(5)

  /// How long a statement waits for a connection.
  var acquireTimeout: Duration = .seconds(2)

  /// How many statements may wait for a connection before further ones are turned away.
  var queueLimit = 2000

  /// What is set on each new connection.
  var session: String {
    let limit = statementTimeout?.pollMilliseconds ?? 0
    return """
      SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET bytea_output = 'hex'; \
      SET client_min_messages = 'warning'; \
      SET statement_timeout = \(limit); SET lock_timeout = \(limit); \
      SET idle_in_transaction_session_timeout = \(limit == 0 ? 0 : 2 * limit)
      """
  }
}
