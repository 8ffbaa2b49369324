package import InfraKit

/// How far back each platform can go, as its pages say.
package enum RetentionFacts {
  /// How many builds before the live one Render keeps, by plan.
  package static let renderBuilds: [Fact<Int>] = [
    render("Free services", 2), render("Hobby", 5), render("Pro", 15), render("Scale", 30),
    render("Enterprise", 30),
  ]

  /// What a rollback on Railway brings back besides the image.
  package static let railwayRestores = Fact(
    "rollback",
    "what comes back",
    "the image and the variables of that time, within the plan's retention of images",
    source: "docs.railway.com/deployments/deployment-actions",
    date: "2026-11-24"
  )

  /// How many production deployments Vercel goes back on Hobby.
  package static let vercelHobbySteps = Fact(
    "rollback",
    "production deployments back on Hobby",
    1,
    source: "vercel.com/docs/instant-rollback",
    date: "2026-02-26"
  )

  private static func render(_ plan: String, _ count: Int) -> Fact<Int> {
    Fact(
      "rollback",
      "builds kept on \(plan)",
      count,
      source: "render.com/articles/how-to-rollback-a-broken-deployment-quickly",
      date: "2026-11-20"
    )
  }

  /// The plans on which Render keeps a build of some deploys ago.
  static func renderPlans(keeping steps: Int) -> String {
    let plans = renderBuilds.filter { $0.value >= steps }
    if plans.count == renderBuilds.count { return "every plan keeps it" }
    guard let first = plans.first else { return "no plan keeps it" }
    let name = first.name.replacing("builds kept on ", with: "")
    return "kept on the \(name) plan and higher ones (the last \(first.value) builds)"
  }
}
