import ArgumentParser
import InfraDisk

/// What happened on the disk, for people.
struct DiskText {
  private let report: DiskReport
  private let colour: Bool

  init(_ report: DiskReport, colour: Bool) {
    self.report = report
    self.colour = colour
  }

  /// A line per file, and how many there are of each kind.
  func summary(dryRun: Bool) -> String {
    var text = ""
    for change in report.files { text += "\(word(change.kind))  \(change.path)\n" }
    if !report.refused.isEmpty {
      text += "Nothing was written.\n"
    } else if dryRun {
      text += "Nothing was written: this was a dry run.\n"
    }
    return text
  }

  /// Every refused file with the reason, the ways out and the first lines of the difference.
  var refusals: String {
    var text = ""
    for change in report.refused {
      guard let problem = change.problem else { continue }
      let place = problem.place.map { "\($0): " } ?? ""
      text += "\(place)\(Paint.red("error:", colour)) \(problem.message)\n"
      text += "  help: \(problem.help)\n"
      text += coloured(change.diff(maximumLines: 30))
    }
    return text
  }

  /// Every file that is not as described, with its difference.
  var drift: String {
    var text = ""
    for drift in report.drift {
      let line = drift.change.firstDifferingLine.map { ":\($0)" } ?? ""
      text += "\(Paint.yellow(drift.kind.rawValue, colour)): \(drift.change.path)\(line)\n"
      text += coloured(drift.change.diff(maximumLines: 200))
    }
    return text
  }

  /// What to do about files that are not as described.
  var mend: String {
    let isEdited = report.drift.contains { $0.change.refusal != nil }
    let generate = "Run 'swift run infra generate' and commit the result.\n"
    return isEdited
      ? "Bytes that infra did not write are in the way: move them into the description, or run "
        + "'swift run infra generate --force' to lose them.\n" : generate
  }

  private func word(_ kind: Change.Kind) -> String {
    let word = kind.rawValue + String(repeating: " ", count: 9 - kind.rawValue.count)
    return switch kind {
    case .created: Paint.green(word, colour)
    case .updated: Paint.yellow(word, colour)
    case .unchanged: Paint.dim(word, colour)
    case .removed, .refused: Paint.red(word, colour)
    }
  }

  private func coloured(_ diff: String) -> String {
    guard colour else { return diff }
    return diff.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      switch line.first {
      case "+": Paint.green(String(line), true)
      case "-": Paint.red(String(line), true)
      default: String(line)
      }
    }.joined(separator: "\n")
  }
}

extension Failure {
  /// The value of a body, with problems of the disk as a failure that a person can read.
  static func translating<Result>(
    _ body: () throws(DiskError) -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      throw Failure(
        faults: error.problems.map {
          Failure.Fault(place: $0.place, message: $0.message, help: $0.help)
        },
        exitCode: ExitCode(1)
      )
    }
  }
}
