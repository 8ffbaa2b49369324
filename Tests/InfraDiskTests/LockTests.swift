import Testing

@testable import InfraDisk

@Suite("Two runs at once")
struct LockTests {
  @Test("are kept apart: the second gives up after a while, says so and changes nothing")
  func busy() throws {
    let scratch = try Scratch()
    let held = try #require(try LocalFileSystem().lock(scratch.root))
    var disk = scratch.disk
    disk.patience = .milliseconds(100)
    var told = 0
    disk.onWait = { told += 1 }
    let found = problems { () throws(DiskError) in try disk.generate(Story.first) }
    #expect(found.map(\.code) == [.busy])
    #expect(found[0].message.contains(scratch.root))
    #expect(told == 1)
    #expect(try scratch.snapshot().isEmpty)

    LocalFileSystem().unlock(held)
    #expect(try disk.generate(Story.first).isWritten)
    #expect(told == 1)
  }

  @Test("take turns")
  func turns() throws {
    let scratch = try Scratch()
    let held = try #require(try LocalFileSystem().lock(scratch.root))
    var disk = scratch.disk
    disk.onWait = { LocalFileSystem().unlock(held) }
    #expect(try disk.generate(Story.first).isWritten)
  }

  @Test("end in one of the two wishes, whole")
  func many() async throws {
    let scratch = try Scratch()
    _ = try scratch.disk.generate(Story.first, isComplete: true)
    try scratch.write(Story.foreign, "mine\n")
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<12 {
        group.addTask {
          let wish = number.isMultiple(of: 2) ? Story.second : Story.third
          for _ in 0..<4 {
            do {
              let report = try scratch.disk.generate(wish, isComplete: true)
              #expect(report.isWritten)
            } catch {
              Issue.record(error)
            }
          }
        }
      }
    }
    let end = try scratch.snapshot()
    #expect(try end == Story.result(Story.second) || end == Story.result(Story.third))
  }

  @Test("are no concern of a preview or a check")
  func reading() throws {
    let scratch = try Scratch()
    let held = try #require(try LocalFileSystem().lock(scratch.root))
    defer { LocalFileSystem().unlock(held) }
    #expect(try scratch.disk.preview(Story.first).files.count == 6)
    #expect(try scratch.disk.check(Story.first).drift.count == 9)
  }
}
