/// The program of the page, and what it is told: one JSON object a line.
struct PageFeed {
  /// The program, while it runs.
  private(set) var child: Child?
  private var queue: [UInt8] = []
  private var answer: [UInt8] = []

  /// The address of the page, once the program has said it.
  private(set) var url: String?

  /// A page that reads slower than this loses lines of logs, rather than hold up the run.
  private static let longestQueue = 4_000_000

  /// Starts the program.
  mutating func start(_ program: Program, inheriting environment: [String]) throws(DevProblem) {
    child = try Child.start(program, inheriting: environment, withInput: true)
  }

  /// Tells the page something; what is not essential is left out when it does not keep up.
  mutating func tell(_ line: JSONLine, isEssential: Bool = true) {
    guard child != nil else { return }
    if !isEssential, queue.count > Self.longestQueue { return }
    queue += Array(line.line.utf8)
    write()
  }

  /// Whether there is something left to write.
  var isWaiting: Bool { !queue.isEmpty }

  /// Writes what fits.
  mutating func write() {
    guard let input = child?.input, !queue.isEmpty else { return }
    guard let count = Descriptor.write(queue[...], to: input) else {
      queue = []
      return
    }
    queue.removeFirst(count)
  }

  /// Takes what the program says; answers the address when it says that.
  mutating func take(_ bytes: [UInt8]) -> String? {
    guard url == nil, answer.count < 65_536 else { return nil }
    answer += bytes
    guard let end = answer.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = String(decoding: answer[..<end], as: UTF8.self)
    answer = []
    // {"url":"http://127.0.0.1:PORT/TOKEN/"}: an address that needs no escapes.
    guard let start = line.firstRange(of: "\"url\"")?.upperBound,
      let open = line[start...].firstRange(of: "\"http")
    else { return nil }
    url = String(line[line.index(after: open.lowerBound)...].prefix { $0 != "\"" })
    return url
  }

  /// Forgets the program, which has ended.
  mutating func forget() {
    if let input = child?.input { closeDescriptor(input) }
    child = nil
    queue = []
  }
}
