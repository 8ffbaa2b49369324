#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a run has started, kept on the disk so that a later one can clean up after it.
package struct RunState: Sendable, Hashable {
  /// A process that may have to be ended.
  package struct Process: Sendable, Hashable {
    /// The process, and with it its group.
    package var pid: Int32
    /// When it was started.
    package var birth: String
  }

  /// A resource as it was last seen.
  package struct Entry: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The kind, such as `service`.
    package var kind: String
    /// The state, such as `healthy`.
    package var state: String
    /// The port; 0 for none.
    package var port: Int
    /// The process, while one runs.
    package var process: Process?
    /// The container, where it runs in one.
    package var container: String?
  }

  /// The variable that marks every process of the run.
  package var mark: String
  /// `infra dev` itself.
  package var supervisor: Process
  /// The program of the container engine, where one is used.
  package var engine: String?
  /// Processes besides those of resources, such as builds.
  package var others: [Process] = []
  /// The resources.
  package var entries: [Entry] = []

  /// The text of the file: a line per thing, its words between tabs.
  var text: String {
    var lines = ["infra-dev\t1", "mark\t\(mark)", "supervisor\t\(Self.words(supervisor))"]
    if let engine { lines.append("engine\t\(engine)") }
    lines += others.map { "process\t\(Self.words($0))" }
    for entry in entries {
      let process = entry.process ?? Process(pid: 0, birth: "")
      lines.append(
        ["resource", entry.name, entry.kind, entry.state, "\(entry.port)", Self.words(process)]
          .joined(separator: "\t") + "\t" + (entry.container ?? "")
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ process: Process) -> String { "\(process.pid)\t\(process.birth)" }

  /// Describes a run.
  init(mark: String, supervisor: Process) {
    self.mark = mark
    self.supervisor = supervisor
  }

  /// Reads the text of a file; nil where it is not one of ours.
  package init?(_ text: String) {
    var mark: String?
    var supervisor: Process?
    var isKnown = false
    for line in text.split(separator: "\n") {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (words[0], words.count) {
      case ("infra-dev", 2): isKnown = words[1] == "1"
      case ("mark", 2): mark = words[1]
      case ("supervisor", 3): supervisor = Self.process(words[1...])
      case ("engine", 2): engine = words[1]
      case ("process", 3): if let process = Self.process(words[1...]) { others.append(process) }
      case ("resource", 8):
        entries.append(
          Entry(
            name: words[1],
            kind: words[2],
            state: words[3],
            port: Int(words[4]) ?? 0,
            process: Self.process(words[5...6]),
            container: words[7].isEmpty ? nil : words[7]
          )
        )
      default: return nil
      }
    }
    guard isKnown, let mark, let supervisor else { return nil }
    self.mark = mark
    self.supervisor = supervisor
  }

  private static func process(_ words: ArraySlice<String>) -> Process? {
    guard let first = words.first, let pid = Int32(first), pid > 1, let birth = words.last else {
      return nil
    }
    return Process(pid: pid, birth: birth)
  }
}

extension RunState.Process {
  /// Whether the very process is still there.
  package var isAlive: Bool { !birth.isEmpty && ProcessTable.birth(of: pid) == birth }
}

extension DevFolder {
  /// What the last run wrote; nil where nothing is known.
  package func readState() -> RunState? { LocalFiles.text(of: state).flatMap(RunState.init) }

  /// Writes what runs.
  func write(_ state: RunState) throws(DevProblem) {
    try LocalFiles.write(state.text, to: self.state)
  }

  /// Forgets what ran.
  func forgetState() { try? LocalFiles.remove(state) }
}
