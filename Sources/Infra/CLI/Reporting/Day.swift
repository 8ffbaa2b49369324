#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The clock of the machine.
enum Clock {
  /// The seconds since 1970.
  static var seconds: Int { time(nil) }
}

/// A day of the calendar.
struct Day: Sendable, Hashable {
  /// How many days have passed since 1970-01-01.
  private let number: Int

  /// Today, in UTC.
  static var today: Day { Day(number: time(nil) / 86_400) }

  /// The seconds since 1970, now.
  static var secondsNow: Int { time(nil) }

  private init(number: Int) { self.number = number }

  /// Reads a day such as `2026-11-23`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), (1...12).contains(month), let day = Int(parts[2]),
      (1...31).contains(day)
    else { return nil }
    // Years that start in March put the leap day last, and months have a formula.
    let shifted = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    let ofYear = (153 * fromMarch + 2) / 5 + day - 1
    let leaps = shifted / 4 - shifted / 100 + shifted / 400
    number = shifted * 365 + leaps + ofYear - 719_468
  }

  /// How many days lie between.
  func days(since other: Day) -> Int { number - other.number }
}
