import NIOCore
import NIOPosix

#if canImport(Glibc)
  import CMalloc
#endif

/// How much memory the process keeps, and how many threads serve requests.
enum ProcessResources {
  /// Settles it, before anything starts.
  static func settle() {
    // One processor is left to the thread that talks to Postgres: with an event loop on each, every
    // statement would have to wait for one of them to be taken off.
    NIOSingletons.groupLoopCountSuggestion = max(1, System.coreCount - 1)
    #if canImport(Glibc)
      // Hashing a password takes 16 MiB for a moment. By itself glibc would keep them after the
      // first time, and a heap for each thread besides.
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
      _ = mallopt(M_ARENA_MAX, 2)
    #endif
  }
}
