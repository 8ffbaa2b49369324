import InfraContract
import InfraKit

// Values go through standard input: arguments can be read by every program on the machine. Lines
// that read what is typed stand in braces, so that a shell takes a pasted block as a whole.
extension RailwaySetup {
  /// A step for each secret.
  var secretSteps: [SetupStep] {
    project.secrets.uses.map { use in
      let setting = use.places.map { set($0.variable, of: $0.service, deploying: false) }
      let text: String
      let lines: [String]
      switch use.secret.origin {
      case .generated(let bytes):
        text = "A random value, made here and kept nowhere else"
        lines = ["value=$(openssl rand -hex \(bytes))"] + setting + ["unset value"]
      case .provided(let whereabouts):
        text = "Where it comes from: \(whereabouts). It is read without being shown"
        lines = typed(use.secret.name, hidden: true, setting)
      }
      let count = use.places.count
      return SetupStep(
        .secrets,
        "Railway: set \(use.secret.name)",
        [
          .text(text + (count > 1 ? ", and the same for \(count) variables." : ".")),
          .commands(lines),
        ],
        check: use.places.map { check($0.variable, of: $0.service) }.joined(separator: "; ")
          + "."
      )
    }
  }

  /// Lines that read a value and hand it on.
  func typed(_ name: String, hidden: Bool, _ set: [String]) -> [String] {
    let read =
      "printf '\(name): '; "
      + (hidden ? "stty -echo; IFS= read -r value; stty echo; echo" : "IFS= read -r value")
    return ["{"] + ([read] + set + ["unset value"]).map { "  \($0)" } + ["}"]
  }

  /// The command that hands `$value` to a variable.
  func set(_ variable: String, of service: String, deploying: Bool) -> String {
    "printf %s \"$value\" | railway variable set \(variable) --stdin "
      + (deploying ? "" : "--skip-deploys ") + flags(service)
  }

  /// How to see that a variable is there, without seeing its value.
  func check(_ variable: String, of service: String) -> String {
    "`railway variable list --kv \(flags(service)) | grep -c '^\(variable)='` prints `1`"
  }

  /// A step for each private registry, whose password no file may hold.
  var registrySteps: [SetupStep] {
    let sources =
      part.services.map { ($0.name, $0.source) } + part.jobs.map { ($0.name, $0.source) }
    return sources.compactMap { name, source in
      guard case .image(let image) = source, let credential = image.credential else { return nil }
      return SetupStep(
        .secrets,
        "Railway: give \(name) the registry credential '\(credential)'",
        [
          .text(
            "In the dashboard, service `\(name)`, Settings, Source, **Registry credentials**: the "
              + "user and the password or token that read `\(image.reference)`. It takes the Pro "
              + "plan."
          )
        ],
        check: "The deployment that the first apply starts pulls the image."
      )
    }
  }

  /// Poolers whose address is asked for, and a step for each value that is known only then.
  var lateSteps: [SetupStep] {
    let pooled = Set(project.asked.filter(\.isPooled).compactMap { $0.provider?.name })
    return part.databases.filter { pooled.contains($0.name) }.map(poolingStep)
      + project.asked.map(step)
  }

  private func step(_ asked: RailwayAsked) -> SetupStep {
    SetupStep(
      .lateValues,
      "Railway: set \(asked.variable) of \(asked.service)",
      [
        .text(
          "It is \(asked.words). This deploys `\(asked.service)` anew."
        ),
        .commands(
          typed(
            asked.variable,
            hidden: asked.isCredential,
            [set(asked.variable, of: asked.service, deploying: true)]
          )
        ),
      ],
      check: check(asked.variable, of: asked.service) + "."
    )
  }
}
