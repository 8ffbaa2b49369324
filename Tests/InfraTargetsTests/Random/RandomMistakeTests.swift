import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("Random applications with a mistake")
struct RandomMistakeTests {
  @Test(
    "a planted mistake is an error at its own resource, and nothing is written",
    arguments: RandomDescriptions.platforms
  )
  func found(platform: String) throws {
    let count = RandomApplicationTests.count / 2
    var planted: [String: Int] = [:]
    for index in 0..<UInt64(count) {
      let seed = RandomApplicationTests.seed &+ index
      var application = RandomApplication(seed: seed, for: platform).application
      var draw = Draw(seed: ~seed)
      guard let mistake = RandomMistake.plant(in: &application, &draw) else { continue }
      let environment = RandomDescriptions.environment(platform, application, seed: seed)
      let generation = Generation([environment])
      planted[mistake.code, default: 0] += 1
      let found = generation.diagnostics.filter { finding in
        finding.severity == .error && finding.rule.code == mistake.code
          && (finding.resource == mistake.resource || finding.site?.line == mistake.line)
      }
      #expect(
        !found.isEmpty,
        "seed \(seed): \(mistake) among \(generation.diagnostics.map { "\($0.rule.code) at \($0.site?.line ?? 0)" })"
      )
    }
    let kinds = planted.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(platform): mistakes found at their resource: \(kinds.joined(separator: ", "))")
    #expect(planted.count > 3)
  }
}
