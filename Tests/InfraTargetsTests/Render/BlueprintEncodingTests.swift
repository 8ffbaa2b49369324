import Foundation
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

@Suite("Blueprint, as it is written")
struct BlueprintEncodingTests {
  @Test("the helpdesk's file reads as a careful person would write it")
  func helpdesk() throws {
    try expectGolden(YAML.encode(Self.helpdesk), "render/helpdesk.yaml")
  }

  @Test("a file with every field is valid under Render's schema", .needsSchemaValidator)
  func valid() async throws {
    let texts = [try YAML.encode(Self.helpdesk), try YAML.encode(RenderKitchen.blueprint)]
    let documents = zip(["helpdesk", "kitchen"], texts).map {
      SchemaValidator.Document($0, $1, .yaml)
    }
    #expect(try await SchemaValidator(.render).errors(in: documents) == [[], []])
  }

  @Test("a file with every field keeps the order of Render's schema")
  func kitchen() throws {
    try expectGolden(YAML.encode(RenderKitchen.blueprint), "render/kitchen.yaml")
  }

  @Test("any other encoder writes the same")
  func otherEncoders() throws {
    let file = RenderKitchen.blueprint
    let text = try JSONEncoder().encode(file)
    #expect(try JSONDecoder().decode(Blueprint.self, from: text) == file)
  }

  @Test("words that YAML would read as something else are quoted")
  func quoting() throws {
    var file = Blueprint()
    file.version = "1"
    file.previews = .init(generation: .off)
    var database = Blueprint.Database(name: "database")
    database.postgresMajorVersion = .v17
    file.databases = [database]
    file.envVarGroups = [
      .init(name: "words", envVars: [.value("A", "true"), .value("B", "5432"), .value("C", 5432)])
    ]
    #expect(
      try YAML.encode(file) == """
        databases:
          - name: database
            postgresMajorVersion: "17"

        envVarGroups:
          - name: words
            envVars:
              - key: A
                value: "true"
              - key: B
                value: "5432"
              - key: C
                value: 5432

        previews:
          generation: "off"

        version: "1"

        """
    )
  }

  @Test("required lists are written when they are empty, optional ones when they are meant")
  func emptyLists() throws {
    var file = Blueprint()
    var database = Blueprint.Database(name: "database")
    database.ipAllowList = []
    database.readReplicas = []
    file.databases = [database]
    file.envVarGroups = [.init(name: "empty")]
    file.services = [
      .keyValue(.init(name: "cache")), .site(.init(name: "web", staticPublishPath: ".")),
    ]
    #expect(
      try YAML.encode(file) == """
        databases:
          - name: database
            ipAllowList: []
            readReplicas: []

        envVarGroups:
          - name: empty
            envVars: []

        services:
          - type: keyvalue
            name: cache
            ipAllowList: []
          - type: web
            name: web
            runtime: static
            staticPublishPath: "."

        """
    )
  }
}

extension BlueprintEncodingTests {
  /// What the helpdesk's production needs of Render, written by hand.
  static var helpdesk: Blueprint {
    var database = Blueprint.Database(name: "helpdesk-database-prod")
    database.region = .frankfurt
    database.plan = .`0.5c-1g`
    database.diskSizeGB = 15
    database.postgresMajorVersion = .v17
    database.ipAllowList = []
    database.readReplicas = []
    let url = Blueprint.Variable.fromDatabase("DATABASE_URL", database.name, .connectionString)

    var backend = server(.web, "helpdesk-backend-prod", command: "backend serve")
    backend.numInstances = 2
    backend.healthCheckPath = "/readyz"
    backend.preDeployCommand = "backend migrate deploy"
    backend.domains = ["api.helpdesk.example"]
    backend.envVars = [
      url,
      .value("FRONTEND_URL", "https://app.helpdesk.example"),
      .generated("JWT_ACCESS_SECRET"),
      .generated("JWT_REFRESH_SECRET"),
      .value("JOBS", "worker"),
    ]

    var worker = server(.worker, "helpdesk-worker-prod", command: "backend worker")
    worker.numInstances = 1
    worker.envVars = [url, .value("JOBS", "worker")]

    var file = Blueprint()
    file.databases = [database]
    file.services = [.server(backend), .server(worker)]
    return file
  }

  private static func server(
    _ type: Blueprint.ServiceType,
    _ name: String,
    command: String
  ) -> Blueprint.ServerService {
    var service = Blueprint.ServerService(type: type, name: name, runtime: .docker)
    service.region = .frankfurt
    service.plan = .`0.5c-512mb`
    service.dockerCommand = command
    service.dockerContext = "."
    service.dockerfilePath = "templates/backend.Dockerfile"
    service.autoDeployTrigger = .checksPass
    service.maxShutdownDelaySeconds = 30
    return service
  }
}
