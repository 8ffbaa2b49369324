/// What an account may do; each role may do all that the ones before it may.
enum Role: String, Sendable, CaseIterable, Comparable {
  /// Opens tickets, and sees its own.
  case requester
  /// Works on all tickets.
  case agent
  /// Also gives roles to accounts.
  case admin

  static func < (left: Role, right: Role) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Who makes a request, as a verified access token says.
struct Identity: Sendable, Equatable {
  /// The account's identifier, a UUID.
  let account: String

  /// The role when the token was made; a change of role takes effect with the next token.
  let role: Role
}
