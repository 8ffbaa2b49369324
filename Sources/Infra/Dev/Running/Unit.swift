/// One resource while it is brought up, runs and ends.
struct Unit {
  /// What a person is told about it.
  enum State: String, Sendable {
    case waiting, building, releasing, starting, healthy, unhealthy, restarting, exited, stopped
  }

  /// What it is doing.
  enum Phase {
    /// A step is about to begin.
    case next
    /// A program runs that must end with 0.
    case running(Child, OneShot)
    /// Its program runs.
    case serving(Child)
    /// It is started again at a time.
    case pausing(ContinuousClock.Instant)
    /// It was told to end; what is left of its group then is killed.
    case ending(Child, until: ContinuousClock.Instant)
    /// It does nothing any more.
    case over
  }

  /// How it is brought up.
  var recipe: Recipe
  /// The step that it is at.
  var step = 0
  /// What it is doing.
  var phase = Phase.next {
    didSet {
      // Each program that is started has an end of its own.
      switch phase {
      case .running, .serving: isReaped = false
      case .ending, .next, .pausing, .over: break
      }
    }
  }

  /// What a person is told.
  private(set) var state = State.waiting
  /// A few words more.
  private(set) var detail = ""
  /// Since when, in seconds since 1970.
  private(set) var since = WallClock.seconds

  /// When its program was started.
  var started = ContinuousClock.now
  /// When it became ready for the first time.
  var firstReady: ContinuousClock.Instant?
  /// Whether its release command has succeeded, or it has none.
  var isReleased = false
  /// What each step took, as a person reads it.
  var spans: [(name: String, from: ContinuousClock.Instant, to: ContinuousClock.Instant)] = []
  /// When the step began.
  var stepBegan = ContinuousClock.now

  /// The attempt at finding out whether it is ready.
  var probe: Probe?
  /// The program that finds it out.
  var probeChild: (child: Child, deadline: ContinuousClock.Instant)?
  /// When the next attempt begins.
  var nextProbe = ContinuousClock.now
  /// How long the pause before the next attempt is while it starts.
  var pause = Duration.milliseconds(20)
  /// Which of the two addresses the next attempt goes to.
  var asksIPv6 = false
  /// Whether the attempt at the other address has failed too.
  var failures = 0
  /// What the last attempt found.
  var complaint = ""
  /// How often in a row its program has ended by itself.
  var crashes = 0
  /// Whether the end of its program was noticed.
  var isReaped = false
  /// Whether it had to be killed.
  var isKilled = false
  /// The step at which it begins again once it has ended; nil where it stays away.
  var restartsAt: Int?

  init(_ recipe: Recipe) {
    self.recipe = recipe
    isReleased = !recipe.hasRelease
  }

  /// The name.
  var name: String { recipe.name }

  /// Whether nothing of it is left to do.
  var isOver: Bool { if case .over = phase { true } else { false } }

  /// Whether it ends, or has ended.
  var isEnding: Bool {
    switch phase {
    case .ending, .over: true
    case .next, .running, .serving, .pausing: false
    }
  }

  /// Whether it is ready now.
  var isReady: Bool { state == .healthy }

  /// The process that runs, whatever for.
  var child: Child? {
    switch phase {
    case .running(let child, _), .serving(let child): child
    case .ending(let child, _): child
    case .next, .pausing, .over: nil
    }
  }

  /// Changes what a person is told; answers whether that is news.
  mutating func become(_ state: State, _ detail: String = "") -> Bool {
    if self.state == state, self.detail == detail { return false }
    if self.state != state { since = WallClock.seconds }
    self.state = state
    self.detail = detail
    return true
  }

  /// Ends the attempt at finding out whether it is ready.
  mutating func stopAsking() {
    probe?.end()
    probe = nil
    if let (child, _) = probeChild {
      child.signal(9)
      while child.status() == nil {}
      child.closeStreams()
    }
    probeChild = nil
  }

  /// Goes to the next step, and remembers what the last one took.
  mutating func goOn(_ name: String) {
    spans.append((name, stepBegan, .now))
    step += 1
    phase = .next
    stepBegan = .now
  }
}

/// A build, which several resources may wait for.
struct BuildJob {
  enum State {
    case due
    case running(Child)
    case done
    case failed
  }

  /// The build.
  let build: Build
  /// The resources that need it.
  let readers: [String]
  /// How far it is.
  var state = State.due
  /// When it was started.
  var began = ContinuousClock.now
  /// Whether it is made again, since a file changed.
  var isAgain = false

  /// Whether it failed.
  var isFailed: Bool { if case .failed = state { true } else { false } }
}
