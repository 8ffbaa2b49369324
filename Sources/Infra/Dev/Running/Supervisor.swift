#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraKit

/// Brings up everything of a plan, keeps it up, and takes it down: one loop on one thread.
///
/// Nothing here waits for anything but `poll`: what programs say, that they ended, that a signal
/// came or that a connection opened, and the passing of time.
struct Supervisor {
  /// What a run is doing.
  enum Mode: Equatable {
    case starting
    case running
    case stopping
  }

  /// A stream of a program that is read.
  struct OpenStream {
    let descriptor: Int32
    let pid: pid_t
    let resource: String
    let stream: LogLine.Stream
  }

  let plan: DevPlan
  let folder: DevFolder
  let options: DevOptions
  /// The shell's variables, with the mark of this run.
  let environment: [String]
  let signals: Int32

  var units: [Unit]
  var jobs: [BuildJob]
  var streams: [OpenStream] = []
  /// Programs that end others, and builds of the page.
  var others: [(child: Child, resource: String)] = []
  var console: Console
  var logs: LogBook
  var page = PageFeed()
  var pageJob: Child?
  var watcher: Watcher
  var mode = Mode.starting
  /// When builds that were told to end are killed.
  var patience = ContinuousClock.now
  var state: RunState
  var stateIsStale = true
  /// Whether the state could not be written, which is told once.
  var stateIsLost = false

  /// What is still to be tried, and what is being tried.
  var trials: [(name: String, task: OneShot)] = []
  var trial: (child: Child, name: String, task: OneShot, began: ContinuousClock.Instant)?

  /// Why the run ends, where nobody asked it to.
  var failure: DevProblem?
  let began = ContinuousClock.now

  init(
    plan: DevPlan,
    recipes: [Recipe],
    folder: DevFolder,
    options: DevOptions,
    secrets: [(name: String, value: String)],
    state: RunState,
    signals: Int32
  ) {
    self.plan = plan
    self.folder = folder
    self.options = options
    self.signals = signals
    self.state = state
    units = recipes.map(Unit.init)
    console = Console(options.screen, names: recipes.map(\.name))
    logs = LogBook(folder, hiding: Redaction(secrets))
    environment = ProcessTable.ownEnvironment + [state.mark]
    var jobs: [BuildJob] = []
    for build in recipes.flatMap(\.builds) where !jobs.contains(where: { $0.build == build }) {
      let readers = recipes.filter { $0.builds.contains(build) }.map(\.name)
      jobs.append(BuildJob(build: build, readers: readers))
    }
    self.jobs = jobs
    watcher = Watcher(plan, root: folder.root)
  }

  /// Runs until it is told to end, or cannot go on; answers why it could not.
  mutating func run() -> DevProblem? {
    startPage()
    while !isOver {
      waitForSomething()
      noticeEnds()
      for index in units.indices { advance(index) }
      if mode == .starting, failure == nil, units.allSatisfy(\.isReady) { becomeReady() }
      if options.tries, mode == .running { goOnTrying() }
      if mode == .stopping { stopInOrder() }
      if options.watches, mode != .stopping { rebuildWhatChanged() }
      if stateIsStale { writeState() }
      console.show(statusLine)
    }
    end()
    return failure
  }

  /// Whether nothing runs any more.
  private var isOver: Bool {
    mode == .stopping && others.isEmpty
      && units.allSatisfy { if case .over = $0.phase { true } else { false } }
      && jobs.allSatisfy { if case .running = $0.state { false } else { true } }
  }

  /// Waits until something happens, or until it is time to look again.
  private mutating func waitForSomething() {
    var wanted = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
    wanted += streams.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    let asking = units.indices.filter { units[$0].probe != nil }
    wanted += asking.compactMap { index in
      units[index].probe.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    }
    if page.isWaiting, let input = page.child?.input {
      wanted.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
    }
    poll(&wanted, nfds_t(wanted.count), mode == .running ? 200 : 15)

    if wanted[0].revents != 0 { for byte in Descriptor.available(signals) { heed(Int32(byte)) } }
    let first = 1 + streams.count
    for (offset, index) in asking.enumerated() { ask(index, wanted[first + offset].revents) }
    let readable = zip(streams, wanted[1..<first]).filter { $0.1.revents != 0 }.map(\.0)
    for stream in readable { listen(to: stream) }
    page.write()
  }

  /// What a signal means.
  private mutating func heed(_ signal: Int32) {
    guard [SIGINT, SIGTERM, SIGHUP].contains(signal) else { return }
    if mode == .stopping {
      // Asked twice: no more patience.
      patience = .now
      for unit in units { unit.child?.signal(SIGKILL) }
      return
    }
    console.say(console.dim("stopping"))
    stop()
  }

  /// Starts to take everything down.
  mutating func stop() {
    if mode == .stopping { return }
    mode = .stopping
    patience = .now + .seconds(2)
    for index in jobs.indices {
      if case .running(let child) = jobs[index].state { child.signal(SIGTERM) }
    }
    pageJob?.signal(SIGTERM)
    endTrial()
  }

  private mutating func end() {
    console.show("")
    if let child = page.child {
      // The end of its input ends it.
      if let input = child.input { closeDescriptor(input) }
      let limit = ContinuousClock.now + .milliseconds(500)
      while child.status() == nil {
        if ContinuousClock.now > limit { child.signal(SIGKILL) }
        usleep(5000)
      }
      unfollow(child)
    }
    if let pageJob {
      pageJob.signal(SIGKILL)
      while pageJob.status() == nil { usleep(1000) }
      unfollow(pageJob)
    }
    // What left its group, as servers do that put themselves into the background.
    Leftovers.kill(marked: state.mark)
    logs.close()
    folder.forgetState()
  }

  private mutating func writeState() {
    stateIsStale = false
    state.others =
      others.map { RunState.Process(pid: $0.child.pid, birth: $0.child.birth) }
      + jobs.compactMap {
        if case .running(let child) = $0.state {
          RunState.Process(pid: child.pid, birth: child.birth)
        } else {
          nil
        }
      }
    for child in [page.child, pageJob].compactMap(\.self) {
      state.others.append(RunState.Process(pid: child.pid, birth: child.birth))
    }
    state.entries = units.map { unit in
      RunState.Entry(
        name: unit.name,
        kind: unit.recipe.kind.rawValue,
        state: unit.state.rawValue,
        port: unit.recipe.port ?? 0,
        process: unit.child.map { RunState.Process(pid: $0.pid, birth: $0.birth) },
        container: unit.recipe.container
      )
    }
    // Without it the run goes on; only cleaning up after a kill is worse.
    do { try folder.write(state) } catch {
      if !stateIsLost { console.say(console.dim("note: \(error.message)")) }
      stateIsLost = true
    }
  }
}

extension Recipe {
  /// The builds that it needs.
  fileprivate var builds: [Build] {
    steps.compactMap { if case .build(let build) = $0 { build } else { nil } }
  }
}
