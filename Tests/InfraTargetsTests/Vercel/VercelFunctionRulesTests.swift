import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("What Vercel demands of functions, schedules and services")
struct VercelFunctionRulesTests {
  private typealias Trial = VercelTrial

  private func function(_ change: (inout VercelConfig.Function) -> Void) -> VercelConfig.Function {
    var function = VercelConfig.Function()
    change(&function)
    return function
  }

  @Test("functions stand without builds and services")
  func functionsAlone() {
    let code = "vercel/functions-alone"
    let found = Trial.edited(code) {
      $0.functions["api/*.js"] = .init()
      $0.builds = [.init(use: "@vercel/static")]
    }
    #expect(found == ["error +0 'web/vercel.json' has functions together with builds"])
    let besides = Trial.edited(code) {
      $0.leaveBuildsToServices()
      $0.functions["api/*.js"] = .init()
      $0.services["web"] = .init(root: ".")
    }
    #expect(besides == ["error +0 'web/vercel.json' has functions together with services"])
    #expect(Trial.edited(code) { $0.functions["api/*.js"] = .init() } == [])
  }

  @Test("memory has no effect under Fluid")
  func functionMemory() {
    let code = "vercel/function-memory"
    let large = function { $0.memory = 1_024 }
    #expect(
      Trial.edited(code) { $0.functions["api/*.js"] = large } == [
        "warning +0 functions 'api/*.js' ask for 1024 MB, which has no effect under Fluid"
      ]
    )
    let legal = Trial.edited(code) {
      $0.functions["api/*.js"] = large
      $0.fluid = false
    }
    #expect(legal == [])
  }

  @Test("a function runs no longer than the plan allows")
  func maxDuration() {
    let code = "vercel/max-duration"
    let long = function { $0.maxDuration = .left(301) }
    let most = function { $0.maxDuration = .left(300) }
    #expect(
      Trial.edited(code) { $0.functions["api/*.js"] = long } == [
        "error +0 functions 'api/*.js' may run 301 seconds, and plan 'hobby' allows 300"
      ]
    )
    #expect(Trial.edited(code) { $0.functions["api/*.js"] = most } == [])
    #expect(Trial.edited(code, plan: .pro) { $0.functions["api/*.js"] = long } == [])
  }

  @Test("on Hobby functions run in one region")
  func regionCount() {
    let code = "vercel/region-count"
    #expect(
      Trial.edited(code) { $0.regions = [.frankfurt, .paris] } == [
        "error +0 regions of 'web/vercel.json' names 2 regions, and plan 'hobby' allows 1"
      ]
    )
    #expect(Trial.edited(code) { $0.regions = [.frankfurt] } == [])
    #expect(Trial.edited(code, plan: .pro) { $0.regions = [.frankfurt, .paris] } == [])
  }

  @Test("an unknown region is warned of")
  func knownRegions() {
    let code = "vercel/known-regions"
    #expect(
      Trial.edited(code) { $0.regions = ["frankfurt"] } == [
        "warning +0 regions of 'web/vercel.json' names region 'frankfurt', which is not known here"
      ]
    )
    #expect(Trial.edited(code) { $0.regions = ["fra1"] } == [])
  }

  @Test("failover regions are a matter of Enterprise")
  func failoverRegions() {
    let code = "vercel/failover-regions"
    #expect(
      Trial.edited(code, plan: .pro) { $0.functionFailoverRegions = [.paris] } == [
        "error +0 'web/vercel.json' names failover regions, which plan 'pro' lacks"
      ]
    )
    #expect(Trial.edited(code, plan: .enterprise) { $0.functionFailoverRegions = [.paris] } == [])
  }

  @Test("a cron job has five fields and a path")
  func cronSchedules() {
    let code = "vercel/cron-schedules"
    let found = Trial.edited(code) { $0.crons = [.init(path: "api/run", schedule: "0 0 5 * * *")] }
    #expect(
      found == [
        "error +0 cron job 'api/run' has the schedule '0 0 5 * * *', which has 6 fields where "
          + "crontab has five: minute, hour, day of month, month, day of week",
        "error +0 cron job 'api/run' needs a path of at most 512 characters that starts with '/'",
      ]
    )
    #expect(Trial.edited(code) { $0.crons = [.init(path: "/api", schedule: "0 5 * * *")] } == [])
  }

  @Test("on Hobby a cron job runs once a day")
  func dailyCrons() {
    let code = "vercel/daily-crons"
    let hourly = VercelConfig.Cron(path: "/api", schedule: "0 * * * *")
    #expect(
      Trial.edited(code) { $0.crons = [hourly] } == [
        "error +0 cron job '/api' runs every 60 minutes, and plan 'hobby' allows once a day"
      ]
    )
    #expect(Trial.edited(code, plan: .pro) { $0.crons = [hourly] } == [])
    #expect(Trial.edited(code) { $0.crons = [.init(path: "/api", schedule: "0 5 * * *")] } == [])
  }

  @Test("cron jobs run in production only")
  func productionCrons() {
    let code = "vercel/production-crons"
    let daily = VercelConfig.Cron(path: "/api", schedule: "0 5 * * *")
    #expect(
      Trial.edited(code, environment: .preview(branch: "qa")) { $0.crons = [daily] } == [
        "warning +0 cron job '/api' never runs in preview of branch 'qa'"
      ]
    )
    #expect(Trial.edited(code) { $0.crons = [daily] } == [])
  }

  @Test("a schedule calls one thing")
  func scheduleTargets() {
    let code = "vercel/schedule-targets"
    let found = Trial.edited(code) {
      var schedule = VercelConfig.Schedule("0 5 * * *")
      schedule.jitter = 16
      $0.schedules["nightly"] = schedule
    }
    #expect(
      found == [
        "error +0 schedule 'nightly' calls 0 things",
        "error +0 schedule 'nightly' has a jitter of 16 minutes",
      ]
    )
    let legal = Trial.edited(code) {
      var schedule = VercelConfig.Schedule("0 5 * * *")
      schedule.path = "/api"
      schedule.jitter = 15
      $0.schedules["nightly"] = schedule
    }
    #expect(legal == [])
  }

  @Test("a file with services has no build settings of its own")
  func servicesAlone() {
    let code = "vercel/services-alone"
    let found = Trial.edited(code) {
      $0.services["web"] = .init(root: ".")
      $0.buildCommand = "make"
    }
    // The output directory is the site's own.
    #expect(
      found == [
        "error +0 'web/vercel.json' has services together with buildCommand, "
          + "installCommand, outputDirectory"
      ]
    )
    #expect(Trial.container(code) { _ in } == [])
  }

  @Test("a service's name has no digits")
  func serviceNames() {
    let code = "vercel/service-names"
    #expect(
      Trial.edited(code) {
        $0.leaveBuildsToServices()
        $0.services["api2"] = .init(root: ".")
      } == [
        "error +0 services of 'web/vercel.json' has 'api2'"
      ]
    )
    #expect(Trial.edited(code) { $0.services["api-two"] = .init(root: ".") } == [])
  }

  @Test("a rewrite and a binding name services of the file")
  func declaredServices() {
    let code = "vercel/declared-services"
    let found = Trial.edited(code) {
      $0.leaveBuildsToServices()
      var web = VercelConfig.Service(root: ".")
      web.bindings = [.init("API_URL", service: "api")]
      $0.services["web"] = web
      $0.rewrites = [.init(source: "/api/(.*)", destination: .right(.init("backend")))]
    }
    #expect(
      found == [
        "error +0 rewrite '/api/(.*)' leads to service 'backend', which 'web/vercel.json' does not "
          + "have",
        "error +0 binding 'API_URL' of service 'web' is for 'api', which 'web/vercel.json' does not "
          + "have",
      ]
    )
    #expect(Trial.container(code) { _ in } == [])
  }

  @Test("something leads to every service")
  func reachableServices() {
    let code = "vercel/reachable-services"
    #expect(
      Trial.edited(code) {
        $0.leaveBuildsToServices()
        $0.services["api"] = .init(root: "api")
      } == [
        "warning +0 nothing leads to service 'api' of 'web/vercel.json'"
      ]
    )
    #expect(Trial.container(code) { _ in } == [])
  }
}
