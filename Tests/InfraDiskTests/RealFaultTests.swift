// Mounts of a process's own are Linux's.
#if os(Linux)
  import Foundation
  import Testing

  @testable import InfraDisk

  @Suite("A disk that is really")
  struct RealFaultTests {
    private static let variable = "INFRA_DISK_MOUNTED_BELOW"

    /// Whether this process may mount a disk for itself and its children.
    private static var canMount: Bool {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["unshare", "--user", "--map-root-user", "--mount", "true"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }

    @Test(
      "full, or mounted read-only, loses nothing and is named with a way out",
      .enabled(if: canMount, "this process may not mount a disk of its own")
    )
    func mounted() throws {
      if let root = ProcessInfo.processInfo.environment[Self.variable] {
        try Self.fillAndFreeze(root)
        FileHandle.standardOutput.write(Data("all of it was tried\n".utf8))
        return
      }
      let scratch = try Scratch()
      let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "unshare", "--user", "--map-root-user", "--mount", program, "--testing-library",
        "swift-testing", "--filter", "RealFaultTests/mounted",
      ]
      process.environment = ProcessInfo.processInfo.environment
        .merging([Self.variable: scratch.root]) { $1 }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(),
        as: UTF8.self
      )
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(text)")
      #expect(text.contains("all of it was tried"), "\(text)")
    }

    private static func fillAndFreeze(_ root: String) throws {
      try mount(["-t", "tmpfs", "-o", "size=256k", "none", root])
      var disk = Disk(root: root)
      disk.committed = { _ in nil }
      #expect(try disk.generate(Story.first, isComplete: true).isWritten)
      let before = try contents(of: root)

      let large = [
        files(
          "prod",
          [
            "render.yaml": "services: new\n",
            "generated/prod/large.txt": String(repeating: "x", count: 1 << 20),
          ]
        )
      ]
      let full = problems { () throws(DiskError) in try disk.generate(large, isComplete: true) }
      #expect(full.map(\.code) == [.system])
      #expect(full[0].message.contains("No space left on device"))
      #expect(full[0].message.contains("nothing was changed"))
      #expect(full[0].help == "free some space and run again")
      #expect(try contents(of: root) == before)

      try mount(["-o", "remount,ro", root])
      let frozen = problems { () throws(DiskError) in
        try disk.generate(Story.second, isComplete: true)
      }
      #expect(frozen.map(\.code) == [.system])
      #expect(frozen[0].message.contains("Read-only file system"))
      #expect(try contents(of: root) == before)
      #expect(try disk.check(Story.first).drift.isEmpty)

      try mount(["-o", "remount,rw", root])
      #expect(try disk.generate(Story.second, isComplete: true).isWritten)
    }

    private static func mount(_ arguments: [String]) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["mount"] + arguments
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "mount \(arguments)")
    }

    private static func contents(of root: String) throws -> [String: Data] {
      var found: [String: Data] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
        found[path] = FileManager.default.contents(atPath: "\(root)/\(path)")
      }
      return found
    }

    @Test("changed by somebody else meanwhile ends in words, and the next run finishes")
    func vanishing() throws {
      let scratch = try Scratch()
      _ = try scratch.disk.generate(Story.first, isComplete: true)
      let root = scratch.root
      let remover = Thread {
        while !Thread.current.isCancelled {
          try? FileManager.default.removeItem(atPath: "\(root)/generated")
          usleep(200)
        }
      }
      remover.start()
      var outcomes: [String: Int] = [:]
      for round in 0..<60 {
        let wish = round.isMultiple(of: 2) ? Story.second : Story.first
        let found = problems { () throws(DiskError) in
          try scratch.realDisk.generate(wish, isComplete: true)
        }
        for problem in found {
          #expect([.system, .blockedPath, .refused].contains(problem.code), "\(problem)")
          #expect(!problem.help.isEmpty)
        }
        outcomes[found.first?.code.rawValue ?? "written", default: 0] += 1
      }
      remover.cancel()
      while !remover.isFinished { usleep(1000) }
      print("a folder that vanishes: \(outcomes.sorted { $0.key < $1.key })")
      let report = try scratch.realDisk.generate(Story.first, force: true, isComplete: true)
      #expect(report.isWritten)
      #expect(try scratch.realDisk.check(Story.first, isComplete: true).drift.isEmpty)
    }

    @Test("holding a file that may not be written keeps its mode and gets whole bytes")
    func readOnlyFile() throws {
      let scratch = try Scratch()
      _ = try scratch.disk.generate(Story.first, isComplete: true)
      let path = "\(scratch.root)/render.yaml"
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      #expect(try scratch.realDisk.generate(Story.second, isComplete: true).isWritten)
      #expect(try scratch.read("render.yaml") == "services: two\n")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o444)
    }
  }
#endif
