import InfraContract
import InfraKit
import InfraViews

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
    let near: NearRecord?
    let targets: [TargetRecord]?
  }

  struct TargetRecord: Encodable {
    let deployment: String
    let platform: String
    let form: String
    let text: String?
    let edited: EditRecord?
  }

  struct NearRecord: Encodable {
    let file: String
    let line: Int
    let text: String
  }

  struct EditRecord: Encodable {
    let file: String
    let line: Int
    let isExact: Bool
    let before: String
  }

  init(_ explanation: Explanation, _ variables: [ExplainedVariable]) {
    environment = explanation.environment
    kind = explanation.resource.kind.title
    name = explanation.resource.name
    file = explanation.site.file.description
    line = Int(explanation.site.line)
    self.variables = variables.map { explained in
      let variable = explained.variable
      return VariableRecord(
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
        near: explained.near.map { NearRecord(file: $0.file, line: $0.line, text: $0.text) },
        targets: variable.deliveries.map {
          TargetRecord(
            deployment: $0.deployment,
            platform: $0.platform,
            form: $0.form,
            text: $0.text.isEmpty ? nil : $0.text,
            edited: $0.edited.map {
              EditRecord(
                file: $0.site.file.description,
                line: Int($0.site.line),
                isExact: $0.isExact,
                before: $0.before
              )
            }
          )
        }
      )
    }
  }
}
