import InfraContract
import InfraDisk
import InfraKit
import InfraSecrets
import InfraVendors

extension RemoteRotation {
  /// How a person hands values in.
  struct Handing {
    /// Whether they come from standard input.
    let isFromInput: Bool
    /// Whether a second value of unknown origin may be overwritten.
    let replaces: Bool
    /// Whether calls are only shown.
    let isDry: Bool
  }

  /// The value to add: the one that a run before this began with, or a new one.
  func valuesToAdd(_ live: [RotationLive], _ handing: Handing) throws -> RotationValues {
    let hasBegun = Journal.isUnfinished(journalName(.add), in: root)
    if let known = live.compactMap(\.nextValue).first {
      return RotationValues(next: known, former: SecretText(""))
    }
    let strangers = live.filter { $0.has($0.pair.second) }
    if let stranger = strangers.first, !handing.replaces, !hasBegun {
      throw Failure.io(
        "\(stranger.pair.second) of \(stranger.pair.keeper.title) is there already, from no rotation "
          + "that is known here",
        help: "where nothing that it signed is valid any more, put the next value in its place: "
          + "\(rotation.command(.add)) --replace"
      )
    }
    if handing.isDry { return .none }
    let next = try newValue(live, handing)
    let digest = next.withText { digests.digest(of: $0) }
    if hasBegun, let begun = rotation.state.next, begun != digest,
      live.contains(where: { !$0.isReadable })
    {
      throw Failure.io(
        "this is not the value that the run before was given, which is at a platform already",
        help: "hand that one in; or take \(rotation.second) away there, remove '.infra/"
          + "\(journalName(.add)).journal', and begin again"
      )
    }
    if live.contains(where: { $0.value(of: $0.pair.first) == next }) {
      throw Failure.io(
        "the next value is the one that signs already",
        help: "get a new one, and run this again"
      )
    }
    return RotationValues(next: next, former: SecretText(""))
  }

  private func newValue(_ live: [RotationLive], _ handing: Handing) throws -> SecretText {
    let blind = live.first { !$0.isReadable }
    if case .generated(let bytes) = rotation.entry.origin, !handing.isFromInput {
      if let blind {
        throw Failure.io(
          "\(blind.pair.keeper.title) shows values to nobody, and step 3 needs this one once more",
          help: "make it where you keep secrets, and hand it in: … --apply --stdin < file-with-it"
        )
      }
      return SecretText(EnvironmentDraft.hexadecimal(SystemRandom.bytes(bytes)))
    }
    let help = "type it at a terminal, or hand it in: … --apply --stdin < file-with-the-value"
    var text: String?
    if handing.isFromInput {
      guard let given = String(validating: context.questions.input(), as: UTF8.self) else {
        throw Failure.usage("standard input is not UTF-8 text", help: help)
      }
      text = given.hasSuffix("\n") ? String(given.dropLast()) : given
    } else if context.questions.canAsk {
      text = context.questions.askHidden(
        "the next \(rotation.name), \(rotation.entry.origin.words): "
      )
    }
    guard let text, !text.isEmpty else {
      throw Failure.io("there is no next value for \(rotation.name)", help: help)
    }
    return SecretText(text)
  }

  /// The values that change places: read where they are shown, and handed in where they are not.
  func valuesToExchange(_ live: [RotationLive], _ handing: Handing) throws -> RotationValues {
    let shown = live.filter(\.isReadable)
    for live in shown where live.nextValue == nil {
      throw Failure.io(
        "\(live.pair.second) of \(live.pair.keeper.title) is not the value that step 1 added",
        help: "go back and begin again: take it away there, and remove .infra/rotations/"
          + "\(rotation.environment)/\(rotation.name)*"
      )
    }
    let formers = shown.compactMap(\.former)
    if let first = formers.first, formers.contains(where: { $0 != first }) {
      throw Failure.io(
        "the places that keep \(rotation.name) do not have the same value",
        help: "see which one signs, set it in all of them, and run this again"
      )
    }
    if let next = shown.compactMap(\.nextValue).first, let former = formers.first {
      return RotationValues(next: next, former: former)
    }
    if handing.isDry { return .none }
    return try handedIn()
  }

  /// Both values from a person, where the platform shows none.
  private func handedIn() throws -> RotationValues {
    let (name, second) = (rotation.name, rotation.second)
    let title = pairs[0].keeper.title
    let help =
      "hand both in, as lines \(name)=the-one-that-signs and \(second)=the-next-one: "
      + "… --apply --stdin < values; if nobody has them, it cannot rotate unnoticed"
    var values: [String: String] = [:]
    if context.questions.canAsk {
      for (variable, what) in [(name, "the value that signs now"), (second, "the next value")] {
        values[variable] = context.questions.askHidden("\(variable), \(what): ")
      }
    } else if let text = String(validating: context.questions.input(), as: UTF8.self),
      let file = try? EnvFile(text)
    {
      values = [name: file[name] ?? "", second: file[second] ?? ""]
    }
    guard let former = values[name], let next = values[second], !former.isEmpty, !next.isEmpty,
      former != next
    else {
      throw Failure.io(
        "\(title) shows values to nobody, and two different ones are needed",
        help: help
      )
    }
    if let digest = rotation.state.next, digests.digest(of: next) != digest {
      throw Failure.io("\(second) is not the value that step 1 added", help: help)
    }
    return RotationValues(next: SecretText(next), former: SecretText(former))
  }

  /// Why the old value must not be dropped as things are at the platforms; nil where it may be.
  func objectionToDropping(_ live: [RotationLive]) -> Failure? {
    for live in live where live.isReadable && rotation.state.next != nil {
      if live.isNext(live.pair.first) { continue }
      return Failure.io(
        "\(live.pair.first) of \(live.pair.keeper.title) is not the value that the rotation brought, "
          + "so what would be dropped may still be what it signs with",
        help: "see what changed it, for instance a rollback; set the next value again, or go back"
      )
    }
    return nil
  }
}
