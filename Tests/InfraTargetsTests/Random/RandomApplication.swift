import InfraContract
import InfraKit

/// An application made by chance: every field of the model may be used, and every one is legal.
///
/// Each resource is declared at a line of its own, so that a finding's line tells the resource.
struct RandomApplication {
  var application: Application
  private var line: UInt = 10
  let platform: String

  static let generated = Secret("SESSION_KEY", .generated(bytes: 32), line: 1)
  static let provided = Secret("MAIL_KEY", .provided("the mail provider"), line: 2)

  /// Makes an application.
  ///
  /// - Parameters:
  ///   - seed: What repeats it.
  ///   - platform: The platform that should take it; what it never takes is left out mostly.
  init(seed: UInt64, for platform: String) {
    var draw = Draw(seed: seed)
    self.platform = platform
    application = Application("app\(draw.number(0...99))", line: 3)
    let isVercel = platform == "vercel"
    let databases = isVercel ? [] : draw.list(0...3) { database(&$0, $1) }
    let caches = isVercel ? [] : draw.list(0...2) { cache(&$0, $1) }
    let services = draw.list(isVercel ? 0...2 : 0...5) { service(&$0, $1) }
    let sites = draw.list(services.isEmpty ? 1...3 : 0...3) { site(&$0, $1) }
    let jobs = isVercel ? [] : draw.list(0...2) { job(&$0, $1) }
    application.databases = databases
    application.caches = caches
    application.services = services
    application.sites = sites
    application.jobs = jobs
    connect(&draw)
  }

  private mutating func nextLine() -> UInt {
    line += 1
    return line
  }
}

// MARK: - Resources

extension RandomApplication {
  private func name(_ draw: inout Draw, _ kind: String, _ index: Int) -> String {
    // A service of Vercel's file has letters alone.
    let ends = ["", "-x", "-two", String(repeating: "o", count: draw.number(1...20))]
    return kind + draw.pick(ends) + (index == 0 ? "" : "-" + ["a", "b", "c", "d", "e"][index - 1])
  }

  private mutating func database(_ draw: inout Draw, _ index: Int) -> Postgres {
    let isRender = platform == "render"
    return Postgres(
      name(&draw, "db", index),
      version: draw.pick([.v15, .v16, .v17, .v18]),
      storage: draw.maybe(40) { .gigabytes($0.pick([1, 5, 10, 25, 100])) },
      size: draw.maybe(40) {
        Size(cpu: $0.pick([0.5, 1, 2]), memory: .gigabytes($0.number(1...4)))
      },
      highAvailability: isRender && draw.chance(10),
      replicas: isRender && draw.chance(10) ? [ReadReplica("replica\(index)")] : [],
      pooling: platform != "railway" && draw.chance(15),
      databaseName: draw.maybe(20) { _ in "shop_data" },
      user: draw.maybe(20) { _ in "owner" },
      allowedAddresses: draw.maybe(20) { draw in
        draw.list(1...2) { draw, index in
          AddressRange("203.0.\(113 + index).\(draw.number(0...15) * 16)/28", "an office")
        }
      } ?? [],
      line: nextLine()
    )
  }

  private mutating func cache(_ draw: inout Draw, _ index: Int) -> KeyValue {
    KeyValue(
      name(&draw, "cache", index),
      eviction: draw.pick(KeyValue.Eviction.allCases),
      persistence: draw.maybe(40) { $0.pick(KeyValue.Persistence.allCases) },
      memory: draw.maybe(40) { .megabytes($0.pick([64, 256, 1024])) },
      allowedAddresses: draw.chance(20) ? [AddressRange("198.51.100.7")] : [],
      line: nextLine()
    )
  }

  private mutating func service(_ draw: inout Draw, _ index: Int) -> Service {
    let isVercel = platform == "vercel"
    let name = name(
      &draw,
      draw.pick(["api", "web", "work"]) + ["", "q", "r", "s", "t"][index],
      index
    )
    var service = Service(
      name,
      source: isVercel
        ? .dockerfile("\(name)/Dockerfile", context: name) : source(&draw, name),
      line: nextLine()
    )
    service.command = command(&draw)
    if isVercel || draw.chance(70) { service.port = Port(draw.number(1024...65_535)) }
    if service.port != nil {
      service.access = isVercel || draw.chance(70) ? .public : .private
      service.health = draw.maybe(60) { draw in
        .http(
          draw.pick(["/", "/health", "/a/b-c_d", "/x~y"]),
          every: .seconds(draw.number(1...60)),
          timeout: .milliseconds(draw.number(500...9000)),
          grace: .seconds(draw.number(0...600)),
          retries: draw.number(1...9)
        )
      }
    } else if draw.chance(20) {
      service.health = .command(["true", "a b", "$X"])
    }
    if service.isPublic, draw.chance(30) { service.domains = [Domain("\(name).example.com")] }
    service.volumes =
      isVercel || draw.chance(75)
      ? []
      : [Volume("files", at: "/data/files", size: draw.maybe(50) { .gigabytes($0.number(1...50)) })]
    if service.volumes.isEmpty, !isVercel {
      service.instances = draw.number(1...4)
      service.scaling = draw.maybe(15) { draw in
        Scaling(draw.number(1...2)...draw.number(3...9), cpuPercent: draw.number(20...90))
      }
    }
    service.size = draw.maybe(40) { draw in
      Size(cpu: draw.pick([0.5, 1, 2]), memory: .megabytes(draw.pick([256, 512, 1024, 2048])))
    }
    service.limit = draw.maybe(20) { _ in Size(cpu: 4, memory: .gigabytes(4)) }
    if service.isPublic, draw.chance(10) {
      service.allowedAddresses = [AddressRange("203.0.113.0/24", "the office")]
    }
    if !isVercel { service.release = draw.maybe(30) { command(&$0) ?? "migrate" } }
    service.watching = watching(&draw)
    service.shutdownGrace = draw.maybe(isVercel ? 0 : 30) { .seconds($0.number(1...120)) }
    service.variables = variables(&draw)
    service.shared = shared(&draw)
    return service
  }

  private mutating func site(_ draw: inout Draw, _ index: Int) -> StaticSite {
    let name = name(&draw, "site", index)
    var site = StaticSite(
      name,
      directory: draw.pick([".", "sites/\(name)", name]),
      runtime: draw.pick([.node, Runtime("node", version: "22")]),
      build: draw.maybe(60) { $0.pick(["npm ci && npm run build", "make 'a b'"]) },
      output: draw.pick(["dist", "public/site", "."]),
      line: nextLine()
    )
    if draw.chance(15) { site.serve = SiteServer("npm start", port: 3000) }
    if draw.chance(30) { site.domains = [Domain("\(name).example.org")] }
    if site.serve == nil {
      site.redirects = draw.list(0...2) { draw, index in
        Redirect(
          PathPattern(draw.pick(["/old\(index)", "/old\(index)/:page", "/gone\(index)/*"])),
          to: draw.pick(["/new", "https://example.com/x"]),
          status: draw.pick(Redirect.Status.allCases)
        )
      }
      site.rewrites = draw.chance(30) ? [.singlePage] : []
      site.headers = draw.list(0...2) { draw, index in
        ResponseHeader(
          "X-Header-\(index)",
          Value(draw.pick(["nosniff", "default-src 'self'; img-src *", "a \"b\" \\ $c"])),
          on: PathPattern(draw.pick(["/*", "/assets/*", "/index.html"]))
        )
      }
    }
    site.variables = draw.chance(50) ? ["PUBLIC_NAME": Value(text(&draw))] : [:]
    site.watching = watching(&draw)
    if draw.chance(10) { site.allowedAddresses = [AddressRange("198.51.100.0/24")] }
    return site
  }

  private mutating func job(_ draw: inout Draw, _ index: Int) -> CronJob {
    let name = name(&draw, "job", index)
    var job = CronJob(
      name,
      source: source(&draw, name),
      schedule: draw.pick([
        .hourly(minute: draw.number(0...59)), .every(minutes: draw.pick([5, 10, 15, 30])),
        .daily(at: draw.number(0...23)), .weekly(on: .monday, at: 3), .monthly(on: 28, at: 0),
        .crontab("0 3 * * 1-5"),
      ]),
      command: command(&draw) ?? "run",
      line: nextLine()
    )
    job.size = draw.maybe(30) { _ in Size(cpu: 0.5, memory: .megabytes(512)) }
    job.variables = variables(&draw)
    job.shared = shared(&draw)
    job.watching = watching(&draw)
    return job
  }
}
