/// When a job runs, as five crontab fields: minute, hour, day of month, month, day of week.
///
/// Times are UTC unless the job names a time zone.
public struct Schedule: Sendable, Hashable, CustomStringConvertible {
  /// A day of the week.
  public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    /// The first day as crontab counts.
    case sunday
    /// The second day.
    case monday
    /// The third day.
    case tuesday
    /// The fourth day.
    case wednesday
    /// The fifth day.
    case thursday
    /// The sixth day.
    case friday
    /// The last day.
    case saturday
  }

  /// The five fields with one space between them.
  public let crontab: String

  /// The five fields.
  public var description: String { crontab }

  /// Takes a crontab line as it is; validation reports what is wrong with it.
  public static func crontab(_ line: String) -> Schedule {
    Schedule(crontab: line.split(separator: " ").joined(separator: " "))
  }

  /// Every so many minutes; the number must divide 60.
  public static func every(minutes: Int) -> Schedule {
    Schedule(crontab: minutes == 60 ? "0 * * * *" : "*/\(minutes) * * * *")
  }

  /// Once an hour.
  public static func hourly(minute: Int = 0) -> Schedule {
    Schedule(crontab: "\(minute) * * * *")
  }

  /// Once a day.
  public static func daily(at hour: Int, minute: Int = 0) -> Schedule {
    Schedule(crontab: "\(minute) \(hour) * * *")
  }

  /// Once a week.
  public static func weekly(on day: Weekday, at hour: Int, minute: Int = 0) -> Schedule {
    Schedule(crontab: "\(minute) \(hour) * * \(day.rawValue)")
  }

  /// Once a month.
  public static func monthly(on day: Int, at hour: Int, minute: Int = 0) -> Schedule {
    Schedule(crontab: "\(minute) \(hour) \(day) * *")
  }
}

extension Schedule {
  private struct Field {
    let name: String
    let range: ClosedRange<Int>
    let words: [String]
  }

  private static let fields = [
    Field(name: "minute", range: 0...59, words: []),
    Field(name: "hour", range: 0...23, words: []),
    Field(name: "day of month", range: 1...31, words: []),
    Field(
      name: "month",
      range: 1...12,
      words: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ]
    ),
    Field(
      name: "day of week",
      range: 0...7,
      words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    ),
  ]

  /// What is wrong with the schedule, to follow its text in a sentence; nil when it is legal.
  package var fault: String? {
    let texts = crontab.split(separator: " ")
    guard texts.count == 5 else {
      return "has \(texts.count) fields where crontab has five: minute, hour, day of month, "
        + "month, day of week"
    }
    for (text, field) in zip(texts, Self.fields) where Self.values(text, field) == nil {
      return "has '\(text)' as \(field.name), which must lie in "
        + "\(field.range.lowerBound)-\(field.range.upperBound)"
    }
    return Self.comesDue(texts) ? nil : "never comes due: no month of it has such a day"
  }

  /// Whether any day of a year is one of the schedule's.
  private static func comesDue(_ texts: [Substring]) -> Bool {
    // A day of the week comes in every month, and counts besides the day of the month.
    guard texts[4] == "*", texts[2] != "*",
      let days = values(texts[2], fields[2]), let months = values(texts[3], fields[3]),
      let first = days.first
    else { return true }
    return months.contains { first <= longestMonths[$0 - 1] }
  }

  /// The most days of each month, those of February in a leap year.
  private static let longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  /// The shortest pause between two runs of one day, in minutes; nil for an illegal schedule.
  ///
  /// Runs on neighbouring days count across midnight when every day has runs.
  package var shortestGapInMinutes: Int? {
    let texts = crontab.split(separator: " ")
    guard texts.count == 5, fault == nil,
      let minutes = Self.values(texts[0], Self.fields[0]),
      let hours = Self.values(texts[1], Self.fields[1])
    else { return nil }
    let times = hours.flatMap { hour in minutes.map { hour * 60 + $0 } }.sorted()
    var gap = 24 * 60
    for (earlier, later) in zip(times, times.dropFirst()) { gap = min(gap, later - earlier) }
    if let first = times.first, let last = times.last, times.count > 1 {
      gap = min(gap, first + 24 * 60 - last)
    }
    return gap
  }

  private static func values(_ text: Substring, _ field: Field) -> [Int]? {
    var found: Set<Int> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = item.split(separator: "/", omittingEmptySubsequences: false)
      guard (1...2).contains(halves.count) else { return nil }
      var step = 1
      if halves.count == 2 {
        guard let number = Int(halves[1]), number > 0, number <= field.range.upperBound else {
          return nil
        }
        step = number
      }
      guard let range = Self.range(halves[0], field, open: halves.count == 2) else { return nil }
      found.formUnion(stride(from: range.lowerBound, through: range.upperBound, by: step))
    }
    return found.sorted()
  }

  private static func range(_ text: Substring, _ field: Field, open: Bool) -> ClosedRange<Int>? {
    if text == "*" { return field.range }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ number($0, field) }) else { return nil }
    switch ends.count {
    case 1: return open ? first...field.range.upperBound : first...first
    case 2:
      guard let last = number(ends[1], field), first <= last else { return nil }
      return first...last
    default: return nil
    }
  }

  private static func number(_ text: Substring, _ field: Field) -> Int? {
    if let index = field.words.firstIndex(of: text.lowercased()) {
      return index + field.range.lowerBound
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      field.range.contains(number)
    else { return nil }
    return number
  }
}
