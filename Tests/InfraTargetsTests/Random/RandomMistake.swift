import InfraContract
import InfraKit

/// A mistake planted into one resource of a random application.
struct RandomMistake: Sendable {
  /// What was done, and the rule that must find it.
  let code: String
  /// The resource that is wrong.
  let resource: ResourceID
  /// Its line.
  let line: UInt

  /// Plants a mistake; nil where the application has no resource for the one that was drawn.
  static func plant(in application: inout Application, _ draw: inout Draw) -> RandomMistake? {
    let kinds: [(inout Application, inout Draw) -> RandomMistake?] = [
      service, service, service, site, job, database, cache,
    ]
    return draw.pick(kinds)(&application, &draw)
  }

  private static func service(
    _ application: inout Application,
    _ draw: inout Draw
  ) -> RandomMistake? {
    guard !application.services.isEmpty else { return nil }
    let index = draw.number(0...application.services.count - 1)
    let code = change(&application.services[index], &draw)
    return mistake(code, application.services[index])
  }

  private static func change(_ service: inout Service, _ draw: inout Draw) -> String {
    switch draw.number(0...9) {
    case 0:
      service.variables["GONE"] = Service("gone", source: .node()).host
      return "model/references-resolve"
    case 1:
      service.port = Port(draw.pick([0, -1, 70_000]))
      return "model/legal-ports"
    case 2:
      service.instances = -draw.number(0...3)
      service.scaling = nil
      return "model/legal-instances"
    case 3:
      service.command = draw.pick([[], "", "   "])
      return "model/legal-commands"
    case 4:
      service.variables[draw.pick(["A B", "1ST", "", "A=B", "É"])] = "x"
      return "model/legal-variable-names"
    case 5:
      service.variables["NUL"] = "a\u{0}b"
      return "model/legal-values"
    case 6:
      service.volumes = [Volume("files", at: draw.pick(["data", "", "./data"]))]
      return "model/legal-volumes"
    case 7:
      service.size = Size(cpu: draw.pick([0, -1]))
      return "model/legal-sizes"
    case 8:
      service.source = .image(draw.pick(["", "UPPER/case:1", "a b", "x:"]))
      return "model/legal-sources"
    default:
      service.source = .dockerfile("../outside/Dockerfile")
      return "model/paths-stay-inside"
    }
  }

  private static func site(
    _ application: inout Application,
    _ draw: inout Draw
  ) -> RandomMistake? {
    guard !application.sites.isEmpty else { return nil }
    let index = draw.number(0...application.sites.count - 1)
    let code: String
    switch draw.number(0...2) {
    case 0:
      application.sites[index].domains = [
        Domain(draw.pick(["https://a.b", "nodot", "a..b", "*.a.b"]))
      ]
      code = "model/legal-domains"
    case 1:
      application.sites[index].directory = "/absolute"
      code = "model/paths-stay-inside"
    default:
      application.sites[index].serve = nil
      application.sites[index].redirects = [Redirect("no-slash", to: "/")]
      code = "model/legal-routing"
    }
    return mistake(code, application.sites[index])
  }

  private static func job(
    _ application: inout Application,
    _ draw: inout Draw
  ) -> RandomMistake? {
    guard !application.jobs.isEmpty else { return nil }
    let index = draw.number(0...application.jobs.count - 1)
    application.jobs[index].schedule = .crontab(
      draw.pick(["", "* * * *", "61 * * * *", "0 0 31 2 *", "a b c d e"])
    )
    return mistake("model/legal-schedules", application.jobs[index])
  }

  private static func database(
    _ application: inout Application,
    _ draw: inout Draw
  ) -> RandomMistake? {
    guard !application.databases.isEmpty else { return nil }
    let index = draw.number(0...application.databases.count - 1)
    let code: String
    if draw.chance(50) {
      application.databases[index].storage = .gigabytes(-draw.number(0...2))
      code = "model/legal-sizes"
    } else {
      application.databases[index].allowedAddresses = [AddressRange("300.1.1.1/8")]
      code = "model/legal-address-ranges"
    }
    return mistake(code, application.databases[index])
  }

  private static func cache(
    _ application: inout Application,
    _ draw: inout Draw
  ) -> RandomMistake? {
    guard let first = application.caches.first, let service = application.services.first else {
      return nil
    }
    // A second resource of one name, found at the later declaration.
    application.caches.append(KeyValue(service.name, line: 9000))
    _ = first
    return mistake("model/unique-names", application.caches[application.caches.count - 1])
  }

  private static func mistake(_ code: String, _ resource: some Resource) -> RandomMistake {
    RandomMistake(code: code, resource: resource.id, line: resource.site.line)
  }
}
