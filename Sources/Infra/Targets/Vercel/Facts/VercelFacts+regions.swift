import InfraKit

extension VercelFacts {
  /// The regions that functions can run in, with their places.
  ///
  /// The first eighteen are in the command line of 2026-08-03; the others are younger.
  static let knownRegions: [Fact<VercelRegion>] =
    commandLineRegions.map { Fact("region", $0, $1, commandLine) } + [
      Fact("region", "Montréal", .montreal, Source("vercel.com/changelog", "2026-09-22")),
      Fact("region", "Dubai", .dubai, Source("github.com, projects that run there", "2026-11-23")),
    ]

  private static let commandLine = Source("vercel/vercel packages/functions", "2026-08-03")

  private static let commandLineRegions: [(String, VercelRegion)] = [
    ("Stockholm", .stockholm), ("Mumbai", .mumbai), ("Paris", .paris), ("Cleveland", .cleveland),
    ("Cape Town", .capeTown), ("Dublin", .dublin), ("Frankfurt", .frankfurt),
    ("São Paulo", .saoPaulo), ("Hong Kong", .hongKong), ("Tokyo", .tokyo),
    ("Washington, D.C.", .washington), ("Seoul", .seoul), ("Osaka", .osaka), ("London", .london),
    ("Portland", .portland), ("San Francisco", .sanFrancisco), ("Singapore", .singapore),
    ("Sydney", .sydney),
  ]

  /// The region of functions where nobody chooses.
  static let defaultRegion = Fact("region", "unless chosen", VercelRegion.washington, commandLine)

  /// Whether a region is one of those known here.
  static func isKnown(_ region: VercelRegion) -> Bool {
    knownRegions.contains { $0.value == region }
  }

  /// The regions, as reports show them.
  static var regions: [FactRow] {
    (knownRegions + [defaultRegion]).map { fact in
      FactRow(
        topic: fact.topic,
        name: fact.name,
        value: fact.value.rawValue,
        source: fact.source,
        date: fact.date
      )
    }
  }
}
