import InfraKit

extension RenderFacts {
  /// What plans cost, as reports show it.
  ///
  /// Render's own page of prices is not among what can be read offline. What is here was written off
  /// it by others, who name the older plans; a plan that no source prices says so.
  static var prices: [FactRow] {
    priced(serverPlans, servicePrices) + [unpriced(serverPlans, servicePrices)]
      + priced(postgresPlans, postgresPrices) + [unpriced(postgresPlans, postgresPrices)]
      + priced(keyValuePlans, keyValuePrices) + [unpriced(keyValuePlans, keyValuePrices)]
  }

  /// Dollars a month of an instance that runs all month, by plan; less is charged by the second.
  static let servicePrices = Fact<[String: Int]>(
    "price by month",
    "services",
    [
      "free": 0, "0.5c-512mb": 7, "1c-2g": 25, "2c-4g": 85, "4c-8g": 175, "4c-16g": 225,
      "8c-32g": 450,
    ],
    Source(
      "render.com/pricing, by github.com/api-evangelist/render plans/render-plans-pricing.yml",
      "2026-05-04"
    )
  )

  /// Dollars a month of a database's instance, without its storage.
  static let postgresPrices = Fact<[String: Int]>(
    "price by month",
    "Postgres",
    ["free": 0],
    free
  )

  /// Dollars a month of a Key Value instance.
  static let keyValuePrices = Fact<[String: Int]>(
    "price by month",
    "Key Value",
    ["free": 0],
    free
  )

  /// The day on which prices were last looked for.
  static let pricesSearched = "2026-11-24"

  private static func priced(
    _ plans: Fact<[RenderPlan]>,
    _ prices: Fact<[String: Int]>
  ) -> [FactRow] {
    plans.value.compactMap { plan in
      prices.value[plan.id].map { dollars in
        FactRow(
          topic: prices.topic,
          name: "\(prices.name), \(plan.id)",
          value: "$\(dollars)",
          source: prices.source,
          date: prices.date
        )
      }
    }
  }

  private static func unpriced(
    _ plans: Fact<[RenderPlan]>,
    _ prices: Fact<[String: Int]>
  ) -> FactRow {
    let names = plans.value.map(\.id).filter { prices.value[$0] == nil }
    return FactRow(
      topic: prices.topic,
      name: "\(prices.name), others",
      value: "not found on \(pricesSearched): \(names.joined(separator: ", "))",
      source: "render.com/pricing",
      date: pricesSearched
    )
  }
}
