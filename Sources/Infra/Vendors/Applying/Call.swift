/// A request that changes something, described before it is sent.
package struct Call: Sendable {
  /// Where it is sent.
  package let endpoint: Endpoint
  /// What is sent.
  package let request: Request

  /// What of the answer is worth remembering, such as the new deploy's number.
  ///
  /// It may not be a value. It throws where the answer is a refusal.
  let remembered: @Sendable (Response) throws(VendorError) -> String?

  /// Describes a call.
  package init(
    _ request: Request,
    at endpoint: Endpoint,
    remembering remembered: @escaping @Sendable (Response) throws(VendorError) -> String?
  ) {
    self.request = request
    self.endpoint = endpoint
    self.remembered = remembered
  }

  /// The call as `--dry-run` shows it.
  package var shown: String { "\(endpoint.vendor): \(request.shown)" }

  /// The same call, of which it is worth remembering that it was accepted.
  package func remembering(_ note: String) -> Call {
    let remembered = remembered
    return Call(request, at: endpoint) { response throws(VendorError) in
      _ = try remembered(response)
      return note
    }
  }

  /// Makes the call, and answers what is worth remembering.
  package func make(through transport: any Transport) throws(VendorError) -> String? {
    try remembered(try transport.send(request, to: endpoint))
  }
}

/// Whether a call may be made a second time when nobody knows what became of the first.
package enum Repetition: Sendable, Hashable {
  /// Twice is as good as once, for a reason that the journal notes.
  case harmless(String)
  /// A second time would do harm; what a person should look at instead.
  case never(String)
}

/// What the live state says about a step.
package enum StepState: Sendable, Hashable {
  /// It has not happened.
  case notYet
  /// It is happening, such as a build that runs.
  case underway(String)
  /// It has happened.
  case done
  /// It went wrong.
  case failed(String)
}

/// One step of an `--apply`: something to do, and how to see that it is done.
package struct Step: Sendable {
  /// How a step is carried out.
  package enum Action: Sendable {
    /// By a call. `state` reads the live state, knowing what the call has remembered, where it was
    /// made; it is asked before the call, after it, and first of all when a run is resumed.
    case call(
      Call,
      Repetition,
      state: @Sendable (_ remembered: String?) throws(VendorError) -> StepState
    )
    /// By nothing but looking: the live state is compared with what it should be, so many times at
    /// most where a number is given.
    case check(looks: Int? = nil, state: @Sendable () throws(VendorError) -> StepState)
    /// By a person, who says with `--resume` that it is done.
    case person
  }

  /// The name in the journal, which stays the same from run to run; unique within a plan.
  package let id: String
  /// What it does, as a heading.
  package let title: String
  /// What a person has to know before.
  package let notes: [String]
  /// The commands that do the same by hand.
  package let commands: [String]
  /// How to see that it worked.
  package let check: String
  /// How it is carried out.
  package let action: Action

  /// Describes a step.
  package init(
    _ id: String,
    _ title: String,
    notes: [String] = [],
    commands: [String] = [],
    check: String,
    _ action: Action
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.commands = commands
    self.check = check
    self.action = action
  }
}
