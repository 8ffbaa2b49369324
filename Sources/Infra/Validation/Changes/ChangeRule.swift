/// A demand on the difference between two revisions of a manifest, as data.
///
/// It says which change it is about, and puts into words what the platform will do.
public struct ChangeRule: Sendable {
  /// What has to happen to an entry.
  public enum Trigger: Sendable, Hashable {
    /// What it says under a key is another thing, both before and after.
    case differs(String)
    /// The number under a key is smaller.
    case shrinks(String)
    /// The word under a key stands earlier in the order.
    case stepsDown(String, order: [String])
    /// The list under a key lacks words that it had.
    case loses(String)
    /// The list under a key has words that it did not have.
    case gains(String)
    /// It is gone, and no new entry of its kind can be what became of it.
    case vanishes
    /// It is gone, and the only new entry of its kind looks like a new name for it.
    case isReplaced
  }

  /// How a finding is worded.
  public typealias Words = @Sendable (EntryChange) -> String

  /// The code, severity and demand.
  public let rule: Rule

  let kinds: [String]
  let trigger: Trigger
  let condition: @Sendable (EntryChange) -> Bool
  let message: Words
  let several: Words?
  let help: Words

  /// Declares a rule.
  ///
  /// - Parameters:
  ///   - rule: The code, severity and demand; it needs `.history`.
  ///   - kinds: The kinds of entry that it is about.
  ///   - trigger: What has to happen to an entry.
  ///   - condition: What has to hold besides.
  ///   - message: What changed, and what the platform will do.
  ///   - several: The same where one cause, such as the target's region, changed several entries
  ///     alike; their names are the change's words.
  ///   - help: One way out.
  public init(
    _ rule: Rule,
    _ kinds: String...,
    when trigger: Trigger,
    if condition: @escaping @Sendable (EntryChange) -> Bool = { _ in true },
    message: @escaping Words,
    several: Words? = nil,
    help: @escaping Words
  ) {
    self.rule = rule
    self.kinds = kinds
    self.trigger = trigger
    self.condition = condition
    self.message = message
    self.several = several
    self.help = help
  }
}

/// What became of an entry.
public struct EntryChange: Sendable {
  /// The entry at the earlier revision.
  public let before: RecordedEntry

  /// The entry now; nil where it is gone.
  public let after: RecordedEntry?

  /// What it said under the rule's key.
  public let old: String

  /// What it says there now.
  public let new: String

  /// The words that were lost or gained, or the names of several entries that changed alike.
  public let words: [String]

  /// The entry as sentences name it.
  public var title: String { after?.title ?? before.title }

  /// The words that were lost or gained, in quotes.
  public var list: String { Wording.list(words) }
}

extension ChangeRule {
  /// The change of one entry that the rule is about, or nil.
  func change(from before: RecordedEntry, to after: RecordedEntry) -> EntryChange? {
    func made(_ old: String, _ new: String, _ words: [String] = []) -> EntryChange {
      EntryChange(before: before, after: after, old: old, new: new, words: words)
    }
    switch trigger {
    case .differs(let key):
      guard let old = before[key], let new = after[key], old != new else { return nil }
      return made(old, new)
    case .shrinks(let key):
      guard let old = before[key], let new = after[key], let most = Double(old),
        let least = Double(new), least < most
      else { return nil }
      return made(old, new)
    case .stepsDown(let key, let order):
      guard let old = before[key], let new = after[key], let from = order.firstIndex(of: old),
        let to = order.firstIndex(of: new), to < from
      else { return nil }
      return made(old, new)
    case .loses(let key):
      if before[key] == after[key] { return nil }
      let kept = Set(after.words(key))
      let lost = before.words(key).filter { !kept.contains($0) }
      return lost.isEmpty ? nil : made(before[key] ?? "", after[key] ?? "", lost)
    case .gains(let key):
      if before[key] == after[key] { return nil }
      let known = Set(before.words(key))
      let gained = after.words(key).filter { !known.contains($0) }
      return gained.isEmpty ? nil : made(before[key] ?? "", after[key] ?? "", gained)
    case .vanishes, .isReplaced: return nil
    }
  }
}
