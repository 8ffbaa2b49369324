import InfraContract
import InfraKit
import InfraReading
import InfraSerialization
import InfraTargets
import Testing

/// Descriptions far larger than any team's: they work, or say their limit.
///
/// The times are printed, not asserted: builds of tests are not optimised.
@Suite("Large descriptions", .serialized)
struct LargeDescriptionTests {
  private static func application(services count: Int) -> Application {
    let database = Postgres("database")
    let services = (0..<count).map { index in
      var service = Service(
        "service-\(index)",
        source: .dockerfile("services/\(index)/Dockerfile", context: "services/\(index)"),
        command: ["serve"],
        port: 8080,
        access: index.isMultiple(of: 100) ? .public : .private
      )
      service.variables = ["LOG_LEVEL": "info", "NUMBER": Value(String(index))]
      service.variables.set("DATABASE_URL", to: database.url)
      return service
    }
    return Application("large", services: services, databases: [database])
  }

  @Test(
    "of 5,000 services are generated whole",
    arguments: ["render", "railway", "compose"]
  )
  func services(platform: String) throws {
    let application = Self.application(services: 5000)
    let environment = RandomDescriptions.environment(platform, application, seed: 1)
    let clock = ContinuousClock()
    let start = clock.now
    let generation = Generation([environment])
    print("\(platform): 5,000 services in \(clock.now - start)")
    let errors = generation.diagnostics.filter { $0.severity == .error }
    let name =
      platform == "compose"
      ? "docker-compose.yml" : platform == "render" ? "render.yaml" : "railway.ts"
    let file = generation.environments.flatMap(\.files).first { $0.path.hasSuffix("/" + name) }
    if errors.isEmpty {
      let contents = try #require(file).contents
      #expect(contents.contains("service-4999"))
    } else {
      // A platform's own limit, in one finding that names it.
      #expect(Set(errors.map(\.rule.code)).count == 1)
      for error in errors { print("  \(error.message)") }
    }
  }

  /// Every service reads from the one before it, keeps a secret, and waits for the one before it.
  private static func chain(of count: Int) -> Application {
    var services: [Service] = []
    for number in 0..<count {
      var service = Service(
        "service-\(number)",
        source: .dockerfile("services/\(number)/Dockerfile", context: "services/\(number)"),
        command: ["serve"],
        port: 8080,
        health: .http("/health")
      )
      service.variables.set("TOKEN", to: Secret("TOKEN_\(number)", .generated(bytes: 32)).value)
      if let before = services.last {
        service.variables.set("UPSTREAM", to: before.origin)
        service.startsAfter = [.healthy(before)]
      }
      services.append(service)
    }
    return Application("chain", services: services)
  }

  @Test(
    "cost in step with the number of services",
    arguments: ["render", "railway", "compose"]
  )
  func growth(platform: String) throws {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for count in [500, 1000, 2000] {
      let environment = RandomDescriptions.environment(platform, Self.chain(of: count), seed: 1)
      let start = clock.now
      let generation = Generation([environment])
      times.append(clock.now - start)
      #expect(generation.environments.flatMap(\.files).isEmpty == generation.hasErrors)
    }
    print("\(platform): 500, 1,000 and 2,000 services in a chain in \(times)")
    // Generous: what grows with the square takes minutes here.
    #expect(times[2] < .seconds(60))
  }

  @Test("of 500 environments are generated whole")
  func environments() {
    let environments = (0..<500).map { index in
      var application = Self.application(services: 4)
      application.services[0].domains = [Domain("e\(index).example.com")]
      return Environment("env-\(index)", application, on: .compose())
    }
    let clock = ContinuousClock()
    let start = clock.now
    let generation = Generation(environments)
    print("compose: 500 environments in \(clock.now - start)")
    #expect(!generation.hasErrors, "\(generation.diagnostics.first?.message ?? "")")
    #expect(generation.environments.flatMap(\.files).count >= 1000)
  }

  @Test(
    "with a text of 10 MB say the limit, or keep every byte",
    arguments: RandomDescriptions.platforms
  )
  func text(platform: String) throws {
    let text = String(repeating: "0123456789", count: 1 << 20)
    var service = Service(
      "api",
      source: .dockerfile("api/Dockerfile", context: "api"),
      command: ["serve"],
      port: 8080
    )
    service.variables["TEXT"] = Value(text)
    let application = Application("large", services: [service])
    let generation = Generation([RandomDescriptions.environment(platform, application, seed: 1)])
    let errors = generation.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      for error in errors {
        print("\(platform): \(error.message)")
        #expect(error.message.utf8.count < 1000)
        #expect(error.message.contains { $0.isNumber })
      }
      return
    }
    let files = generation.environments.flatMap(\.files)
    #expect(files.contains { $0.contents.contains(text) })
    print("\(platform): a text of 10 MB is kept")
  }
}
