import InfraSerialization

/// Railway's GraphQL interface, as far as secrets and rollbacks need it.
///
/// docs.railway.com/integrations/api, read 2026-11-23, with the operations of railwayapp/cli
/// (src/gql, v5.43.1 of 2026-08-21). The command line has no rollback, so this is the only public
/// way. Failures come with status 200 and a list of `errors`.
package struct RailwayClient: Sendable {
  let connection: Connection

  /// What a token opens: `RAILWAY_TOKEN` is of one environment of one project.
  package struct Scope: Sendable, Hashable {
    /// The project.
    package let project: String
    /// The environment.
    package let environment: String
    /// The environment's name.
    package let environmentName: String

    /// Names a project and an environment.
    package init(project: String, environment: String, environmentName: String) {
      self.project = project
      self.environment = environment
      self.environmentName = environmentName
    }
  }

  /// Opens the interface with a project's token; nil where it holds what no header may.
  package init?(
    token: SecretText,
    at address: Address = .railway,
    through transport: any Transport
  ) {
    guard
      let endpoint = Endpoint(
        "Railway",
        address,
        token: token,
        named: "RAILWAY_TOKEN",
        header: "Project-Access-Token",
        prefix: ""
      )
    else { return nil }
    connection = Connection(endpoint, transport)
  }

  /// Asks for something.
  func query(
    _ name: String,
    _ text: String,
    _ variables: OrderedMap<AnyValue> = [:]
  ) throws(VendorError) -> AnyValue {
    let request = Request(
      .post,
      "",
      .plain(.map(["query": .string(text), "variables": .map(variables)])),
      isRead: true,
      operation: name
    )
    let response = try connection.transport.send(request, to: connection.endpoint)
    return try Self.data(of: response, to: request, at: connection.endpoint)
  }

  /// Describes a change.
  func mutation(
    _ name: String,
    _ text: String,
    _ variables: [(name: String, content: Content)],
    remembering: @escaping @Sendable (AnyValue) -> String? = { _ in nil }
  ) -> Call {
    let endpoint = connection.endpoint
    let request = Request(
      .post,
      "",
      .map([("query", .plain(.string(text))), ("variables", .map(variables))]),
      operation: name
    )
    return Call(request, at: endpoint) { response throws(VendorError) in
      remembering(try Self.data(of: response, to: request, at: endpoint))
    }
  }

  /// The data of an answer without errors.
  private static func data(
    of response: Response,
    to request: Request,
    at endpoint: Endpoint
  ) throws(VendorError) -> AnyValue {
    let value = try Connection.value(of: response, to: request, at: endpoint)
    if let error = value["errors"]?.items?.first {
      throw refusal(error, request, endpoint)
    }
    guard let data = value["data"] else {
      throw Connection.unreadable("no data", request, endpoint)
    }
    return data
  }

  private static func refusal(
    _ error: AnyValue,
    _ request: Request,
    _ endpoint: Endpoint
  ) -> VendorError {
    let message = error["message"]?.text ?? "no reason"
    let words =
      request.content?.hasSecrets == true
      ? "" : ": " + VendorError.shortened(message, hiding: endpoint.token)
    let isDenied = message.contains("Not Authorized")
    return VendorError(
      isDenied ? .unauthorized : .refused(200),
      "Railway refused \(request.operation ?? "")\(words)",
      help: isDenied
        ? "RAILWAY_TOKEN is not accepted: make a project token of this environment and export it"
        : "mend what it names and go on with --resume"
    )
  }
}

extension RailwayClient {
  /// The project and environment that the token is of.
  package func scope() throws(VendorError) -> Scope {
    let data = try query(
      "projectToken",
      "query { projectToken { project { id } environment { id name } } }"
    )
    guard let token = data["projectToken"], let project = token["project"]?["id"]?.text,
      let environment = token["environment"], let id = environment["id"]?.text
    else {
      throw VendorError(
        .unauthorized,
        "RAILWAY_TOKEN is no project token",
        help: "make one under Project Settings > Tokens, for this environment, and export it"
      )
    }
    return Scope(
      project: project,
      environment: id,
      environmentName: environment["name"]?.text ?? ""
    )
  }

  /// The numbers of the project's services, by name.
  package func services(in scope: Scope) throws(VendorError) -> [(name: String, id: String)] {
    let data = try query(
      "project",
      "query ($id: String!) { project(id: $id) { services { edges { node { id name } } } } }",
      ["id": .string(scope.project)]
    )
    return (data["project"]?["services"]?["edges"]?.items ?? []).compactMap { edge in
      guard let name = edge["node"]?["name"]?.text, let id = edge["node"]?["id"]?.text else {
        return nil
      }
      return (name, id)
    }
  }
}
