import InfraContract
public import InfraKit

extension Vercel {
  /// How a secret's variables are changed by Vercel's command line.
  ///
  /// A sensitive variable can be written and never read, so what is exchanged comes from where the
  /// person keeps it.
  public func procedure(
    _ part: HostedPart,
    to change: SecretChange,
    in places: [SecretPlace]
  ) -> Procedure? {
    let projects = VercelMapping(part, self).finishedProjects().filter { project in
      places.contains { $0.resource == project.id }
    }
    if projects.isEmpty { return nil }
    let blocks = projects.flatMap { VercelSetup($0, part).blocks(of: change) }
    let names = projects.map { "`\($0.name)`" }.joined(separator: ", ")
    return Procedure(
      blocks,
      check: "`vercel ls` shows a deployment of \(names) that began after the change, as Ready."
    )
  }
}

extension VercelSetup {
  /// Commands that ask for a value stand alone: they would take the next line of a pasted block.
  fileprivate func blocks(of change: SecretChange) -> [SetupStep.Block] {
    let arguments = project.environment.arguments
    switch change {
    case .set(let variable, let origin):
      var blocks: [SetupStep.Block] = [
        .text(
          "Vercel shows a sensitive value to nobody again: keep it elsewhere until the rotation is "
            + "over. Adding asks for the value."
            + (origin.whereabouts.map { " Where it comes from: \($0)." } ?? "")
        )
      ]
      blocks.append(.commands([choose]))
      blocks.append(.commands(["vercel env add \(variable) \(arguments) --sensitive --force"]))
      blocks.append(.commands([deploy]))
      return blocks
    case .exchange(let one, let other):
      return [
        .text("Each command asks for a value: give each variable the value of the other one."),
        .commands([choose]),
        .commands(["vercel env add \(one) \(arguments) --sensitive --force"]),
        .commands(["vercel env add \(other) \(arguments) --sensitive --force"]),
        .commands([deploy]),
      ]
    case .remove(let variable):
      return [.commands([choose, "vercel env rm \(variable) \(arguments) --yes", deploy])]
    }
  }
}

extension Secret.Origin {
  fileprivate var whereabouts: String? {
    if case .provided(let place) = self { place } else { nil }
  }
}
