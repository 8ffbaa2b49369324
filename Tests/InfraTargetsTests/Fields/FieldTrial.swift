import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

/// What one application comes to on each platform, for tests of a field that several platforms have.
struct FieldTrial {
  private let generations: [String: Generation]

  init(
    services: [Service] = [],
    sites: [StaticSite] = [],
    jobs: [CronJob] = []
  ) {
    let application = Application(
      "shop",
      services: services,
      sites: sites,
      jobs: jobs,
      line: 1
    )
    let environments = [
      "render": Environment("prod", application, on: .render(region: .frankfurt)),
      "railway": Environment("prod", application, on: .railway()),
      "vercel": Environment("prod", application, on: .vercel(plan: .pro)),
      "compose": Environment("prod", application, on: .compose()),
    ]
    generations = environments.mapValues { Generation([$0]) }
  }

  /// The file of a platform whose name ends so; nothing where it was not written.
  func file(_ platform: String, _ name: String) -> String {
    generations[platform]?.environments.flatMap(\.files)
      .first { $0.path.hasSuffix(name) }?.contents ?? ""
  }

  /// What a rule found on a platform, as `severity LINE message`.
  func findings(_ platform: String, _ code: String) -> [String] {
    let found = generations[platform]?.diagnostics.filter { $0.rule.code == code } ?? []
    return found.map { "\($0.severity) \($0.site?.line ?? 0) \($0.message)" }
  }

  /// The errors on a platform, by their codes.
  func errors(_ platform: String) -> [String] {
    let found = generations[platform]?.diagnostics.filter { $0.severity == .error } ?? []
    return found.map(\.rule.code)
  }
}
