import InfraContract
import InfraKit

extension VercelSetup {
  /// The variables that can be set before the first deploy.
  var variableSteps: [SetupStep] {
    let due = project.variables.filter { $0.kind != .late }
    if due.isEmpty { return [] }
    var blocks: [SetupStep.Block] = [table(due)]
    blocks += due.compactMap(explanation).map { .text($0) }
    // What asks for a value stands alone: it would take the next line of a pasted block for it.
    let commands = due.map(command)
    blocks.append(.commands([choose] + commands.filter(Self.isAutomatic)))
    blocks += commands.filter { !Self.isAutomatic($0) }.map { .commands([$0]) }
    return [
      SetupStep(
        .secrets,
        "Vercel: set the variables of \(place)",
        blocks,
        check: check(due)
      )
    ]
  }

  /// The variables that are known only once something else runs.
  var lateSteps: [SetupStep] {
    project.variables.filter { $0.kind == .late }.map { variable in
      var blocks: [SetupStep.Block] = [table([variable])]
      blocks += variable.questions.map { .text(finding($0.reference, $0.words)) }
      blocks += [explanation(variable)].compactMap(\.self).map { .text($0) }
      blocks.append(
        .text("A variable reaches new deployments only, so deploy again at the end.")
      )
      blocks += [.commands([choose]), .commands([command(variable)]), .commands([deploy])]
      return SetupStep(
        .lateValues,
        "Vercel: set \(variable.name) of \(place)",
        blocks,
        check: check([variable])
      )
    }
  }

  private func table(_ variables: [VercelVariable]) -> SetupStep.Block {
    .table(
      ["Name", "Kind", "Environment", "Value"],
      variables.map { variable in
        let value = variable.isBare && variable.text == nil ? words(variable) : code(variable)
        return [
          "`\(variable.name)`", variable.isSensitive ? "sensitive" : "plain",
          project.environment.title, value,
        ]
      }
    )
  }

  private func code(_ variable: VercelVariable) -> String {
    let text = variable.template
    if text.isEmpty { return "empty" }
    return text.contains("`") || text.contains("\n") ? "see the command" : "`\(text)`"
  }

  private func words(_ variable: VercelVariable) -> String {
    if let secret = variable.secrets.first {
      switch secret.origin {
      case .generated(let bytes): return "\(bytes) random bytes"
      case .provided(let source): return "from \(source)"
      }
    }
    return variable.questions.first.map { "the \($0.reference.words)" } ?? ""
  }

  /// What a person has to know before running the command; nil where there is nothing.
  private func explanation(_ variable: VercelVariable) -> String? {
    var sentences: [String] = []
    if !variable.isBare && variable.text == nil {
      sentences.append("Fill in the names in angle brackets.")
    }
    for secret in variable.secrets {
      let readers = others(reading: secret)
      if !readers.isEmpty {
        sentences.append(
          "Secret `\(secret.name)` has the value that \(readers.joined(separator: " and ")) "
            + (readers.count == 1 ? "has." : "have.")
        )
      }
    }
    if sentences.isEmpty { return nil }
    return "`\(variable.name)`: " + sentences.joined(separator: " ")
  }

  /// Other resources of the deployment that read a secret.
  private func others(reading secret: Secret) -> [String] {
    part.application.configured.compactMap { resource in
      guard resource.id != project.id else { return nil }
      let values = part.variables(of: resource).map(\.value)
      return values.contains { $0.secrets.contains(secret) } ? resource.id.title : nil
    }
  }

  /// The command that sets a variable.
  ///
  /// A value that is known comes from standard input, without a newline at its end; any other is
  /// asked for, so that it is in no shell's history
  /// (vercel.com/kb/guide/how-to-add-vercel-environment-variables, 2026-10-21).
  private func command(_ variable: VercelVariable) -> String {
    let add = "vercel env add \(variable.name) \(project.environment.arguments)"
    if let text = variable.text, !text.isEmpty {
      return "printf '%s' \(Command.quoted(text)) | \(add)"
    }
    let sensitive = variable.isSensitive ? add + " --sensitive" : add
    if variable.isBare, let secret = variable.secrets.first, others(reading: secret).isEmpty,
      case .generated(let bytes) = secret.origin
    {
      return "openssl rand -base64 \(bytes) | tr -d '\\n' | \(sensitive)"
    }
    return sensitive
  }

  private static func isAutomatic(_ command: String) -> Bool { !command.hasPrefix("vercel env") }

  private func finding(_ reference: Reference, _ words: String) -> String {
    let place =
      switch part.provider(reference)?.whereabouts {
      case .elsewhere(let platform): " on \(platform.title)"
      case .here: " on Vercel"
      case nil: ""
      }
    return "Wanted is \(words). The page of \(reference.resource)\(place) shows it once that runs."
  }

  private func check(_ variables: [VercelVariable]) -> String {
    let names = variables.map { "`\($0.name)`" }.joined(separator: ", ")
    return "`vercel env ls \(project.environment.arguments)` lists \(names)."
  }
}
