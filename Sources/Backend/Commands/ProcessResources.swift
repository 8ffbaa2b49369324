#if canImport(Glibc)
  import CMalloc
#endif

/// How much memory the process keeps.
enum ProcessResources {
  /// Settles it, before anything starts.
  static func settle() {
    #if canImport(Glibc)
      // Hashing a password takes 16 MiB for a moment. By itself glibc would keep them after the
      // first time, and a heap for each thread besides.
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
      _ = mallopt(M_ARENA_MAX, 2)
    #endif
  }
}
