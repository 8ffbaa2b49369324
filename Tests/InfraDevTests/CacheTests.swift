import Foundation
import TestSupport
import Testing

@testable import InfraDev

/// The servers that can run a cache without containers.
private let server = ["valkey-server", "redis-server"].compactMap(ChildProcess.find).first

@Suite("infra dev: a cache")
struct CacheTests {
  @Test(
    "a local server is ready before what reads it, and keeps a journal",
    .enabled(
      if: server != nil,
      "neither valkey-server nor redis-server in PATH: run ./scripts/test"
    )
  )
  func local() async throws {
    let port = try freePort()
    let run = try Run("store", values: ["CACHE_PORT": "\(port)"])
    let dev = try run.start("--engine", "local")
    try await dev.says("ready in ")
    #expect(dev.text.contains("the cache is at redis://127.0.0.1:\(port)"))
    #expect(dev.text.contains("cache  localhost:\(port)"))
    dev.signal(SIGINT)
    #expect(dev.status() == 0)
    #expect(processes(in: run.folder) == [])
    let files = try FileManager.default.contentsOfDirectory(
      atPath: run.folder.appending(path: ".infra/dev/store/data/cache").path
    )
    #expect(files.contains { $0.hasPrefix("appendonly") })
  }

  @Test("without any server, what can be installed is named")
  func none() throws {
    let run = try Run("store")
    let dev = try Started(
      [Run.program, "dev", "store", "--no-page", "--engine", "local"],
      in: run.folder,
      variables: ["PATH": "/nowhere"]
    )
    #expect(dev.status() == 1)
    #expect(dev.text.contains("error: cache 'cache' needs a container engine, Valkey or Redis"))
    #expect(dev.text.contains("apt-get install redis-server"))
  }
}
