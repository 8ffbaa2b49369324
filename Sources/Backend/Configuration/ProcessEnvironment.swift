#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The variables that the process was started with.
enum ProcessEnvironment {
  /// Reads all variables and hides from libpq those that it would read by itself.
  ///
  /// The contract is the only way in: with `PGSSLMODE` or `PGPASSFILE` left about, two machines
  /// with the same DATABASE_URL could connect differently. Called before any thread starts.
  static func takeOver() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(
        separator: "=",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    for name in variables.keys where name.hasPrefix("PG") { unsetenv(name) }
    return variables
  }
}
