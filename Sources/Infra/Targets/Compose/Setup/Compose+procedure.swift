import InfraContract
public import InfraKit

extension Compose {
  /// How processes take what `.env` says now; `infra secrets rotate` changes the file itself.
  public func procedure(
    _ part: HostedPart,
    to change: SecretChange,
    in places: [SecretPlace]
  ) -> Procedure? {
    let project = ComposeMapping(part, self).finishedProject()
    let names = places.map(\.resource.name)
    if names.isEmpty { return nil }
    var seen: Set<String> = []
    let readers = names.filter { seen.insert($0).inserted }
    return Procedure(
      [
        .text("Containers that read it start anew; `swift run infra dev` is stopped and started."),
        .commands([
          "\(project.command) up --detach "
            + readers.map(Command.quoted).joined(separator: " ")
        ]),
      ],
      check: "`\(project.command) ps` shows "
        + readers.map { "`\($0)`" }.joined(separator: ", ") + " as running, for seconds only."
    )
  }
}
