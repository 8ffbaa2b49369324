import InfraKit

/// How one resource is brought up: step by step, the last of which stays.
struct Recipe: Sendable {
  /// What a page and a person call the kind.
  enum Kind: String, Sendable {
    case service, worker, site, job, database, cache
  }

  /// The resource.
  let id: ResourceID
  /// The kind.
  let kind: Kind
  /// The steps, in order.
  var steps: [Step]
  /// The port that it listens on.
  var port: Int?
  /// Where it is reached.
  var address: String?
  /// How it is told to end.
  var ending = Ending.signal(terminate)
  /// How long it may take to end.
  var grace = Duration.seconds(10)
  /// The command that runs it, as a person would type it.
  var command = ""
  /// The resources that it waits for.
  var dependsOn: [String] = []
  /// The resources that its variables mention.
  var references: [String] = []
  /// The container, where it runs in one.
  var container: String?
  /// What tries it once everything is ready.
  var smoke: OneShot?
  /// A remark for the last line of starting, such as `Postgres 15`.
  var remark: String?

  /// The name.
  var name: String { id.name }

  /// Whether others may have to wait for its release command.
  var hasRelease: Bool {
    steps.contains { if case .run(let task) = $0 { task.purpose == .release } else { false } }
  }

  private static let terminate: Int32 = 15
}

/// One step of bringing something up.
enum Step: Sendable {
  /// A build, which several resources may share.
  case build(Build)
  /// What others must have done.
  case wait([StartOrder.Wait])
  /// A program that must end with 0.
  case run(OneShot)
  /// A program that stays.
  case serve(Program, Check)
}

/// A program with all that it starts with.
struct Program: Sendable, Hashable {
  /// The program and its arguments.
  var arguments: [String]
  /// The absolute path of the folder that it runs in.
  var folder: String
  /// Variables besides those of the shell.
  var variables: [String] = []
}

/// A build: equal ones are made once.
struct Build: Sendable, Hashable {
  /// The command.
  let program: Program
  /// The command as a person would type it.
  let title: String
}

/// A program that is run once.
struct OneShot: Sendable {
  /// What it is for.
  enum Purpose: String, Sendable {
    /// It prepares data or fetches an image.
    case prepare
    /// It is the release command.
    case release
    /// It tries what runs.
    case smoke
  }

  /// What it is for.
  let purpose: Purpose
  /// What it does, in a few words.
  let title: String
  /// The program.
  let program: Program
  /// A file that is removed when it has ended.
  var temporary: String?
}

/// How it is found out whether something is ready and well.
struct Check: Sendable {
  /// What is asked.
  enum Question: Sendable {
    /// A path answers with a status of a range.
    case http(port: Int, path: String, ClosedRange<Int>)
    /// A port accepts connections.
    case listens(port: Int)
    /// A Postgres server takes a login.
    case postgres(port: Int, user: String, database: String)
    /// A key-value store answers PING.
    case redis(port: Int)
    /// A program ends with 0.
    case program(Program)
    /// It is still there after a moment.
    case lasts(Duration)
  }

  /// What is asked.
  let question: Question
  /// The pause between two checks of what is ready.
  var interval = Duration.seconds(10)
  /// How long one check may take.
  var timeout = Duration.seconds(5)
  /// How many failures in a row make it unhealthy.
  var retries = 3
  /// How long it may take to become ready.
  var limit = Duration.seconds(60)
}

/// How something is told to end.
enum Ending: Sendable {
  /// A signal to it and all that it started.
  case signal(Int32)
  /// A program that ends it.
  case program(Program)
}
