#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit

extension Supervisor {
  /// Takes a resource as far as it can go now.
  mutating func advance(_ index: Int) {
    let now = ContinuousClock.now
    switch units[index].phase {
    case .next:
      if mode != .stopping { begin(index) }
    case .pausing(let until):
      if now >= until, mode != .stopping { units[index].phase = .next }
    case .serving(let child):
      check(index, child, now)
    case .ending(let child, let until):
      finishEnding(index, child, until, now)
    case .running, .over:
      break
    }
  }

  /// Begins the step that a resource is at.
  private mutating func begin(_ index: Int) {
    switch units[index].recipe.steps[units[index].step] {
    case .build(let build):
      begin(build, for: index)
    case .wait(let waits):
      let missing = waits.filter { !isMet($0) }
      if missing.isEmpty {
        units[index].goOn("wait")
        advance(index)
      } else {
        let names = missing.map(\.resource.name).uniqued
        become(index, .waiting, "for \(names.joined(separator: ", "))")
      }
    case .run(let task):
      guard let child = start(task.program, index) else { return }
      follow(child, units[index].name, as: task.purpose == .release ? .release : .build)
      units[index].phase = .running(child, task)
      become(index, task.purpose == .release ? .releasing : .building, task.title)
    case .serve(let program, _):
      guard let child = start(program, index) else { return }
      follow(child, units[index].name)
      units[index].phase = .serving(child)
      units[index].started = .now
      units[index].nextProbe = .now
      units[index].pause = .milliseconds(20)
      units[index].complaint = ""
      become(index, units[index].firstReady == nil ? .starting : .restarting)
    }
  }

  private mutating func begin(_ build: Build, for index: Int) {
    guard let job = jobs.firstIndex(where: { $0.build == build }) else { return }
    switch jobs[job].state {
    case .due:
      console.say("builds: \(build.title)", about: units[index].name)
      startBuild(job)
      become(index, .building, build.title)
    case .running:
      // Its last line tells more than its name.
      let said = logs.recent[jobs[job].readers[0]]?.last { $0.stream == .build }?.text
      become(index, .building, said ?? build.title)
    case .done:
      units[index].goOn("build")
      advance(index)
    case .failed:
      units[index].phase = .over
      become(index, .exited, "its build failed")
    }
  }

  /// Starts a build.
  mutating func startBuild(_ job: Int) {
    jobs[job].began = .now
    do throws(DevProblem) {
      // Without the mark: SwiftPM keeps what it worked out by the variables that it had, and would
      // work it out anew in every run.
      let child = try Child.start(
        jobs[job].build.program,
        inheriting: ProcessTable.ownEnvironment
      )
      jobs[job].state = .running(child)
      follow(child, jobs[job].readers[0], as: .build)
    } catch {
      jobs[job].state = .failed
      give(up: error)
    }
  }

  private mutating func start(_ program: Program, _ index: Int) -> Child? {
    do throws(DevProblem) { return try Child.start(program, inheriting: environment) } catch {
      units[index].phase = .over
      give(up: error)
      return nil
    }
  }

  /// Whether others have done what a resource waits for.
  private func isMet(_ wait: StartOrder.Wait) -> Bool {
    guard let unit = units.first(where: { $0.name == wait.resource.name }) else { return true }
    switch wait.event {
    case .healthy: return unit.isReady
    case .released: return unit.isReleased
    }
  }

  /// Ends the run for a reason.
  mutating func give(up problem: DevProblem) {
    if failure == nil { failure = problem }
    stop()
  }

  /// Tells about a new state of a resource.
  mutating func become(_ index: Int, _ state: Unit.State, _ detail: String = "") {
    guard units[index].become(state, detail) else { return }
    stateIsStale = true
    announce(index)
  }

  /// Tells the page how a resource is.
  mutating func announce(_ index: Int) {
    let unit = units[index]
    var line = JSONLine("state")
    line.add("resource", unit.name)
    line.add("state", unit.state.rawValue)
    line.add("detail", unit.detail)
    line.add("pid", unit.child.map { Int($0.pid) })
    line.add("since", unit.since)
    page.tell(line)
  }
}
