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

  @Test(
    "among so many resources that threads share the work, the same is found and nothing is written",
    arguments: RandomDescriptions.platforms
  )
  func foundAmongMany(platform: String) {
    var planted = 0
    for index in 0..<UInt64(RandomApplicationTests.count / 12) {
      let seed = RandomApplicationTests.seed &+ index
      var application = RandomApplication(seed: seed, for: platform).application
      var draw = Draw(seed: ~seed)
      guard let mistake = RandomMistake.plant(in: &application, &draw) else { continue }
      planted += 1
      let few = Generation([RandomDescriptions.environment(platform, application, seed: seed)])
      for number in 0..<64 {
        application.sites.append(StaticSite("more-\(number)", directory: "more/\(number)"))
      }
      let many = Generation([RandomDescriptions.environment(platform, application, seed: seed)])
      func errors(_ generation: Generation) -> Set<String> {
        Set(
          generation.diagnostics
            .filter { $0.severity == .error && $0.resource == mistake.resource }
            .map { "\($0.rule.code) at \($0.site?.line ?? 0): \($0.message)" }
        )
      }
      #expect(errors(many) == errors(few), "seed \(seed): \(mistake)")
      #expect(many.files.isEmpty == few.files.isEmpty, "seed \(seed): \(mistake)")
    }
    #expect(planted > 0)
  }
}
