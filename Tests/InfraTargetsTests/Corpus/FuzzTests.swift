import Foundation
import InfraKit
import InfraReading
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

/// Reads files that are broken at random: the public ones, or our own where those are not at hand.
///
/// `INFRA_TEST_INPUTS` says how many (20,000), `INFRA_TEST_SEED` where to start. An input that takes
/// the process down is kept in `INFRA_TEST_INPUT_FILE` where that is set.
@Suite("Broken files")
struct FuzzTests {
  private static let count = Trials.count("INFRA_TEST_INPUTS", or: 20_000)
  private static let inputFile = ProcessInfo.processInfo.environment["INFRA_TEST_INPUT_FILE"]

  /// What is broken: every public file, and one of ours for each platform.
  private static func samples(_ platform: PlatformManifest) throws -> [[UInt8]] {
    let ours = RandomDescriptions.files(count: 6, seed: 7).filter { platform.wrote($0.path) }
    let public_ = try SharedFiles.corpus(platform.name).map { [UInt8](try Data(contentsOf: $0)) }
    return public_ + ours.map { Array($0.contents.utf8) } + [Array("{}".utf8)]
  }

  @Test(
    "are read or refused in one line with a place, within a second",
    arguments: PlatformManifest.all
  )
  func broken(platform: PlatformManifest) throws {
    let samples = try Self.samples(platform).filter { $0.count < 40_000 }
    var mutator = Mutator(seed: Trials.seed)
    var outcomes = (read: 0, refused: 0)
    var slowest: (time: Duration, input: [UInt8]) = (.zero, [])
    let clock = ContinuousClock()
    for index in 0..<(Self.count / PlatformManifest.all.count) {
      let input = mutator.next(of: samples)
      if let path = Self.inputFile { try Data(input).write(to: URL(filePath: path)) }
      let time = clock.measure {
        do {
          let text = try Reader.text(of: input)
          _ = try platform.read(text)
          outcomes.read += 1
        } catch let error as ReadingError {
          outcomes.refused += 1
          let message = "\(error)"
          if message.contains("\n") || message.utf8.count > 4000 {
            Issue.record("input \(index) of seed \(Trials.seed): \(message)")
          }
        } catch {
          // What is read can be written, or is refused in words.
          if !(error is WritingError) {
            Issue.record("input \(index) of seed \(Trials.seed): \(error)")
          }
          outcomes.refused += 1
        }
      }
      if time > slowest.time { slowest = (time, input) }
    }
    print(
      "\(platform.name): \(outcomes.read + outcomes.refused) broken files from seed \(Trials.seed), "
        + "\(outcomes.read) read, \(outcomes.refused) refused, the slowest in \(slowest.time)"
    )
    #expect(slowest.time < .seconds(1), "\(String(decoding: slowest.input, as: UTF8.self))")
    #expect(outcomes.read > 0 && outcomes.refused > 0)
  }

  @Test(
    "that ask for too much are refused with the limit",
    arguments: [
      (Bomb.depth("[", "]"), "nested deeper than 100 levels"),
      (Bomb.depth("{a: ", "}"), "nested deeper than 100 levels"),
      (Bomb.dashes, "nested deeper than 100 levels"),
      (Bomb.aliases, "more than 2000000 values, aliases expanded"),
      (Bomb.mergedAliases, "more than 2000000 values, aliases expanded"),
      (Bomb.aliasesInKeys, "more than 30 aliases in a file that has aliases in keys"),
      (Bomb.size, "the file has more than 33554432 bytes"),
    ]
  )
  func bombs(text: String, limit: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect { try Reader.decode(ComposeFile.self, yaml: text) } throws: { error in
        if !"\(error)".contains(limit) { print("found: \("\(error)".prefix(300))") }
        return "\(error)".contains(limit)
      }
    }
    // Generous: the machine may be busy, and this is a build without optimisation.
    #expect(time < .seconds(20), "\(limit)")
  }

  @Test(
    "in JSON that ask for too much are refused with the limit",
    arguments: [
      (String(repeating: "[", count: 100_000), "nested deeper than 100 levels"),
      (String(repeating: #"{"a":"#, count: 100_000), "nested deeper than 100 levels"),
      ("[" + String(repeating: "0,", count: 2_000_001) + "0]", "more than 2000000 values"),
      (Bomb.size, "the file has more than 33554432 bytes"),
    ]
  )
  func jsonBombs(text: String, limit: String) {
    #expect { try Reader.node(json: text) } throws: { "\($0)".contains(limit) }
  }
}

/// Small files that ask for more than any machine has.
private enum Bomb {
  static func depth(_ open: String, _ close: String) -> String {
    "services: " + String(repeating: open, count: 5_000) + String(repeating: close, count: 5_000)
  }

  static let dashes = "a:\n  " + String(repeating: "- ", count: 500) + "x"

  /// A billion laughs.
  static let aliases = laughs("[", "]")

  static let mergedAliases =
    "a0: &a0 {k: v}\n"
    + (1...30).map { "a\($0): &a\($0) {x: *a\($0 - 1), y: *a\($0 - 1)}" }.joined(separator: "\n")
    + "\nservices: {<<: *a30}"

  static let aliasesInKeys =
    "a0: &a0 [x, y]\n"
    + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    + "\n? *a40\n: b\n"

  static let size = "a: \"" + String(repeating: "x", count: 33 << 20) + "\""

  private static func laughs(_ open: String, _ close: String) -> String {
    "a0: &a0 \(open)lol\(close)\n"
      + (1...12).map { level in
        let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        return "a\(level): &a\(level) \(open)\(items)\(close)"
      }.joined(separator: "\n") + "\n"
  }
}
