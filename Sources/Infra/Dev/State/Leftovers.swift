#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a run left behind that could not clean up after itself, such as one that was killed.
package enum Leftovers {
  /// Ends all of it, and answers how many processes that were.
  ///
  /// A process is ended only if it is the very one that was started then: a number alone may mean
  /// somebody else's by now.
  package static func end(_ state: RunState) -> Int {
    let known = (state.entries.compactMap(\.process) + state.others).filter(\.isAlive)
    for process in known { systemKill(-process.pid, SIGTERM) }
    // Those whose leader is gone, or that left their group, bear the mark.
    let marked = ProcessTable.started(with: state.mark)
    for pid in marked { systemKill(pid, SIGTERM) }
    let count = Set(known.map(\.pid)).union(marked).count
    let end = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < end {
      if !known.contains(where: \.isAlive), marked.allSatisfy({ ProcessTable.birth(of: $0) == nil })
      {
        break
      }
      usleep(20_000)
    }
    for process in known where process.isAlive { systemKill(-process.pid, SIGKILL) }
    kill(marked: state.mark)
    if let engine = state.engine {
      for container in state.entries.compactMap(\.container) {
        _ = Child.output(of: [engine, "rm", "-f", container], within: .seconds(10))
      }
    }
    return count
  }

  /// Kills every process that bears a mark, and waits until they are gone: a busy machine takes its
  /// time even for that.
  static func kill(marked mark: String) {
    let end = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < end {
      let left = ProcessTable.started(with: mark)
      if left.isEmpty { return }
      for pid in left { systemKill(pid, SIGKILL) }
      usleep(10_000)
    }
  }
}

private func systemKill(_ pid: pid_t, _ signal: Int32) { kill(pid, signal) }
