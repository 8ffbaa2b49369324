import InfraSerialization

/// Vercel's REST interface, as far as secrets and rollbacks need it.
///
/// vercel.com/docs/rest-api, read 2026-11-24, with the requests of vercel/vercel (packages/cli,
/// commit 17d9ebaf of 2026-08-03). Lists come in pages with `pagination.next`.
package struct VercelClient: Sendable {
  let connection: Connection
  private let team: String?
  let pageSize: Int

  /// Opens the interface; nil where the token holds what no header may.
  ///
  /// - Parameters:
  ///   - token: The token.
  ///   - team: The team's number, such as `team_…`; nil for a person's own projects.
  ///   - address: Where Vercel answers.
  ///   - transport: What carries the requests.
  ///   - pageSize: How many items a page has at most.
  package init?(
    token: SecretText,
    team: String? = nil,
    at address: Address = .vercel,
    through transport: any Transport,
    pageSize: Int = 50
  ) {
    guard let endpoint = Endpoint("Vercel", address, token: token, named: "VERCEL_TOKEN") else {
      return nil
    }
    connection = Connection(endpoint, transport)
    self.team = team
    self.pageSize = pageSize
  }

  /// A path with the team that it is about.
  func path(_ path: String) -> String {
    guard let team else { return path }
    return path + (path.contains("?") ? "&" : "?") + "teamId=\(Request.escaped(team))"
  }

  /// All items of a list, page after page.
  func list(_ start: String, of key: String, limit: Int = .max) throws(VendorError) -> [AnyValue] {
    var items: [AnyValue] = []
    var until: Int?
    while items.count < limit {
      let joint = start.contains("?") ? "&" : "?"
      let page = "\(start)\(joint)limit=\(pageSize)" + (until.map { "&until=\($0)" } ?? "")
      let request = Request(.get, path(page))
      let answer = try connection.read(request)
      guard let found = answer[key]?.items else {
        throw Connection.unreadable("no '\(key)'", request, connection.endpoint)
      }
      items += found
      guard let next = answer["pagination"]?["next"]?.whole, next != until, !found.isEmpty else {
        break
      }
      until = next
    }
    return Array(items.prefix(limit))
  }
}

extension VercelClient {
  /// A project as Vercel knows it.
  package struct Project: Sendable, Hashable {
    /// The number, such as `prj_…`.
    package let id: String
    /// The name.
    package let name: String
    /// The deployment that the production domains point at.
    package let production: String?
    /// What became of the newest request to point them elsewhere.
    package let request: AliasRequest?

    init?(_ value: AnyValue) {
      guard let id = value["id"]?.text else { return nil }
      self.id = id
      name = value["name"]?.text ?? ""
      production = value["targets"]?["production"]?["id"]?.text
      request = value["lastAliasRequest"].flatMap(AliasRequest.init)
    }
  }

  /// A request to point the production domains at another deployment.
  package struct AliasRequest: Sendable, Hashable {
    /// The deployment.
    package let deployment: String
    /// `succeeded`, `failed`, `skipped`, `pending` or `in-progress`.
    package let status: String
    /// `rollback` or `promote`.
    package let type: String

    init?(_ value: AnyValue) {
      guard let deployment = value["toDeploymentId"]?.text,
        let status = value["jobStatus"]?.text
      else { return nil }
      self.deployment = deployment
      self.status = status
      type = value["type"]?.text ?? ""
    }
  }

  /// A project by its name or number.
  package func project(_ name: String) throws(VendorError) -> Project {
    let request = Request(.get, path("/v9/projects/\(Request.escaped(name))"))
    guard let project = Project(try connection.read(request)) else {
      throw Connection.unreadable("no project", request, connection.endpoint)
    }
    return project
  }
}
