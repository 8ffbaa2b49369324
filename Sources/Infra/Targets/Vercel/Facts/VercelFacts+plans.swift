import InfraKit

/// What a plan allows; nil where it sets no bound, or none is known.
struct VercelPlanFacts: Sendable {
  let plan: VercelPlan
  let price: Fact<String>
  let maxDuration: Fact<Int>
  let functionRegions: Fact<Int>?
  let customEnvironments: Fact<Bool>
  let failoverRegions: Fact<Bool>
  let oneCronCallPerDay: Fact<Bool>
  let projectsPerRepository: Fact<Int>?

  var rows: [FactRow] {
    [
      price.row, maxDuration.row, functionRegions?.row, customEnvironments.row, failoverRegions.row,
      oneCronCallPerDay.row, projectsPerRepository?.row,
    ].compactMap(\.self)
  }
}

extension VercelFacts {
  static let hobby = plan(
    .hobby,
    price: "$0, for personal use only",
    seconds: 300,
    regions: 1,
    environments: false,
    failover: false,
    daily: true,
    projects: 10
  )
  static let pro = plan(
    .pro,
    price: "$20 for each seat, with usage beyond what is included",
    seconds: 800,
    regions: nil,
    environments: true,
    failover: false,
    daily: false,
    projects: 60
  )
  static let enterprise = plan(
    .enterprise,
    price: "by contract",
    seconds: 800,
    regions: nil,
    environments: true,
    failover: true,
    daily: false,
    projects: nil
  )

  /// What a plan allows; nil for a plan that is not known here.
  static func facts(of plan: VercelPlan) -> VercelPlanFacts? {
    [hobby, pro, enterprise].first { $0.plan == plan }
  }

  /// Vercel's own page is not among what can be read offline: this was written off it by others.
  private static let prices = Source(
    "vercel.com/pricing, by temps.sh/blog/vercel-pricing-complete-guide-2026",
    "2026-02-27"
  )

  /// The plans, as reports show them.
  static var plans: [FactRow] { [hobby, pro, enterprise].flatMap(\.rows) }

  private static func plan(
    _ plan: VercelPlan,
    price: String,
    seconds: Int,
    regions: Int?,
    environments: Bool,
    failover: Bool,
    daily: Bool,
    projects: Int?
  ) -> VercelPlanFacts {
    let topic = "plan \(plan.rawValue)"
    let pages = "vercel.com/docs"
    return VercelPlanFacts(
      plan: plan,
      price: Fact(topic, "price by month", price, prices),
      maxDuration: Fact(topic, "most seconds of a function", seconds, functions),
      functionRegions: regions.map {
        Fact(topic, "regions of functions", $0, Source("\(pages)/limits", "2026-09-16"))
      },
      customEnvironments: Fact(
        topic,
        "custom environments",
        environments,
        Source("\(pages)/deployments/environments", "2026-08-31")
      ),
      failoverRegions: Fact(
        topic,
        "failover regions",
        failover,
        Source("\(pages)/project-configuration/vercel-json", "2026-08-25")
      ),
      oneCronCallPerDay: Fact(
        topic,
        "a cron job runs once a day at most",
        daily,
        Source("\(pages)/cron-jobs", "2026-01-28")
      ),
      projectsPerRepository: projects.map {
        Fact(topic, "projects of one repository", $0, accountLimits)
      }
    )
  }
}
