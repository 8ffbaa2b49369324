/// Every variable and build argument has a name that a shell and every platform can set.
struct LegalVariableNames: SettingRule {
  static let rule = Rule(
    "model/legal-variable-names",
    .error,
    "Names of variables are \(VariableName.expectation)."
  )

  static let isStructural = true

  init(_ application: Application) {}

  func check(_ setting: Setting, _ findings: inout Findings) {
    if case .header = setting.place { return }
    guard let fault = VariableName.fault(setting.name) else { return }
    let what = if case .argument = setting.place { "build argument" } else { "variable" }
    findings.report(
      Self.rule,
      "the name of \(what) \(Wording.quote(setting.name)) of \(setting.owner) \(fault); names of "
        + "variables are \(VariableName.expectation)",
      help: "call it '\(VariableName.legal(setting.name))'",
      at: setting.site,
      about: setting.reader
    )
  }
}
