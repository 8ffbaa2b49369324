import InfraKit

/// The way back from one release to an earlier one: what is done, in which order, and how to see
/// after each step that it worked.
package struct RollbackPlan: Sendable {
  /// What goes back.
  package let subject: RollbackSubject
  /// The release that it leaves, where there is one.
  package let leaving: RollbackRelease?
  /// The release that it goes back to.
  package let target: RollbackRelease
  /// Whether databases are restored too.
  package let restores: Bool
  /// What the platforms said.
  package let facts: RollbackFacts
  /// The steps, in order.
  package let steps: [Step]

  /// Works the way back out; pure, but that steps hold the interfaces that they will call.
  package init(
    _ subject: RollbackSubject,
    from leaving: RollbackRelease?,
    to target: RollbackRelease,
    restores: Bool,
    facts: RollbackFacts,
    clients: RollbackClients
  ) {
    self.subject = subject
    self.leaving = leaving
    self.target = target
    self.restores = restores
    self.facts = facts
    let all = subject.places.map { place in
      let context = RollbackContext(
        subject: subject,
        place: place,
        target: target,
        leaving: leaving,
        restores: restores,
        facts: facts,
        clients: clients
      )
      switch place.platform.name {
      case "render": return RenderRollback(context: context).steps()
      case "railway": return RailwayRollback(context: context).steps()
      case "vercel": return VercelRollback(context: context).steps()
      case "compose": return ComposeRollback(context: context).steps()
      default: return RollbackSteps()
      }
    }
    steps = RollbackSteps.ordered(all).flatMap { step in
      [step, Self.health(after: step, subject, clients.health)].compactMap(\.self)
    }
  }

  /// The step that sees that a part is well once `infra` itself has put it back.
  private static func health(
    after step: Step,
    _ subject: RollbackSubject,
    _ probe: HealthProbe?
  ) -> Step? {
    guard let probe, case .call = step.action, step.id.hasSuffix("/back") else { return nil }
    for place in subject.places {
      for part in place.parts where step.id == "\(place.platform.name)/\(part.name)/back" {
        guard let address = part.health else { return nil }
        return Step(
          "\(place.platform.name)/\(part.name)/health",
          "see that \(part.name) answers at \(address)",
          commands: ["curl -fsS \(address)"],
          check: "it answers with a status below 400",
          .check(
            looks: 24,
            state: {
              guard let status = probe.status(address) else { return .underway("no answer") }
              return (200..<400).contains(status) ? .done : .underway("it answers with \(status)")
            }
          )
        )
      }
    }
    return nil
  }

  /// The tokens that would let a platform be asked, by the platform's title; none for those that
  /// were asked.
  package var missingTokens: [(platform: String, variable: String)] {
    subject.places.compactMap { place in
      let isKnown = place.parts.contains { facts[place.platform.name, $0.name] != nil }
      if isKnown || place.parts.isEmpty { return nil }
      return Self.tokens[place.platform.name].map { (place.platform.title, $0) }
    }
  }

  private static let tokens = [
    "render": "RENDER_API_KEY", "railway": "RAILWAY_TOKEN", "vercel": "VERCEL_TOKEN",
  ]

  /// What the commands of the steps need, once per shell, by platform.
  package var preparation: [(platform: String, lines: [String])] {
    subject.places.compactMap { place in
      guard steps.contains(where: { $0.id.hasPrefix("\(place.platform.name)/") }) else {
        return nil
      }
      let lines: [String]? =
        switch place.platform.name {
        case "render": RenderRollback.preparation
        case "railway": RailwayRollback.preparation
        case "vercel": VercelRollback.preparation
        default: nil
        }
      return lines.map { (place.platform.title, $0) }
    }
  }

  /// What a person has to know before anything else.
  package var remarks: [String] {
    var lines: [String] = []
    let databases = subject.places.flatMap(\.databases)
    if !databases.isEmpty {
      lines.append(
        restores
          ? "--restore: what was written to \(databases.joined(separator: ", ")) since the backup is "
            + "lost. Stop everything that writes first."
          : "The database stays as it is, on the schema of "
            + "\(leaving?.tag ?? "the newest release"): \(target.tag) has to run on it, as "
            + "migrations that only go forward allow."
      )
    }
    if subject.places.contains(where: { $0.platform.name == "railway" }) {
      lines.append(
        "Railway has no switch for deploys by push: a push to the branch deploys it again. Revert "
          + "there before anybody pushes."
      )
    }
    return lines
  }

  /// What is left to do once everything runs again.
  package var afterwards: [String] {
    var lines: [String] = []
    if steps.contains(where: { $0.id.hasSuffix("/pushes-off") }) {
      lines.append(
        "Render: deploys by push stay off. With the repaired release: render_api PATCH "
          + "/services/ID '{\"autoDeploy\":\"yes\"}'."
      )
    }
    if steps.contains(where: { $0.id.hasPrefix("vercel/") }) {
      lines.append("Vercel: vercel promote URL shows a newer deployment again.")
    }
    return lines
  }
}
