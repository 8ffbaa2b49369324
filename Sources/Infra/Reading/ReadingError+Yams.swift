import Yams

extension ReadingError {
  /// Says what Yams found in one line of ours; its own text repeats the whole file.
  init(_ error: YamlError, limits: ReadingLimits) {
    switch error {
    case .scanner(_, let problem, let mark, _) where problem.contains("nesting level"),
      .parser(_, let problem, let mark, _) where problem.contains("nesting level"):
      // libYAML stops at its own limit, which is far above ours.
      self.init("nested deeper than \(limits.depth) levels", line: mark.line)
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let place = context.map { " \($0.text), which begins in line \($0.mark.line)" } ?? ""
      self.init("not valid YAML: \(problem)\(place)", line: mark.line)
    case .composer(_, let problem, let mark, _):
      let isSecond = problem.contains("another document")
      self.init(isSecond ? "more than one document" : "not valid YAML: \(problem)", line: mark.line)
    case .reader(let problem, _, let value, _):
      let character = value > 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
      self.init("not valid YAML: \(problem)\(character)", line: nil)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      let subject = keys.count == 1 ? "the key \(names) occurs" : "the keys \(names) occur"
      self.init("\(subject) twice in one map", line: context.mark.line)
    case .memory:
      self.init("nested deeper than \(limits.depth) levels, or out of memory", line: nil)
    default: self.init("not valid YAML", line: nil)
    }
  }
}
