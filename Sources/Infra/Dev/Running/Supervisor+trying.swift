#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit

extension Supervisor {
  /// How long a command that tries something may take.
  private static let limit = Duration.seconds(300)

  /// Tries one thing after another, and ends the run when all of them work.
  mutating func goOnTrying() {
    guard let (child, name, task, began) = trial else { return tryNext() }
    guard let status = child.status() else {
      if ContinuousClock.now - began > Self.limit { failed(name, task, "takes too long") }
      return
    }
    child.signal(SIGKILL)
    unfollow(child)
    trial = nil
    if status == 0 {
      let elapsed = ContinuousClock.now - began
      console.say(
        "\(console.green("works")) (\(Timeline.seconds(elapsed))): \(task.title)",
        about: name
      )
    } else {
      failed(name, task, Self.words(status))
    }
  }

  private mutating func tryNext() {
    guard let next = trials.first else { return stop() }
    trials.removeFirst()
    do throws(DevProblem) {
      let child = try Child.start(next.task.program, inheriting: environment)
      follow(child, next.name, as: .release)
      trial = (child, next.name, next.task, .now)
    } catch {
      give(up: error)
    }
  }

  private mutating func failed(_ name: String, _ task: OneShot, _ words: String) {
    give(
      up: DevProblem(
        "trying '\(name)' \(words): \(task.title)",
        help: "its whole log is in \(folder.relativePath)/logs/\(name).log",
        log: logs.tail(of: name)
      )
    )
  }

  /// Ends what is being tried.
  mutating func endTrial() {
    trials = []
    guard let child = trial?.child else { return }
    child.signal(SIGKILL)
    while child.status() == nil { usleep(1000) }
    unfollow(child)
    trial = nil
  }
}
