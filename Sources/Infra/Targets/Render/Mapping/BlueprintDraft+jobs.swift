import InfraContract
import InfraKit

extension BlueprintDraft {
  /// Writes a cron job.
  mutating func map(_ job: CronJob) {
    let settings = settings(job.source, command: job.command, release: nil, of: job)
    var entry = Blueprint.CronService(
      name: name(job.name),
      runtime: settings.runtime,
      schedule: job.schedule.crontab
    )
    let plans = RenderFacts.cronPlans.value
    checkSize(job.size, among: plans, of: job)
    entry.region = options.region
    entry.plan = .init(rawValue: plan(for: job.size, among: plans))
    noteLimit(job.limit, plan: entry.plan?.rawValue, among: plans, of: job)
    entry.buildCommand = settings.buildCommand
    entry.startCommand = settings.startCommand
    entry.dockerCommand = settings.dockerCommand
    entry.dockerfilePath = settings.dockerfilePath
    entry.dockerContext = settings.dockerContext
    entry.image = settings.image
    entry.envVars = variables(of: job, .cron, extra: settings.extra)
    entry.rootDir = settings.rootDir
    if settings.isFromGit {
      entry.branch = options.branch
      entry.buildFilter = job.watching.map(Self.filter)
      entry.autoDeployTrigger = options.autoDeploy
    }
    if let zone = job.timeZone, !["UTC", "Etc/UTC", "GMT"].contains(zone) {
      report(
        RenderRules.cronUTC,
        "\(job.id.title) runs at '\(job.schedule)' in time zone '\(zone)', and Render counts in UTC",
        help: "write the schedule in UTC and leave out timeZone:",
        about: job
      )
    }
    noteOrder(job.startsAfter, of: job)
    append(.cron(entry), from: job)
  }
}
