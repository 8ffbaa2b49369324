#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Supervisor {
  /// Ends what nothing that still runs waits for: the reverse of the order of starting.
  mutating func stopInOrder() {
    if .now >= patience {
      for case .running(let child) in jobs.map(\.state) { child.signal(SIGKILL) }
    }
    for index in units.indices where !units[index].isEnding {
      let name = units[index].name
      let isNeeded = units.contains { $0.recipe.dependsOn.contains(name) && !$0.isOver }
      if !isNeeded { stop(index) }
    }
  }

  /// Tells one resource to end.
  mutating func stop(_ index: Int) {
    units[index].stopAsking()
    guard let child = units[index].child else {
      if !units[index].isOver, units[index].state != .exited { become(index, .stopped) }
      units[index].phase = .over
      return
    }
    units[index].phase = .ending(child, until: .now + units[index].recipe.grace)
    switch units[index].recipe.ending {
    case .signal(let number):
      child.signal(number)
    case .program(let program):
      if let other = try? Child.start(program, inheriting: environment) {
        follow(other, units[index].name, as: .build)
        others.append((other, units[index].name))
      } else {
        child.signal(SIGTERM)
      }
    }
  }

  /// Waits for the end of a program and of all that it started, as long as it may take.
  mutating func finishEnding(
    _ index: Int,
    _ child: Child,
    _ until: ContinuousClock.Instant,
    _ now: ContinuousClock.Instant
  ) {
    // A busy machine takes its time even for those that are killed.
    if units[index].isReaped, !child.groupIsAlive || now >= until + .seconds(1) {
      unfollow(child)
      units[index].phase = .over
      if let step = units[index].restartsAt {
        units[index].restartsAt = nil
        units[index].step = step
        units[index].phase = .next
        become(index, .restarting)
      } else if units[index].state != .exited {
        become(index, .stopped)
      }
    } else if now >= until {
      if !units[index].isKilled {
        console.say("did not end in time, and is killed", about: units[index].name)
      }
      units[index].isKilled = true
      child.signal(SIGKILL)
    }
  }
}
