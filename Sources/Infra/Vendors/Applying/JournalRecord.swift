import InfraSerialization

/// One line of a journal.
package struct JournalRecord: Sendable, Hashable {
  /// What happened to a step.
  package enum Event: String, Sendable, Hashable {
    /// The call is about to be made: from here on it can have had an effect.
    case calling
    /// The call is about to be made for the second and last time.
    case repeating
    /// The vendor has accepted the call.
    case answered
    /// The vendor has refused the call, or it never got there: it had no effect.
    case refused
    /// The live state shows it done.
    case done
    /// A person has been asked to do it.
    case handedOver = "handed-over"
    /// The check after it has failed.
    case failed
  }

  /// The step.
  package let step: String
  /// What happened.
  package let event: Event
  /// What to remember, such as a deploy's number, or why a call may be repeated.
  package let note: String?

  /// Describes a line.
  package init(_ step: String, _ event: Event, note: String? = nil) {
    self.step = step
    self.event = event
    self.note = note
  }

  var value: AnyValue {
    var entries: OrderedMap<AnyValue> = ["step": .string(step), "event": .string(event.rawValue)]
    if let note { entries["note"] = .string(note) }
    return .map(entries)
  }

  init?(_ value: AnyValue) {
    guard let step = value["step"]?.text,
      let event = value["event"]?.text.flatMap(Event.init(rawValue:))
    else { return nil }
    self.init(step, event, note: value["note"]?.text)
  }
}
