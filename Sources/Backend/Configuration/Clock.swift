#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The wall clock.
enum Clock {
  /// The present in seconds since 1970, as tokens count.
  static var seconds: Double {
    let now = time
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// The present in UTC, as RFC 3339 words it: `2026-11-23T05:49:03.250Z`.
  static var text: String {
    let now = time
    let (year, month, day) = date(daysSince1970: Int(now.tv_sec) / 86_400)
    let second = Int(now.tv_sec) % 86_400
    return String(unsafeUninitializedCapacity: 24) { bytes in
      var end = 0
      func write(_ number: Int, _ width: Int, _ separator: Unicode.Scalar) {
        var rest = number
        for index in (end..<end + width).reversed() {
          bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        bytes[end + width] = UInt8(ascii: separator)
        end += width + 1
      }
      write(year, 4, "-")
      write(month, 2, "-")
      write(day, 2, "T")
      write(second / 3600, 2, ":")
      write(second / 60 % 60, 2, ":")
      write(second % 60, 2, ".")
      write(Int(now.tv_nsec) / 1_000_000, 3, "Z")
      return end
    }
  }

  /// The date in the Gregorian calendar.
  ///
  /// Counted in years that begin in March, a leap day is the last of its year, and one line tells how
  /// long the months before one are together.
  static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let day = dayOfYear - (153 * march + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static var time: timespec {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time
  }
}
