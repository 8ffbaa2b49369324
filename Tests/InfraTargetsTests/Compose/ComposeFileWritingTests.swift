import Foundation
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

@Suite("A Compose file, as it is written")
struct ComposeFileWritingTests {
  @Test("a file in the documented order is written back byte by byte")
  func order() throws {
    let path = "Tests/InfraTargetsTests/Golden/compose/development.yml"
    let text = try String(contentsOf: PackageRoot.file(path), encoding: .utf8)
    let header = text.split(separator: "\n").prefix { $0.hasPrefix("# ") }
      .map { $0.dropFirst(2) }.joined(separator: "\n")
    let reading = try Reader.decode(ComposeFile.self, yaml: text)
    #expect(reading.unknownKeys == [])
    #expect(try YAML.encode(reading.value, header: header) == text)
  }

  @Test("the fields of a service stand in the specification's order, extensions among them")
  func fields() throws {
    var service = ComposeFile.Service()
    service.volumes.append("data:/data")
    service.ports.append(8080)
    service.ports.append(.right(.init(target: 80, published: "${A}", hostIP: "127.0.0.1")))
    service.image = "postgres:17"
    service.environment = ["PRICE": "5$", "COUNT": 3, "ON": true, "FROM_SHELL": nil]
    service.command = ["sh", "-c", "echo $HOME"]
    service.entrypoint = .line("")
    service.restart = .no
    service.cpus = 0.5
    service.extensions["x-note"] = "kept"
    service.build = .right(.init(context: "."))
    service.build?.right?.args = ["A": "\(ComposeVariable("A", default: "1"))"]
    service.build?.right?.extensions["x-build"] = 1
    var file = ComposeFile()
    file.extensions["x-top"] = ["a": "b"]
    file.services["database"] = service
    file.volumes["data"] = .some(nil)
    let text = try YAML.encode(file)
    #expect(
      text == """
        x-top:
          a: b

        services:
          database:
            build:
              context: "."
              args:
                A: ${A:-1}
              x-build: 1
            cpus: 0.5
            command:
              - sh
              - "-c"
              - echo $$HOME
            entrypoint: ""
            environment:
              PRICE: 5$$
              COUNT: 3
              "ON": true
              FROM_SHELL:
            image: postgres:17
            ports:
              - 8080
              - target: 80
                published: $${A}
                host_ip: "127.0.0.1"
            restart: "no"
            volumes:
              - data:/data
            x-note: kept

        volumes:
          data:

        """
    )
  }

  @Test("a list of NAME=value is searched and changed by name")
  func pairs() {
    var pairs = ComposePairs.list(["A=1", "B", "AB=2=3"])
    #expect(pairs["A"] == "1")
    #expect(pairs["B"] == .null)
    #expect(pairs["AB"] == "2=3")
    #expect(pairs["C"] == nil)
    pairs["A"] = "$x"
    pairs["B"] = nil
    pairs["N"] = 4
    #expect(pairs == .list(["AB=2=3", ComposeText(written: "A=$$x"), "N=4"]))
    pairs = ["A": "1"]
    pairs["A"] = nil
    #expect(pairs == .map([:]))
  }

  @Test(
    "the file of our own development is valid for the schema and for Compose itself",
    .needsSchemaValidator,
    .needsDockerCompose
  )
  func accepted() async throws {
    let path = PackageRoot.file("Tests/InfraTargetsTests/Golden/compose/development.yml")
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(try await SchemaValidator(.compose).errors(in: text, .yaml) == [])
    let check = ChildProcess(
      "docker",
      ["compose", "--project-name", "a", "--file", "-", "config", "--quiet"],
      input: text,
      environment: ["DATABASE_PASSWORD": "a", "JWT_ACCESS_SECRET": "b", "JWT_REFRESH_SECRET": "c"]
    )
    let result = try await check.run()
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    var without = check
    without.environment = ["DATABASE_PASSWORD": "a", "JWT_ACCESS_SECRET": "b"]
    let refusal = try await without.run()
    #expect(refusal.status != 0)
    #expect(refusal.errors.contains("run `swift run infra secrets init dev`"))
  }
}
