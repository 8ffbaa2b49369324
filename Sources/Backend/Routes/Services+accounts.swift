import HTTPTypes
import Hummingbird

/// Who there is, and who may do what.
extension Services {
  private static let role = QueryParameter(
    name: "role",
    shape: .choice(Role.allCases.map(\.rawValue)),
    summary: "Only accounts with this role."
  )

  private static let change = BodyShape(
    name: "AccountChange",
    fields: [.required("role", .choice(Role.allCases.map(\.rawValue)))]
  )

  /// The operations.
  var accountEndpoints: [Endpoint] {
    [
      Endpoint(
        method: .get,
        path: "/me",
        operation: "me",
        summary: "The caller's own account.",
        access: .role(.requester),
        answer: .init(status: .ok, summary: "The account.", schema: "Account"),
        handle: { call in
          guard let account = try await accounts.find(id: try call.caller().account) else {
            throw Problem.unauthenticated
          }
          return .json(account)
        }
      ),
      Endpoint(
        method: .get,
        path: "/accounts",
        operation: "listAccounts",
        summary: "The accounts, newest first.",
        access: .role(.agent),
        query: [Self.role, .limit, .cursor],
        answer: .init(status: .ok, summary: "A page of accounts.", schema: "AccountPage"),
        handle: { call in
          let limit = try call.limit()
          let found = try await accounts.list(
            role: try call.query(Self.role),
            after: try call.query(.cursor),
            limit: limit + 1
          )
          return .json(
            Page(found, limit: limit) { $0.id }
          )
        }
      ),
      Endpoint(
        method: .patch,
        path: "/accounts/{id}",
        operation: "changeAccount",
        summary: "Gives an account a role; it holds from the account's next token on.",
        access: .role(.admin),
        body: Self.change,
        answer: .init(status: .ok, summary: "The account.", schema: "Account"),
        handle: { call in
          let id = try call.id()
          let role = try await call.fields(Self.change).text("role")
          guard let account = try await accounts.setRole(role, of: id) else {
            throw Problem.notFound
          }
          return .json(account)
        }
      ),
    ]
  }
}
