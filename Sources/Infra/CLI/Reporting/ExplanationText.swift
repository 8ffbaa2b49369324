import InfraContract
import InfraKit
import InfraViews

/// Where variables come from, for people.
struct ExplanationText {
  private let explanation: Explanation
  private let variables: [Explanation.Variable]
  private let colour: Bool

  init(_ explanation: Explanation, _ variables: [Explanation.Variable], colour: Bool) {
    self.explanation = explanation
    self.variables = variables
    self.colour = colour
  }

  var text: String {
    var text = Paint.bold("\(explanation.resource.title) in \(explanation.environment)", colour)
    text += "  \(Paint.dim(explanation.site.description, colour))\n"
    if variables.isEmpty { return text + "\nIt reads no variables.\n" }
    for variable in variables { text += "\n" + paragraph(variable) }
    return text
  }

  private func paragraph(_ variable: Explanation.Variable) -> String {
    var text = Paint.bold(variable.name, colour)
    if let presence = variable.presence { text += "  \(Paint.dim(presence, colour))" }
    text += "\n"
    if let purpose = variable.purpose { text += "  \(purpose)\n" }
    let rows = rows(variable)
    let width = rows.map { $0.name.count }.max() ?? 0
    for row in rows {
      let space = String(repeating: " ", count: width - row.name.count)
      text += "  \(Paint.dim(row.name, colour))\(space)  \(row.words)\n"
    }
    return text
  }

  private func rows(_ variable: Explanation.Variable) -> [(name: String, words: String)] {
    var rows: [(name: String, words: String)] = []
    if let value = variable.value { rows.append(("value", value)) }
    rows.append(("from", origin(of: variable)))
    if let site = variable.site {
      rows.append((variable.place.rawValue, site.description))
    }
    let names = variable.deliveries.map { delivery in
      let isAlone = variable.deliveries.count == 1
      return isAlone ? delivery.platform : "\(delivery.deployment), \(delivery.platform)"
    }
    for (name, delivery) in zip(names, variable.deliveries) {
      let words = delivery.form == "absent" ? "not set" : "\(delivery.form): \(delivery.text)"
      rows.append((name, words))
    }
    return rows
  }

  private func origin(of variable: Explanation.Variable) -> String {
    let words =
      switch variable.origin {
      case .literal: "the description"
      case .reference: "a reference"
      case .secret, .composed: variable.remark ?? "references and text"
      case .contractDefault: "the program's default: \(variable.remark ?? "")"
      case .platform: "the platform sets it"
      case .target: "the target adds it"
      case .unset: "nothing: the program works without it"
      }
    return variable.shared.map { "shared set '\($0)': \(words)" } ?? words
  }
}

/// Where variables come from, as data.
struct ExplanationRecord: Encodable {
  let environment: String
  let kind: String
  let name: String
  let file: String
  let line: Int
  let variables: [VariableRecord]?

  struct VariableRecord: Encodable {
    let name: String
    let purpose: String?
    let presence: String?
    let origin: String
    let value: String?
    let remark: String?
    let shared: String?
    let file: String?
    let line: Int?
    let place: String?
    let targets: [TargetRecord]?
  }

  struct TargetRecord: Encodable {
    let deployment: String
    let platform: String
    let form: String
    let text: String?
  }

  init(_ explanation: Explanation, _ variables: [Explanation.Variable]) {
    environment = explanation.environment
    kind = explanation.resource.kind.title
    name = explanation.resource.name
    file = explanation.site.file.description
    line = Int(explanation.site.line)
    self.variables = variables.map { variable in
      VariableRecord(
        name: variable.name,
        purpose: variable.purpose,
        presence: variable.presence,
        origin: variable.origin.rawValue,
        value: variable.value,
        remark: variable.remark,
        shared: variable.shared,
        file: variable.site?.file.description,
        line: variable.site.map { Int($0.line) },
        place: variable.site.map { _ in variable.place.rawValue },
        targets: variable.deliveries.map {
          TargetRecord(
            deployment: $0.deployment,
            platform: $0.platform,
            form: $0.form,
            text: $0.text.isEmpty ? nil : $0.text
          )
        }
      )
    }
  }
}
