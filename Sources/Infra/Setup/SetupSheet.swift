import InfraContract

/// The setup sheet of a deployment, as Markdown: every step that no manifest can express, in order.
package struct SetupSheet: Sendable {
  /// The name of the file in a deployment's directory.
  package static let fileName = "SETUP.md"

  /// The name of the environment.
  package let environment: String

  /// The name of the deployment; nil where the environment has only one.
  package let deployment: String?

  /// The file that describes the environment.
  package let source: String

  /// The steps of all targets, in the order of the targets.
  package let steps: [SetupStep]

  /// Gathers the steps of a deployment.
  package init(environment: String, deployment: String?, source: String, steps: [SetupStep]) {
    self.environment = environment
    self.deployment = deployment
    self.source = source
    self.steps = steps
  }

  /// The sheet as Markdown with one final newline.
  package var markdown: String {
    var text = "# Setting up \(environment)"
    if let deployment { text += ", deployment \(deployment)" }
    text += "\n\n"
    text += "Made from `\(source)` by `swift run infra generate \(environment)`. It lists what the "
    text += "manifests cannot say,\nin the order in which to do it. It names secrets and never "
    text += "holds a value.\n"
    for phase in SetupStep.Phase.allCases {
      let due = steps.filter { $0.phase == phase }
      if due.isEmpty { continue }
      text += "\n## \(phase.title)\n"
      for step in due {
        text += "\n### \(step.title)\n"
        for block in step.blocks { text += "\n" + Self.markdown(block) }
        text += "\nCheck: \(step.check)\n"
      }
    }
    return text
  }

  private static func markdown(_ block: SetupStep.Block) -> String {
    switch block {
    case .text(let paragraph):
      return paragraph + "\n"
    case .commands(let lines):
      // A longer fence than any run of backticks inside keeps the block closed where it should be.
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: lines) + 1))
      return "\(fence)sh\n" + lines.joined(separator: "\n") + "\n\(fence)\n"
    case .list(let items):
      return items.map { "- \($0)\n" }.joined()
    case .table(let headings, let rows):
      var text = ""
      // A row is about as wide as a page.
      text.reserveCapacity(128 * (rows.count + 2))
      for cells in [headings, headings.map { _ in "---" }] + rows {
        for cell in cells.prefix(headings.count) {
          text += "| "
          text += Self.cell(cell)
          text += " "
        }
        text += "|\n"
      }
      return text
    }
  }

  /// A bar would end its cell; few cells have any.
  private static func cell(_ text: String) -> String {
    if !text.withBytes({ $0.contains(UInt8(ascii: "|")) }) { return text }
    return text.split(separator: "|").joined(separator: "\\|")
  }

  private static func longestRun(of character: Character, in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for found in line {
        run = found == character ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }
}
