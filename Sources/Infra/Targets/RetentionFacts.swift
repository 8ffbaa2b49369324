package import InfraKit

/// How far back each platform can go, as its pages say.
package enum RetentionFacts {
  /// How many builds before the live one Render keeps, by plan.
  package static let renderBuilds: [Fact<Int>] = [
    render("Free services", 2), render("Hobby", 5), render("Pro", 15), render("Scale", 30),
    render("Enterprise", 30),
  ]

  /// For how many hours Railway keeps the image of a deployment that was removed, by plan.
  package static let railwayHours: [Fact<Int>] = [
    railway("Free and Trial", 24), railway("Hobby", 72), railway("Pro", 120),
    railway("Enterprise", 360),
  ]

  /// What a rollback on Railway brings back besides the image.
  package static let railwayRestores = Fact(
    "rollback",
    "what comes back",
    "the image and the variables of that time, within the plan's retention of images",
    source: "docs.railway.com/deployments/deployment-actions",
    date: "2026-11-24"
  )

  /// How many production deployments Vercel goes back on Hobby; on other plans any.
  package static let vercelHobbySteps = Fact(
    "rollback",
    "production deployments back on Hobby",
    1,
    source: "vercel.com/docs/instant-rollback",
    date: "2026-02-26"
  )

  /// What is known of Render, for reports.
  static var renderRows: [FactRow] { renderBuilds.map(\.row) }

  /// What is known of Railway, for reports.
  static var railwayRows: [FactRow] { railwayHours.map(\.row) + [railwayRestores.row] }

  /// What is known of Vercel, for reports.
  static var vercelRows: [FactRow] { [vercelHobbySteps.row] }

  private static func render(_ plan: String, _ count: Int) -> Fact<Int> {
    Fact(
      "rollback",
      "builds kept on \(plan)",
      count,
      source: "render.com/articles/how-to-rollback-a-broken-deployment-quickly",
      date: "2026-11-20"
    )
  }

  /// The page of docs.railway.com in github.com/railwayapp/docs at 135863d8, read 2026-11-24.
  private static func railway(_ plan: String, _ hours: Int) -> Fact<Int> {
    Fact(
      "rollback",
      "hours that images are kept on \(plan)",
      hours,
      source: "docs.railway.com/pricing/plans",
      date: "2026-11-24"
    )
  }

  /// The plans on which Render keeps a build of some deploys ago.
  package static func renderPlans(keeping steps: Int) -> String {
    plans(renderBuilds, for: steps) { "the last \($0) builds" }
  }

  /// The plans on which Railway keeps an image that was replaced some hours ago.
  package static func railwayPlans(keeping hours: Int) -> String {
    plans(railwayHours, for: hours) { "\($0) hours" }
  }

  private static func plans(
    _ facts: [Fact<Int>],
    for wanted: Int,
    _ words: (Int) -> String
  ) -> String {
    let enough = facts.filter { $0.value >= wanted }
    if enough.count == facts.count { return "every plan keeps it" }
    guard let first = enough.first else { return "no plan keeps it" }
    let name = first.name.split(separator: " on ").last ?? ""
    let others = enough.count > 1 ? "plan and higher ones" : "plan"
    return "kept on the \(name) \(others) (\(words(first.value)))"
  }
}
