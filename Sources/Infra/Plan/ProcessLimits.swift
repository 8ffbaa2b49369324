#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the system lets the process have.
package enum ProcessLimits {
  /// Whether neither its addresses nor its data are counted, as `ulimit -v` and `-d` would have it.
  ///
  /// Threads and large heaps take many addresses that they never use.
  package static let areNone: Bool = {
    #if canImport(Glibc)
      let counted = [
        __rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_DATA.rawValue),
      ]
    #else
      let counted = [RLIMIT_AS, RLIMIT_DATA]
    #endif
    return counted.allSatisfy { resource in
      var limit = rlimit()
      return getrlimit(resource, &limit) == 0 && limit.rlim_cur >= rlim_t(Int64.max)
    }
  }()
}
