#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit

extension Supervisor {
  /// Finds out whether a running program is ready and well.
  mutating func check(_ index: Int, _ child: Child, _ now: ContinuousClock.Instant) {
    guard case .serve(_, let check) = units[index].recipe.steps[units[index].step] else { return }
    if mode == .stopping { return }
    if units[index].firstReady == nil, now - units[index].started > check.limit {
      tooLate(index, check)
      return
    }
    switch check.question {
    case .lasts(let duration):
      if !units[index].isReady, now - units[index].started >= duration { passed(index, check) }
    case .program(let program):
      runCheck(index, program, check, now)
    case .http, .listens, .postgres, .redis:
      guard units[index].probe == nil, now >= units[index].nextProbe else { return }
      units[index].probe = Probe(
        check.question,
        isIPv6: units[index].asksIPv6,
        until: now + check.timeout
      )
      if units[index].probe == nil { failed(index, check, "nobody listens on its port", now) }
    }
  }

  /// Goes on with an attempt over the network.
  mutating func ask(_ index: Int, _ happened: Int16) {
    guard case .serving = units[index].phase,
      case .serve(_, let check) = units[index].recipe.steps[units[index].step],
      let outcome = units[index].probe?.advance(happened, now: .now)
    else { return }
    units[index].probe?.end()
    units[index].probe = nil
    switch outcome {
    case .passed: passed(index, check)
    case .failed(let complaint): failed(index, check, complaint, .now)
    }
  }

  private mutating func runCheck(
    _ index: Int,
    _ program: Program,
    _ check: Check,
    _ now: ContinuousClock.Instant
  ) {
    if let (child, deadline) = units[index].probeChild {
      if let status = child.status() {
        units[index].probeChild = nil
        child.closeStreams()
        if status == 0 {
          passed(index, check)
        } else {
          failed(index, check, "its check ends with \(status)", now)
        }
      } else if now > deadline {
        units[index].stopAsking()
        failed(index, check, "its check does not end", now)
      } else {
        // Nobody reads what a check says, and it must not stop for that.
        _ = Descriptor.available(child.output)
        _ = Descriptor.available(child.errors)
      }
    } else if now >= units[index].nextProbe {
      if let child = try? Child.start(program, inheriting: environment) {
        units[index].probeChild = (child, now + check.timeout)
      } else {
        failed(index, check, "its check cannot be started", now)
      }
    }
  }

  private mutating func passed(_ index: Int, _ check: Check) {
    units[index].failures = 0
    units[index].nextProbe = .now + check.interval
    if units[index].firstReady == nil {
      units[index].firstReady = .now
      units[index].spans.append(("start", units[index].started, .now))
    } else if mode == .running, !units[index].isReady {
      console.say("healthy again", about: units[index].name)
    }
    become(index, .healthy)
  }

  private mutating func failed(
    _ index: Int,
    _ check: Check,
    _ complaint: String,
    _ now: ContinuousClock.Instant
  ) {
    // A program may listen on either address, and says nothing on the other.
    units[index].asksIPv6.toggle()
    units[index].complaint = complaint
    guard units[index].isReady || units[index].state == .unhealthy else {
      units[index].nextProbe = now + units[index].pause
      units[index].pause = min(units[index].pause * 5 / 4, .milliseconds(250))
      return
    }
    units[index].failures += 1
    // The other address is asked at once; both together are one failure.
    let isWhole = units[index].failures.isMultiple(of: 2)
    units[index].nextProbe = isWhole ? now + check.interval : now
    if units[index].isReady, units[index].failures >= 2 * check.retries {
      console.say("unhealthy: \(complaint)", about: units[index].name)
      become(index, .unhealthy, complaint)
    }
  }

  private mutating func tooLate(_ index: Int, _ check: Check) {
    let name = units[index].name
    let seconds = Timeline.seconds(check.limit)
    let why = units[index].complaint.isEmpty ? "" : ": \(units[index].complaint)"
    units[index].stopAsking()
    give(
      up: DevProblem(
        "\(units[index].recipe.id.title) was not ready within \(seconds)\(why)",
        help: "its whole log is in \(folder.relativePath)/logs/\(name).log",
        log: logs.tail(of: name)
      )
    )
  }
}
