import InfraKit

#if canImport(Glibc)
  import CMalloc
  import Glibc
#endif

/// How the process gets its memory.
enum ProcessMemory {
  /// Settles it, before anything large is made.
  ///
  /// A run lives for milliseconds and keeps nearly all that it asks for. By itself glibc asks the
  /// system for a few pages at a time, for each thread apart, and each is handed out by an
  /// interruption of its own: of a thousand services that took a third of the time. Here the heap is
  /// one, grows in large steps, and may consist of large pages where the system has them.
  static func settle() {
    #if canImport(Glibc)
      // Where they are counted, large steps would use the process's addresses up.
      guard ProcessLimits.areNone else { return }
      let step = 128 << 20
      _ = mallopt(M_TOP_PAD, Int32(step))
      _ = mallopt(M_TRIM_THRESHOLD, .max)
      _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
      _ = mallopt(M_ARENA_MAX, 1)
      // The first large block makes the heap take its first step.
      guard let block = malloc(1 << 20) else { return }
      defer { free(block) }
      // What is advised is advice only: where it does not apply, nothing happens.
      let page = 2 << 20
      let start = block.alignedUp(toMultipleOf: page)
      _ = madvise(start, step - page, MADV_HUGEPAGE)
    #endif
  }
}
