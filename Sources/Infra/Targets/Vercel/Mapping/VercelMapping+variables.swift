import InfraContract
import InfraKit

extension VercelMapping {
  /// The variables of a resource, with findings about those that Vercel cannot have.
  mutating func variables(
    of resource: some Configured,
    _ project: VercelProject,
    besides given: [Variables.Entry] = []
  ) -> [VercelVariable] {
    let entries = given + part.variables(of: resource)
    for entry in entries { examine(entry, of: resource) }
    if !entries.isEmpty {
      findings.report(
        VercelRules.variablesInProject,
        "\(resource.id.title) reads \(entries.count) "
          + (entries.count == 1 ? "variable, which is" : "variables, which are")
          + " set in Vercel project '\(project.name)' and in no file",
        help: "run the commands of the setup sheet",
        at: resource.site,
        about: resource.id
      )
    }
    return entries.map { entry in
      VercelVariable(
        name: entry.name,
        pieces: pieces(of: entry.value),
        site: entry.site ?? resource.site
      )
    }
  }

  private mutating func examine(_ entry: Variables.Entry, of resource: some Configured) {
    for piece in pieces(of: entry.value) {
      switch piece {
      case .text, .secret: break
      case .unsupported(let reference, let reason):
        findings.report(
          VercelRules.knownReferences,
          "variable '\(entry.name)' of \(resource.id.title) asks for the \(reference.words), which "
            + "Vercel cannot give: \(reason)",
          help: "ask for a public property, such as its origin",
          at: entry.site ?? resource.site,
          about: resource.id
        )
      case .asked(let reference, _):
        findings.report(
          VercelRules.lateValues,
          "variable '\(entry.name)' of \(resource.id.title) needs the \(reference.words), which is "
            + "known only once that runs",
          help: "give \(reference.resource) a domain, or follow the setup sheet",
          at: entry.site ?? resource.site,
          about: resource.id
        )
      }
    }
  }

  /// The pieces of a value, with everything that is known put in.
  func pieces(of value: Value) -> [VercelVariable.Piece] {
    var pieces: [VercelVariable.Piece] = []
    for part in value.parts {
      let piece: VercelVariable.Piece =
        switch part {
        case .literal(let text): .text(text)
        case .secret(let secret): .secret(secret)
        case .reference(let reference): self.piece(of: reference)
        }
      if case .text(let text) = piece, case .text(let before)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  private func piece(of reference: Reference) -> VercelVariable.Piece {
    let provider = part.provider(reference)
    let outcome = VercelReferences.outcome(
      of: reference.property,
      kind: reference.kind,
      here: provider?.whereabouts == .here,
      domain: provider?.domain != nil
    )
    switch outcome {
    case .literal:
      let domain = provider?.domain
      let text = reference.property == .origin ? domain?.origin : domain?.name
      return .text(text ?? "")
    case .asked(let words): return .asked(reference, words)
    case .vendor(let words), .unsupported(let words): return .unsupported(reference, words)
    }
  }
}
