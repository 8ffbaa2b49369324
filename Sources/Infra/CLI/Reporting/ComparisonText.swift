import InfraViews

/// What differs between two environments, for people.
struct ComparisonText {
  private let comparison: Comparison
  private let colour: Bool

  /// Two values stand beside each other up to this width, and below each other beyond it.
  private static let width = 76

  init(_ comparison: Comparison, colour: Bool) {
    self.comparison = comparison
    self.colour = colour
  }

  var text: String {
    if comparison.groups.isEmpty {
      return "\(comparison.left) and \(comparison.right) do not differ.\n"
    }
    var text = Paint.bold("\(comparison.left) → \(comparison.right)", colour) + "\n"
    for group in comparison.groups {
      text += "\n" + Paint.bold("\(group.kind) \(group.name)".trimmed, colour)
      switch group.presence {
      case .left: text += "  " + Paint.red("only in \(comparison.left)", colour) + "\n"
      case .right: text += "  " + Paint.green("only in \(comparison.right)", colour) + "\n"
      case .both:
        text += "\n"
        let width = group.changes.map(\.field.count).filter { $0 <= 32 }.max() ?? 0
        for change in group.changes { text += lines(change, width: width) }
      }
    }
    return text
  }

  private func lines(_ change: Comparison.Change, width: Int) -> String {
    let left = change.shown(change.left)
    let right = change.shown(change.right)
    let field = change.field
    let padded = field + String(repeating: " ", count: max(0, width - field.count))
    if padded.count + left.count + right.count + 8 <= Self.width {
      return "  \(padded)  \(Paint.red(left, colour)) → \(Paint.green(right, colour))\n"
    }
    return "  \(field)\n    \(Paint.red("- " + left, colour))\n"
      + "    \(Paint.green("+ " + right, colour))\n"
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// What differs between two environments, as data.
struct ComparisonRecord: Encodable {
  let left: String
  let right: String
  let resources: [GroupRecord]?

  struct GroupRecord: Encodable {
    let kind: String
    let name: String?
    let presence: String
    let changes: [ChangeRecord]?
  }

  struct ChangeRecord: Encodable {
    let field: String
    let left: String?
    let right: String?
    let standard: String?
  }

  init(_ comparison: Comparison) {
    left = comparison.left
    right = comparison.right
    resources = comparison.groups.map { group in
      GroupRecord(
        kind: group.kind,
        name: group.name.isEmpty ? nil : group.name,
        presence: group.presence.rawValue,
        changes: group.changes.map {
          ChangeRecord(field: $0.field, left: $0.left, right: $0.right, standard: $0.standard)
        }
      )
    }
  }
}
