import InfraContract
import InfraKit

extension ComposeSetup {
  /// How `.env` is made, without overwriting anything that it holds.
  var environmentSteps: [SetupStep] {
    let file = Command.quoted(project.environmentFile)
    let generated = project.wanted.compactMap { wanted in
      if case .generated(let bytes) = wanted.origin { (wanted.name, bytes) } else { nil }
    }
    var commands = [
      "git check-ignore -q \(file) || "
        + "printf '\\n%s\\n' \(Command.quoted("/" + project.environmentFile)) >> .gitignore",
      "touch \(file) && chmod 600 \(file)",
      "[ -z \"$(tail -c 1 \(file))\" ] || echo >> \(file)",
      "grep -q '^COMPOSE_PROJECT_NAME=' \(file) || echo \"COMPOSE_PROJECT_NAME=$(basename \"$PWD\" "
        + "| tr A-Z a-z | tr -cd a-z0-9_-)-$(printf %s \"$PWD\" | cksum | cut -c1-4)\(project.suffix(in: part.environment))\" >> \(file)",
    ]
    commands += generated.map { name, bytes in
      "grep -q '^\(name)=' \(file) || echo \"\(name)=$(openssl rand -hex \(bytes))\" >> \(file)"
    }
    var blocks: [SetupStep.Block] = [
      .text(
        "`\(project.environmentFile)` lies beside the Compose file and is never committed. This "
          + "makes it, moves ports that are taken, and keeps every value that is already there:"
      ),
      .commands([LocalNames.makingCommand(for: part.environment)]),
      .text(
        "Without Swift, these do it. The project's name keeps the containers and volumes of two "
          + "clones apart."
      ),
      .commands(commands),
    ]
    if !project.wanted.isEmpty {
      let rows = project.wanted.map { ["`\($0.name)`", $0.purpose] }
      blocks.append(.table(["Name", "What"], rows))
    }
    if !part.databases.isEmpty {
      blocks.append(
        .text(
          "A database takes its password when its volume is new. After a change of the password, "
            + "start afresh, which deletes the data."
        )
      )
    }
    return [
      SetupStep(
        .secrets,
        "Compose: make \(project.environmentFile)",
        blocks,
        check: "`git check-ignore \(file)` prints the path"
          + (generated.isEmpty
            ? "." : ", and `cut -d= -f1 \(file)` lists the names above that have random bytes.")
      )
    ] + project.wanted.compactMap(provided)
  }

  /// Where a value comes from, as a sentence.
  private func words(_ source: String) -> String { "Its value comes from here: \(source)." }

  private func provided(_ wanted: WantedValue) -> SetupStep? {
    guard case .provided(let source) = wanted.origin else { return nil }
    let file = Command.quoted(project.environmentFile)
    return SetupStep(
      .secrets,
      "Compose: put \(wanted.name) into \(project.environmentFile)",
      [
        .text(
          "\(words(source)) `\(LocalNames.makingCommand(for: part.environment))` asks for it. Without "
            + "Swift, this command asks for the value, so that it is in no shell's history; "
            + "a value with an apostrophe needs a backslash before it."
        ),
        .commands([
          "printf '\(wanted.name): ' && IFS= read -r value "
            + "&& printf \"\(wanted.name)='%s'\\n\" \"$value\" >> \(file); unset value"
        ]),
      ],
      check: "`\(project.command) config --quiet` names \(wanted.name) no more."
    )
  }
}
