import Foundation
import InfraContract
import InfraKit
import TestSupport
import Testing

@testable import InfraSecrets

@Suite("A new .env")
struct EnvironmentDraftTests {
  private let file = EnvironmentFile(
    path: ".env",
    wanted: [
      WantedValue(name: "KEY", origin: .generated(bytes: 2), purpose: "2 random bytes"),
      WantedValue(name: "MAIL", origin: .provided("the mail provider"), purpose: "from there"),
    ],
    ports: [LocalPort(id: ResourceID(.service, "api"), variable: "API_PORT", number: 8080)],
    projectSuffix: ""
  )

  private func draft(_ text: String?, isFree: Bool = true) throws -> EnvironmentDraft {
    var draft = try EnvironmentDraft(file, text: text, for: "dev")
    draft.nameProject(after: "/home/me/My Shop.2")
    draft.generate { _ in [0x0A, 0xFF] }
    draft.movePorts { _ in isFree }
    return draft
  }

  @Test("holds the project's name, what chance makes, and a comment that says whose it is")
  func new() throws {
    let draft = try draft(nil)
    #expect(draft.text.hasSuffix("COMPOSE_PROJECT_NAME=myshop2-7b15\nKEY=0aff\n"))
    #expect(draft.text.hasPrefix("# What this machine keeps for dev: never commit it.\n"))
    #expect(draft.missing.map(\.name) == ["MAIL"])
    #expect(draft.additions.map(\.how) == ["named", "generated"])
  }

  @Test("clones in folders of the same name have projects of their own")
  func clones() throws {
    let names = try ["/home/me/shop", "/home/me/copies/shop"].map { root in
      var draft = try EnvironmentDraft(file, text: nil, for: "dev")
      draft.nameProject(after: root)
      return try EnvFile(draft.text)["COMPOSE_PROJECT_NAME"] ?? ""
    }
    #expect(names.allSatisfy { $0.hasPrefix("shop-") && $0.utf8.count == 9 })
    #expect(names[0] != names[1])
  }

  @Test("keeps what is there, to the byte, and fills in a name that waits")
  func kept() throws {
    let draft = try draft("# mine\nCOMPOSE_PROJECT_NAME='x'\nKEY=\nOTHER=1")
    #expect(draft.text == "# mine\nCOMPOSE_PROJECT_NAME='x'\nKEY=0aff\nOTHER=1")
    let again = try self.draft(draft.text)
    #expect(again.text == draft.text)
    #expect(again.additions == [])
  }

  @Test("moves a port that is taken, in a new file only")
  func ports() throws {
    var draft = try EnvironmentDraft(file, text: nil, for: "dev")
    draft.movePorts { $0 > 8081 }
    #expect(draft.text.hasSuffix("API_PORT=8082\n"))
    #expect(try !self.draft("A=1\n", isFree: false).text.contains("API_PORT"))
  }

  @Test("a value that a person gives is written so that it stays as it is")
  func provided() throws {
    var draft = try draft(nil)
    draft.provide("MAIL", "a$b 'c'")
    #expect(draft.missing == [])
    #expect(try EnvFile(draft.text)["MAIL"] == "a$b 'c'")
  }

  @Test(
    "a project is called as Compose allows",
    arguments: [
      ("helpdesk", "helpdesk"), ("My App", "myapp"), ("-_x", "x"), ("...", "app"), ("Ü2", "2"),
    ]
  )
  func projectNames(folder: String, name: String) {
    #expect(EnvironmentDraft.projectName(folder) == name)
  }

  @Test("chance makes as many bytes as asked for, and never the same")
  func random() {
    #expect(SystemRandom.bytes(32).count == 32)
    #expect(SystemRandom.bytes(32) != SystemRandom.bytes(32))
  }

  @Test("a port that somebody listens on is not free")
  func sockets() throws {
    let port = try #require(LocalSocket.anyFreePort())
    #expect(LocalSocket.isFree(port))
    let socket = try #require(LocalSocket.make(isIPv6: false))
    defer { close(socket) }
    #expect(LocalSocket.withAddress(port, isIPv6: false) { bind(socket, $0, $1) } == 0)
    #expect(listen(socket, 1) == 0)
    #expect(!LocalSocket.isFree(port))
  }

  @Test("the file is its owner's alone, whole, and unreadable ones are named")
  func store() throws {
    let folder = try PackageRoot.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = EnvStore(root: folder.path, path: ".env")
    #expect(try store.read() == nil)
    try "old".write(toFile: store.path, atomically: false, encoding: .utf8)
    try store.write("A=1\n")
    #expect(try store.read() == "A=1\n")
    let mode = try FileManager.default.attributesOfItem(atPath: store.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [".env"])

    try Data([0xFF, 0xFE]).write(to: URL(filePath: store.path))
    #expect(throws: SecretsProblem.self) { try store.read() }
    try FileManager.default.removeItem(atPath: store.path)
    try FileManager.default.createDirectory(
      atPath: store.path,
      withIntermediateDirectories: false
    )
    let problem = #expect(throws: SecretsProblem.self) { try store.read() }
    #expect(problem?.message.hasPrefix("cannot read '.env': ") == true)
  }
}
