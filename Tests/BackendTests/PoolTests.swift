import Foundation
import Logging
import Testing

@testable import backend

extension BackendSuite {
  @Suite("the pool")
  struct PoolTests {
    let logger = Logger(label: "test")

    @Test("ten thousand reads go on while Postgres is killed", .timeLimit(.minutes(1)))
    func spike() async throws {
      let server = try PostgresServer()
      var configuration = DatabaseConfiguration(url: server.url("postgres"))
      configuration.size = 4
      let database = try Database(configuration, logger: logger)
      let tally = Tally()
      let killer = Task.detached {
        for _ in 0..<3 {
          try await Task.sleep(for: .milliseconds(300))
          server.kill()
        }
      }
      await withTaskGroup(of: Void.self) { group in
        for worker in 0..<20 {
          group.addTask {
            for index in 0..<500 {
              let number = worker * 1000 + index
              do {
                let rows = try await database.query("SELECT $1::int + 1", [.integer(number)])
                let answer = try rows.first?.integer(0)
                tally.add(answer == number + 1 ? "good" : "wrong")
              } catch {
                tally.add("failed")
                try? await Task.sleep(for: .milliseconds(20))
              }
            }
          }
        }
      }
      try await killer.value
      try server.waitUntilReady()
      var isBack = false
      for _ in 0..<100 where !isBack {
        isBack = (try? await database.query("SELECT 1")) != nil
        if !isBack { try await Task.sleep(for: .milliseconds(100)) }
      }
      print("reads: \(tally.all)")
      #expect(isBack)
      #expect(tally["wrong"] == 0)
      #expect(tally["good"] + tally["failed"] == 10_000)
      #expect(tally["good"] > 1_000)
    }
  }
}
