import InfraKit

/// The steps of a rollback on one platform, by when their turn is.
struct RollbackSteps {
  /// Pushes stop deploying.
  var pushes: [Step] = []
  /// Workers stop, so that two versions never work through one queue.
  var stops: [Step] = []
  /// Databases are restored; only where that was asked for.
  var data: [Step] = []
  /// Sites go back first: a newer site may ask an older service for what it has not got.
  var sites: [Step] = []
  /// Services go back.
  var services: [Step] = []
  /// Workers go back and run again.
  var workers: [Step] = []

  /// Adds a part's way back where its turn is.
  mutating func add(_ steps: [Step], for role: RollbackSubject.Part.Role) {
    switch role {
    case .site: sites += steps
    case .service: services += steps
    case .worker: workers += steps
    }
  }

  /// All steps of several platforms, in order.
  static func ordered(_ all: [RollbackSteps]) -> [Step] {
    let turns: [(RollbackSteps) -> [Step]] = [
      \.pushes, \.stops, \.data, \.sites, \.services, \.workers,
    ]
    return turns.flatMap { turn in all.flatMap(turn) }
  }
}

/// What all platforms' steps go by.
struct RollbackContext {
  let subject: RollbackSubject
  let place: RollbackSubject.Place
  let target: RollbackRelease
  let leaving: RollbackRelease?
  let restores: Bool
  let facts: RollbackFacts
  let clients: RollbackClients

  /// The way of a part; what nobody was asked about is for a person.
  func way(_ part: RollbackSubject.Part) -> RollbackFacts.Way {
    facts[place.platform.name, part.name] ?? RollbackFacts.Way(.person, "")
  }

  /// The name of a step in the journal.
  func id(_ part: RollbackSubject.Part, _ what: String) -> String {
    "\(place.platform.name)/\(part.name)/\(what)"
  }

  /// How to see that a part is well, where the description knows an address of it.
  func health(_ part: RollbackSubject.Part) -> String {
    part.health.map { "; curl -fsS \($0) answers" } ?? ""
  }

  /// The reason for a way, where it is known.
  func notes(_ part: RollbackSubject.Part, _ more: [String] = []) -> [String] {
    let reason = way(part).reason
    return (reason.isEmpty ? [] : [reason]) + more
  }

  /// The word for a part in titles.
  func word(_ part: RollbackSubject.Part) -> String {
    switch part.role {
    case .service: "service"
    case .worker: part.isScheduled ? "cron job" : "worker"
    case .site: "site"
    }
  }

  /// A short form of the commit.
  var commit: String { String(target.commit.prefix(12)) }
}
