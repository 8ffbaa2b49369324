import InfraVendors

/// A rollback as a person reads it, at an hour at which nothing may be left to guess.
struct RollbackText {
  private let rollback: RollbackPlan
  private let colour: Bool

  init(_ plan: RollbackPlan, colour: Bool) {
    rollback = plan
    self.colour = colour
  }

  /// What to do, in order.
  var plan: String {
    var text = head
    if rollback.steps.isEmpty {
      return text + "Nothing is left to do: every part runs \(rollback.target.tag) already.\n"
    }
    for preparation in rollback.preparation {
      text += Paint.bold("Once in this shell, for \(preparation.platform):", colour) + "\n\n"
      text += preparation.lines.map { "    \($0)\n" }.joined() + "\n"
    }
    for (index, step) in rollback.steps.enumerated() {
      text += Paint.bold("\(index + 1). \(step.title)", colour) + "\n"
      for note in step.notes { text += Paragraph.wrapped(Self.sentence(note), indent: 3) }
      text += "\n"
      for command in step.commands {
        text += command.split(separator: "\n").map { "       \($0)\n" }.joined()
      }
      text += "\n" + Paragraph.wrapped("Check: \(step.check).", indent: 3) + "\n"
    }
    if !rollback.afterwards.isEmpty {
      text += Paint.bold("Afterwards", colour) + "\n"
      for line in rollback.afterwards { text += Paragraph.wrapped(line, indent: 3) }
    }
    return text
  }

  /// The calls that `--apply` would make.
  var calls: String {
    var text = head
    if rollback.steps.isEmpty {
      return text + "Nothing is left to do: every part runs \(rollback.target.tag) already.\n"
    }
    for (index, step) in rollback.steps.enumerated() {
      text += "\(index + 1). \(step.title)\n"
      switch step.action {
      case .call(let call, _, _): text += "   \(call.shown)\n"
      case .check: text += "   looks, and stops where it is otherwise\n"
      case .person: text += "   stops here: this is for a person; --resume goes on\n"
      }
    }
    return text + "\nNothing was called that changes anything.\n"
  }

  private var head: String {
    let subject = rollback.subject
    let commit = rollback.target.commit.prefix(12)
    var text = "Rolling back \(subject.environment), deployment \(subject.deployment), "
    text +=
      rollback.leaving.map { "from \($0.tag) to \(rollback.target.tag)" }
      ?? "to \(rollback.target.tag)"
    text = Paint.bold(text, colour) + " (\(commit))\n\n"
    for remark in rollback.remarks { text += Paragraph.wrapped(remark, indent: 0) }
    for missing in rollback.missingTokens {
      text += Paragraph.wrapped(
        "\(missing.variable) is not set, so \(missing.platform) was not asked: with it, the commands "
          + "below name the exact deploys.",
        indent: 0
      )
    }
    return text + "\n"
  }

  /// A note as a sentence of its own.
  private static func sentence(_ text: String) -> String {
    let start = text.prefix(1).uppercased() + text.dropFirst()
    return start.hasSuffix(".") ? start : start + "."
  }
}

/// A rollback as a program reads it.
struct RollbackRecord: Encodable {
  struct Step: Encodable {
    let id: String
    let title: String
    let notes: [String]
    let by: String
    let call: String?
    let commands: [String]
    let check: String
  }

  struct Preparation: Encodable {
    let platform: String
    let lines: [String]
  }

  let environment: String
  let deployment: String
  let from: String?
  let to: String
  let commit: String
  let restoresDatabases: Bool
  let unasked: [String]
  let remarks: [String]
  let preparation: [Preparation]
  let steps: [Step]
  let afterwards: [String]

  init(_ plan: RollbackPlan) {
    environment = plan.subject.environment
    deployment = plan.subject.deployment
    from = plan.leaving?.tag
    to = plan.target.tag
    commit = plan.target.commit
    restoresDatabases = plan.restores
    unasked = plan.missingTokens.map(\.platform)
    remarks = plan.remarks
    preparation = plan.preparation.map { Preparation(platform: $0.platform, lines: $0.lines) }
    steps = plan.steps.map { step in
      let (by, call): (String, String?) =
        switch step.action {
        case .call(let call, _, _): ("call", call.shown)
        case .check: ("check", nil)
        case .person: ("person", nil)
        }
      return Step(
        id: step.id,
        title: step.title,
        notes: step.notes,
        by: by,
        call: call,
        commands: step.commands,
        check: step.check
      )
    }
    afterwards = plan.afterwards
  }
}
