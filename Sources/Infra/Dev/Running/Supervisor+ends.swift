#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit

extension Supervisor {
  /// Finds out which programs have ended.
  mutating func noticeEnds() {
    for index in units.indices {
      guard let child = units[index].child, !units[index].isReaped, let status = child.status()
      else { continue }
      units[index].isReaped = true
      ended(index, child, status)
    }
    for index in jobs.indices {
      guard case .running(let child) = jobs[index].state, let status = child.status() else {
        continue
      }
      child.signal(SIGKILL)
      unfollow(child)
      built(index, status)
    }
    for (position, other) in others.enumerated().reversed() where other.child.status() != nil {
      unfollow(other.child)
      others.remove(at: position)
    }
    if let child = page.child, let status = child.status() {
      unfollow(child)
      page.forget()
      if mode != .stopping { console.say(console.dim("note: the page ended with \(status)")) }
    }
    if let child = pageJob, let status = child.status() {
      unfollow(child)
      pageJob = nil
      if status == 0 { startBuiltPage() } else { missPage() }
    }
  }

  private mutating func ended(_ index: Int, _ child: Child, _ status: Int32) {
    switch units[index].phase {
    case .running(_, let task):
      child.signal(SIGKILL)
      unfollow(child)
      if let file = task.temporary { try? LocalFiles.remove(file) }
      if status == 0 {
        if task.purpose == .release { units[index].isReleased = true }
        units[index].goOn(task.purpose.rawValue)
      } else if mode == .stopping {
        units[index].phase = .over
        become(index, .stopped)
      } else {
        failed(index, task, status)
      }
    case .serving:
      // What it left behind must not hold its port.
      child.signal(SIGKILL)
      unfollow(child)
      units[index].stopAsking()
      if mode == .stopping {
        units[index].phase = .over
        become(index, .exited, Self.words(status))
      } else {
        crashed(index, status)
      }
    case .ending, .next, .pausing, .over:
      break
    }
  }

  private mutating func failed(_ index: Int, _ task: OneShot, _ status: Int32) {
    units[index].phase = .over
    become(index, .exited, Self.words(status))
    let what = task.purpose == .release ? "the release command of" : "preparing"
    give(
      up: DevProblem(
        "\(what) \(units[index].recipe.id.title) \(Self.words(status)): \(task.title)",
        help: status == 127
          ? "a program in it is not there: see that it is installed, or name another with "
            + "dev: DevCommands(start: …, release: …)"
          : "mend what its last lines say, and run this again",
        log: logs.tail(of: units[index].name)
      )
    )
  }

  private mutating func crashed(_ index: Int, _ status: Int32) {
    if ContinuousClock.now - units[index].started > .seconds(10) { units[index].crashes = 0 }
    units[index].crashes += 1
    let name = units[index].name
    let words = Self.words(status)
    if units[index].firstReady == nil, units[index].crashes >= 3 || status == 127 {
      units[index].phase = .over
      become(index, .exited, words)
      let times = units[index].crashes > 1 ? " (\(units[index].crashes) times in a row)" : ""
      give(
        up: DevProblem(
          "\(units[index].recipe.id.title) \(words)\(times) before it was ready: "
            + units[index].recipe.command,
          help: "its whole log is in \(folder.relativePath)/logs/\(name).log",
          log: logs.tail(of: name)
        )
      )
      return
    }
    let pause = min(Duration.milliseconds(250) * (1 << min(units[index].crashes, 6)), .seconds(8))
    console.say("\(words); starts again in \(Timeline.seconds(pause))", about: name)
    units[index].phase = .pausing(.now + pause)
    become(index, .restarting, words)
  }

  private mutating func built(_ job: Int, _ status: Int32) {
    if mode == .stopping {
      jobs[job].state = .failed
      return
    }
    if status == 0 {
      jobs[job].state = .done
      if jobs[job].isAgain { restartReaders(of: job) }
      return
    }
    let problem = DevProblem(
      "the build of \(jobs[job].readers.joined(separator: " and ")) \(Self.words(status)): "
        + jobs[job].build.title,
      help: "mend what its last lines say"
        + (options.watches ? ": it is built again when a file changes" : ", and run this again"),
      log: logs.tail(of: jobs[job].readers[0])
    )
    guard options.watches else {
      jobs[job].state = .failed
      give(up: problem)
      return
    }
    // What runs goes on as it is; what does not waits for the next change.
    jobs[job].state = jobs[job].isAgain ? .done : .failed
    for line in problem.log { console.say("  " + line) }
    console.say("\(console.red("error:")) \(problem.message)\n  help: \(problem.help)")
  }

  /// How a program ended, to follow its name.
  static func words(_ status: Int32) -> String {
    status > 128 && status < 160
      ? "was ended by signal \(status - 128)" : "ended with code \(status)"
  }
}
