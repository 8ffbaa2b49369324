/// Why a statement did not do what it was asked to.
///
/// The messages are the server's own and never hold a parameter or a password; they are for logs,
/// not for clients.
enum DatabaseError: Error, Equatable {
  /// No connection could be had; nothing was sent.
  case unavailable(String)
  /// The connection broke while the statement ran; whether it took effect is unknown.
  case connectionLost(String)
  /// The statement took too long, or waited too long for a lock.
  case timeout
  /// Another row has the value already.
  case uniqueViolation(constraint: String)
  /// A row that is referred to does not exist, or is still referred to.
  case foreignKeyViolation(constraint: String)
  /// A value is outside what its column allows.
  case invalidValue(String)
  /// Two transactions were in each other's way; trying again helps.
  case conflict
  /// What the schema or the statement got wrong, by its SQLSTATE.
  case statement(state: String, message: String)
  /// The server answered with something other than the statement's columns.
  case unexpectedResult(String)

  /// Sorts a server's error by its SQLSTATE, after PostgreSQL's documentation, appendix A
  /// (read 2026-11-23).
  init(state: String, message: String, constraint: String) {
    switch state {
    case "23505": self = .uniqueViolation(constraint: constraint)
    case "23503": self = .foreignKeyViolation(constraint: constraint)
    case "23502", "23514": self = .invalidValue(constraint.isEmpty ? message : constraint)
    case "57014", "55P03", "25P03": self = .timeout
    case "40001", "40P01": self = .conflict
    case "53300", "57P03": self = .unavailable(message)
    case "57P01", "57P02", "57P05": self = .connectionLost(message)
    default:
      if state.hasPrefix("22") {
        self = .invalidValue(message)
      } else if state.hasPrefix("08") || state.isEmpty {
        self = .connectionLost(message)
      } else {
        self = .statement(state: state, message: message)
      }
    }
  }

  /// What a server or its library says, without what it means.
  var reason: String {
    switch self {
    case .unavailable(let reason), .connectionLost(let reason): reason
    default: description
    }
  }

  /// Whether the database is away, as opposed to unhappy with a statement.
  var isOutage: Bool {
    switch self {
    case .unavailable, .connectionLost: true
    default: false
    }
  }

  /// Whether the connection cannot be used again.
  var breaksConnection: Bool {
    switch self {
    case .unavailable, .connectionLost: true
    // A statement prepared before a migration no longer fits its tables, or is gone.
    case .statement(let state, _): state == "0A000" || state == "26000"
    default: false
    }
  }
}

extension DatabaseError: CustomStringConvertible {
  /// What went wrong, as a person reads it.
  var description: String {
    switch self {
    case .unavailable(let reason): "the database cannot be reached: \(reason)"
    case .connectionLost(let reason): "the connection to the database broke: \(reason)"
    case .timeout: "a statement took too long, or waited too long for a lock"
    case .uniqueViolation(let constraint): "a row with that value is there already (\(constraint))"
    case .foreignKeyViolation(let constraint):
      "a row that is referred to is not there, or still referred to (\(constraint))"
    case .invalidValue(let reason): "a value does not fit its column: \(reason)"
    case .conflict: "two transactions were in each other's way"
    case .statement(let state, let message): "\(message) (SQLSTATE \(state))"
    case .unexpectedResult(let reason): "the server answered with something else: \(reason)"
    }
  }
}
