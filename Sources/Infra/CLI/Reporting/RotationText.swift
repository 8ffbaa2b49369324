import InfraKit
import InfraSecrets

/// A rotation, for people.
struct RotationText {
  private let rotation: Rotation
  private let now: Int
  private let colour: Bool

  init(_ rotation: Rotation, now: Int, console: Console) {
    self.rotation = rotation
    self.now = now
    colour = console.outputHasColour
  }

  /// The whole plan, with how far it is.
  var plan: String {
    var text = Paint.bold("\(rotation.name) in \(rotation.environment)", colour)
    text += "  \(rotation.entry.origin.words)\n\n"
    switch rotation.overlap {
    case .described: break
    case .left where rotation.state.done[.exchange] != nil: break
    case .none where rotation.state.done[.exchange] != nil: break
    case .left(let processes):
      let names = processes.map { "'\($0)'" }.joined(separator: " and ")
      text += paragraph(
        "Before step 1: \(names) can take a second value as \(rotation.second), and the description "
          + "of \(rotation.environment) leaves it out. Fill it in, \(rotation.declaration), and run: "
          + "swift run infra generate \(rotation.environment)"
      )
    case .none: return text + withoutOverlap
    }
    return text + rotation.steps.map(step).joined(separator: "\n") + "\n" + next
  }

  /// The plan from a step on.
  func from(_ first: RotationStep) -> String {
    rotation.steps.filter { $0.step >= first }.map(step).joined(separator: "\n")
  }

  /// What a person does once a step is done.
  func after(_ done: RotationStep) -> String {
    let planned = rotation.planned(done)
    var text = ""
    for action in planned.actions.dropFirst(rotation.inventory.file == nil ? 0 : 1)
    where rotation.inventory.file != nil {
      text += "  \(action.place):\n" + Paragraph.blocks(action.blocks, indent: "    ")
    }
    if !planned.checks.isEmpty, done != .verify {
      for check in planned.checks {
        text += Paragraph.wrapped("Check: \(check)", first: "  ", rest: "    ")
      }
    }
    return text + next
  }

  private var next: String {
    guard let due = rotation.state.due else {
      return "The rotation of \(rotation.name) is over.\n"
    }
    // A command stays on one line, whatever the width: it is copied.
    let command = "  \(rotation.command(due))\n"
    if due == .drop, let time = rotation.dropTime, now < time {
      return "Next, from \(Moment.text(time)) on, step 4:\n" + command
    }
    return "Next, step \(due.rawValue):\n" + command
  }

  private func step(_ planned: Rotation.PlannedStep) -> String {
    var text = Paint.bold("\(planned.step.rawValue). \(planned.title)", colour)
    if let time = rotation.state.done[planned.step] {
      text += Paint.green("  done \(Moment.text(time))", colour)
    }
    text += "\n" + Paragraph.wrapped(planned.text, first: "   ", rest: "   ")
    for action in planned.actions {
      text += "   \(Paint.dim(action.place + ":", colour))\n"
      text += Paragraph.blocks(action.blocks, indent: "     ")
    }
    for check in planned.checks {
      text += Paragraph.wrapped("Check: \(check)", first: "   ", rest: "     ")
    }
    return text + Paragraph.wrapped("Back: \(planned.back).", first: "   ", rest: "     ")
  }

  private var withoutOverlap: String {
    var text = rotation.withoutOverlap.map(paragraph).joined(separator: "")
    for action in rotation.replacement {
      text += "\(Paint.dim(action.place + ":", colour))\n"
      text += Paragraph.blocks(action.blocks, indent: "  ")
    }
    return text
  }

  private func paragraph(_ text: String) -> String { Paragraph.wrapped(text) + "\n" }
}
