import ArgumentParser

/// How `validate` and `check` print their findings.
enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// For people.
  case text
  /// For programs.
  case json
  /// For code scanners: SARIF 2.1.0.
  case sarif
  /// For GitHub Actions, which shows each finding at its line of a pull request.
  case github
}

/// The option of commands that report findings.
struct ReportFormatOption: ParsableArguments {
  @Option(name: .long, help: "How to print the findings.")
  var format: ReportFormat = .text
}
