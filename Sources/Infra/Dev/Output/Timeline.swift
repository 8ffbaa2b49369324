/// What each resource took to come up, one under the other.
struct Timeline {
  /// A line per resource.
  let lines: [String]

  init(_ units: [Unit], from start: ContinuousClock.Instant) {
    let width = units.map(\.name.count).max() ?? 0
    let end = units.compactMap(\.firstReady).max() ?? .now
    let total = max(Self.milliseconds(end - start), 1)
    let columns = 32
    func column(_ instant: ContinuousClock.Instant) -> Int {
      min(columns, max(0, Self.milliseconds(instant - start) * columns / total))
    }
    lines = units.map { unit in
      var bar = [Character](repeating: "·", count: columns)
      for span in unit.spans where span.name != "wait" {
        let from = min(column(span.from), columns - 1)
        for index in from..<max(column(span.to), from + 1) {
          bar[index] = span.name == "start" ? "█" : span.name == "release" ? "▓" : "▒"
        }
      }
      let name = unit.name + String(repeating: " ", count: width - unit.name.count)
      let parts = unit.spans
        .filter { Self.milliseconds($0.to - $0.from) >= 50 && $0.name != "wait" }
        .map { "\($0.name) \(Self.seconds($0.to - $0.from))" }
      let ready = unit.firstReady.map { Self.seconds($0 - start) } ?? ""
      return "\(name)  \(String(bar))  \(ready)"
        + (parts.isEmpty ? "" : "  (\(parts.joined(separator: ", ")))")
    }
  }

  /// A duration as people say it.
  static func seconds(_ duration: Duration) -> String {
    let tenths = (milliseconds(duration) + 50) / 100
    return tenths.isMultiple(of: 10) && tenths >= 100
      ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
