extension Supervisor {
  /// Builds again what the files of were changed.
  mutating func rebuildWhatChanged() {
    if mode == .starting, !jobs.contains(where: \.isFailed) { return }
    for name in watcher.changed() {
      for job in jobs.indices where jobs[job].readers.contains(name) {
        if case .running = jobs[job].state { continue }
        jobs[job].isAgain = true
        for reader in jobs[job].readers {
          console.say("changed: builds again", about: reader)
          if let index = units.firstIndex(where: { $0.name == reader }), !units[index].isReady {
            become(index, .building, jobs[job].build.title)
          }
        }
        startBuild(job)
      }
    }
  }

  /// Starts anew all that a build is for, release commands included.
  mutating func restartReaders(of job: Int) {
    for index in units.indices where jobs[job].readers.contains(units[index].name) {
      let step =
        1
        + (units[index].recipe.steps.firstIndex {
          if case .build = $0 { true } else { false }
        } ?? -1)
      units[index].crashes = 0
      units[index].isReleased = !units[index].recipe.hasRelease
      if units[index].child == nil {
        units[index].step = step
        units[index].phase = .next
      } else {
        units[index].restartsAt = step
        stop(index)
      }
    }
  }
}
