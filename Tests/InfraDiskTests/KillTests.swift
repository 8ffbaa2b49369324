// Only on Linux is the test program an executable that can start itself.
#if os(Linux)
  import Foundation
  import Testing

  @testable import InfraDisk

  @Suite("A process that is killed")
  struct KillTests {
    private static let variable = "INFRA_DISK_KILLED_BELOW"

    @Test("leaves whole files, and the next run finishes without complaint")
    func killed() throws {
      if let root = ProcessInfo.processInfo.environment[Self.variable] {
        return try Self.writeForever(below: root)
      }
      var random = Random(seed: 3)
      let states = try [Story.first, Story.second, Story.third].map(Story.result)
      for round in 0..<8 {
        let scratch = try Scratch()
        try scratch.write(Story.foreign, "mine\n")
        let process = try start(below: scratch.root)
        usleep(UInt32(random.next() % 40_000))
        #expect(kill(process.processIdentifier, SIGKILL) == 0)
        process.waitUntilExit()

        let found = try scratch.snapshot().keys.sorted()
        try Story.expectWholeFiles(scratch, states, "round \(round)")
        let report = try scratch.realDisk.generate(Story.first, isComplete: true)
        #expect(report.isWritten, "round \(round)")
        #expect(try scratch.snapshot() == states[0], "round \(round): \(found)")
      }
    }

    /// Starts this program again with this test alone, and waits until it writes.
    private func start(below root: String) throws -> Process {
      let process = Process()
      let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = ["--testing-library", "swift-testing", "--filter", "KillTests"]
      process.environment = ProcessInfo.processInfo.environment.merging([Self.variable: root]) {
        $1
      }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      var text = ""
      while !text.contains("writing"), process.isRunning {
        text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      }
      return process
    }

    private static func writeForever(below root: String) throws {
      var disk = Disk(root: root)
      disk.committed = { _ in nil }
      FileHandle.standardOutput.write(Data("writing\n".utf8))
      while true {
        for wish in [Story.first, Story.second, Story.third] {
          _ = try disk.generate(wish, isComplete: true)
        }
      }
    }
  }
#endif
