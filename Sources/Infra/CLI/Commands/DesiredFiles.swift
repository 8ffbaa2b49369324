import InfraContract
import InfraDisk
import InfraKit

/// The files of some environments as the disk takes them.
struct DesiredFiles {
  /// The files by environment.
  let environments: [EnvironmentFiles]

  private let sheets: [(environment: String, path: String)]

  /// Takes the files of a generation, or of one deployment of each environment.
  init(_ generation: Generation, deployment: String?) throws {
    var environments: [EnvironmentFiles] = []
    var sheets: [(String, String)] = []
    if let deployment {
      let names = generation.environments.flatMap(\.deployments).map(\.plan.deployment.name)
      if !names.contains(deployment) {
        throw Failure.usage(
          "there is no deployment '\(deployment)' in "
            + generation.environments.map { "'\($0.name)'" }.joined(separator: ", "),
          help: Suggestion.text(for: deployment, among: names, called: "deployments")
        )
      }
    }
    for output in generation.environments {
      var files: [DesiredFile] = []
      var others: [String] = []
      for part in output.deployments {
        let isWanted = deployment.map { $0 == part.plan.deployment.name } ?? true
        for file in part.files {
          guard isWanted else {
            others.append(file.path)
            continue
          }
          files.append(
            DesiredFile(path: file.path, text: file.contents, place: file.site.description)
          )
          if file.path.hasSuffix("/" + SetupSheet.fileName) {
            sheets.append((output.name, file.path))
          }
        }
      }
      if files.isEmpty && !others.isEmpty { continue }
      environments.append(EnvironmentFiles(output.name, files: files, leaving: others))
    }
    self.environments = environments
    self.sheets = sheets
  }

  /// What a person does next.
  var nextSteps: String {
    if sheets.isEmpty { return "" }
    var text = "\nNext: review the diff, commit it, and follow\n"
    for sheet in sheets { text += "  \(sheet.path)\n" }
    return text
  }
}
