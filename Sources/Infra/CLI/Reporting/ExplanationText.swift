import InfraContract
import InfraKit
import InfraViews

/// Where variables come from, for people.
struct ExplanationText {
  private let explanation: Explanation
  private let variables: [ExplainedVariable]
  private let colour: Bool

  init(_ explanation: Explanation, _ variables: [ExplainedVariable], colour: Bool) {
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

  private func paragraph(_ explained: ExplainedVariable) -> String {
    let variable = explained.variable
    var text = Paint.bold(variable.name, colour)
    if let presence = variable.presence { text += "  \(Paint.dim(presence, colour))" }
    text += "\n"
    if let purpose = variable.purpose { text += "  \(purpose)\n" }
    let rows = rows(explained)
    let width = rows.map { $0.name.count }.max() ?? 0
    for row in rows {
      let space = String(repeating: " ", count: width - row.name.count)
      text += "  \(Paint.dim(row.name, colour))\(space)  \(row.words)\n"
    }
    return text
  }

  private func rows(_ explained: ExplainedVariable) -> [(name: String, words: String)] {
    let variable = explained.variable
    var rows: [(name: String, words: String)] = []
    if let value = variable.value { rows.append(("value", value)) }
    rows.append(("from", origin(of: variable)))
    if let site = variable.site {
      rows.append((variable.place.rawValue, site.description))
    }
    if let near = explained.near { rows.append(("set near", near.words)) }
    let names = variable.deliveries.map { delivery in
      let isAlone = variable.deliveries.count == 1
      return isAlone ? delivery.platform : "\(delivery.deployment), \(delivery.platform)"
    }
    for (name, delivery) in zip(names, variable.deliveries) {
      let words = delivery.form == "absent" ? "not set" : "\(delivery.form): \(delivery.text)"
      rows.append((name, words))
      if let edited = delivery.edited {
        let place = edited.isExact ? "edited at" : "edited near"
        rows.append((place, "\(edited.site), without which it is \(edited.before)"))
      }
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

/// A variable with the overlay that most likely set it.
struct ExplainedVariable {
  let variable: Explanation.Variable
  let near: NearLine?
}
