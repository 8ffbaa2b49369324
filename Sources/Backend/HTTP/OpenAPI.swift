import HTTPTypes

/// The description of the API for machines, made from the endpoints themselves.
struct OpenAPI: Sendable {
  let endpoints: [Endpoint]

  /// The document, OpenAPI 3.1.
  var document: JSON {
    var paths: [JSON.Member] = []
    for endpoint in endpoints {
      let operation = JSON.Member(
        name: endpoint.method.rawValue.lowercased(),
        value: operation(endpoint)
      )
      if let index = paths.firstIndex(where: { $0.name == endpoint.path }),
        case .object(let members) = paths[index].value
      {
        paths[index].value = .object(members + [operation])
      } else {
        paths.append(JSON.Member(name: endpoint.path, value: .object([operation])))
      }
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Helpdesk", "version": .text(Version.text),
        "description": "Accounts, tickets with due times, and their escalation.",
      ],
      "paths": .object(paths),
      "components": [
        "schemas": .object(Schemas.all + bodies),
        "securitySchemes": [
          "accessToken": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]
        ],
      ],
    ]
  }

  private var bodies: [JSON.Member] {
    endpoints.compactMap(\.body).map { JSON.Member(name: $0.name, value: $0.schema) }
  }

  private func operation(_ endpoint: Endpoint) -> JSON {
    var members: [JSON.Member] = [
      .init(name: "operationId", value: .text(endpoint.operation)),
      .init(name: "summary", value: .text(endpoint.summary)),
    ]
    let parameters = parameters(endpoint)
    if !parameters.isEmpty {
      members.append(.init(name: "parameters", value: .array(parameters)))
    }
    if let body = endpoint.body {
      members.append(
        .init(
          name: "requestBody",
          value: [
            "required": .boolean(!body.mayBeAbsent),
            "content": ["application/json": ["schema": Self.reference(body.name)]],
          ]
        )
      )
    }
    members.append(.init(name: "responses", value: responses(endpoint)))
    if endpoint.access != .anyone {
      members.append(.init(name: "security", value: [["accessToken": []]]))
    }
    return .object(members)
  }

  private func parameters(_ endpoint: Endpoint) -> [JSON] {
    var list: [JSON] = []
    if endpoint.path.contains("{id}") {
      list.append([
        "name": "id", "in": "path", "required": true, "schema": Shape.identifier.schema,
      ])
    }
    for parameter in endpoint.query {
      list.append([
        "name": .text(parameter.name), "in": "query", "required": false,
        "description": .text(parameter.summary), "schema": parameter.shape.schema,
      ])
    }
    return list
  }

  private func responses(_ endpoint: Endpoint) -> JSON {
    var success: [JSON.Member] = [
      .init(name: "description", value: .text(endpoint.answer.summary))
    ]
    if let schema = endpoint.answer.schema {
      success.append(
        .init(
          name: "content",
          value: ["application/json": ["schema": Self.reference(schema)]]
        )
      )
    }
    var list = [
      JSON.Member(name: "\(endpoint.answer.status.code)", value: .object(success))
    ]
    for status in Self.problems(of: endpoint) {
      list.append(
        .init(
          name: "\(status.code)",
          value: [
            "description": .text(status.reasonPhrase),
            "content": ["application/problem+json": ["schema": Self.reference("Problem")]],
          ]
        )
      )
    }
    return .object(list)
  }

  /// The problems that follow from what an endpoint takes, and its own.
  private static func problems(of endpoint: Endpoint) -> [HTTPResponse.Status] {
    var all = endpoint.problems
    if endpoint.body != nil {
      all += [.badRequest, .contentTooLarge, .unsupportedMediaType, .unprocessableContent]
    }
    if !endpoint.query.isEmpty { all.append(.unprocessableContent) }
    if endpoint.path.contains("{id}") { all.append(.notFound) }
    if case .role(let role) = endpoint.access {
      all += role == .requester ? [.unauthorized] : [.unauthorized, .forbidden]
    }
    all += [.internalServerError, .serviceUnavailable]
    var unique: [HTTPResponse.Status] = []
    for status in all.sorted(by: { $0.code < $1.code }) where !unique.contains(status) {
      unique.append(status)
    }
    return unique
  }

  private static func reference(_ name: String) -> JSON {
    ["$ref": .text("#/components/schemas/\(name)")]
  }
}

/// What this program calls itself.
enum Version {
  /// The version of the API and of the program.
  static let text = "1.0.0"
}
