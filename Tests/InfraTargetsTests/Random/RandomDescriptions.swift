import InfraContract
import InfraKit
import InfraSerialization
import Synchronization

@testable import InfraTargets

/// Environments with random applications, one for each platform.
enum RandomDescriptions {
  static let platforms = ["render", "railway", "vercel", "compose"]

  /// A typed manifest as it is just before it is written.
  enum Manifest: Sendable {
    case render(Blueprint)
    case compose(ComposeFile)
    case railway(RailwayGraph)
  }

  /// What a target is about to write, caught in the author's closure.
  final class Caught: Sendable {
    private let manifest = Mutex<Manifest?>(nil)

    var value: Manifest? { manifest.withLock { $0 } }

    func keep(_ found: Manifest) { manifest.withLock { $0 = found } }
  }

  /// An environment with an application for a platform.
  static func environment(
    _ platform: String,
    _ application: Application,
    seed: UInt64,
    catching caught: Caught = Caught()
  ) -> Environment {
    var draw = Draw(seed: seed ^ 0xFACE)
    let name = draw.pick(["prod", "staging", "qa"])
    let render = Render.render(
      region: draw.pick([.frankfurt, .oregon, .ohio]),
      branch: draw.maybe(30) { _ in "release" },
      autoDeploy: draw.maybe(30) { $0.pick([.commit, .checksPass, .off]) },
      previews: draw.maybe(20) { _ in Blueprint.Previews(generation: .manual, expireAfterDays: 3) },
      line: 5
    ) { $0.editBlueprint { caught.keep(.render($0)) } }
    switch platform {
    case "render": return Environment(name, application, on: render, line: 6)
    case "railway":
      let railway = Railway.railway(
        region: draw.maybe(50) { _ in .europeWest },
        repository: draw.maybe(50) { _ in "acme/shop" },
        legacyFiles: true,
        line: 5
      ) { $0.editProject { caught.keep(.railway($0)) } }
      return Environment(name, application, on: railway, line: 6)
    case "vercel":
      let vercel = Vercel(
        plan: .pro,
        environment: nil,
        project: nil,
        path: nil,
        edit: { _ in },
        hosting: nil,
        rules: [],
        site: CallSite(line: 5)
      )
      return Environment(name, application, on: vercel, line: 6)
    default:
      let compose = Compose.compose(line: 5) { $0.editFile { caught.keep(.compose($0)) } }
      return Environment(name, application, on: compose, line: 6)
    }
  }

  /// What so many random applications come to on a platform, and what was refused.
  static func generation(
    _ platform: String,
    seed: UInt64,
    catching caught: Caught = Caught()
  ) -> Generation {
    let application = RandomApplication(seed: seed, for: platform).application
    return Generation([environment(platform, application, seed: seed, catching: caught)])
  }

  /// The files of so many random applications on all platforms.
  static func files(count: Int, seed: UInt64) -> [GeneratedFile] {
    (0..<UInt64(count)).flatMap { index in
      platforms.flatMap { platform -> [GeneratedFile] in
        let generation = generation(platform, seed: seed &+ index)
        return generation.hasErrors ? [] : generation.environments.flatMap(\.files)
      }
    }
  }
}
