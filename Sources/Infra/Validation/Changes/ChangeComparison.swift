import InfraContract

/// The entries of one platform in one deployment, compared with those of an earlier revision.
struct ChangeComparison {
  private let rules: [ChangeRule]
  private let site: CallSite

  /// Prepares the rules of a target, which stands at a line of its own or at its deployment's.
  init(_ target: any Target, at site: CallSite) {
    rules = type(of: target).changes
    self.site = site
  }

  /// Reports every change that a rule is about.
  func check(_ before: [RecordedEntry], _ after: [RecordedEntry], _ findings: inout Findings) {
    if rules.isEmpty || before.isEmpty { return }
    let known = Dictionary(
      before.map { (Identity($0), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var kept: Set<Identity> = []
    var fresh: [RecordedEntry] = []
    var pairs: [(before: RecordedEntry, after: RecordedEntry)] = []
    for entry in after {
      let identity = Identity(entry)
      guard let old = known[identity] else {
        fresh.append(entry)
        continue
      }
      kept.insert(identity)
      if old.facts != entry.facts { pairs.append((old, entry)) }
    }
    let gone = before.filter { !kept.contains(Identity($0)) }
    for rule in rules {
      let changes =
        switch rule.trigger {
        case .vanishes: gone.filter { !hasHeir($0, gone, fresh) }.map { $0.change(to: nil) }
        case .isReplaced:
          gone.filter { hasHeir($0, gone, fresh) }.map { entry in
            entry.change(to: fresh.first { $0.kind == entry.kind })
          }
        default: pairs.compactMap { rule.change(from: $0.before, to: $0.after) }
        }
      report(
        rule,
        changes.filter { rule.kinds.contains($0.before.kind) && rule.condition($0) },
        &findings
      )
    }
  }

  /// Whether the only new entry of a kind can be what became of the only one that is gone.
  private func hasHeir(
    _ entry: RecordedEntry,
    _ gone: [RecordedEntry],
    _ fresh: [RecordedEntry]
  ) -> Bool {
    fresh.count { $0.kind == entry.kind } == 1 && gone.count { $0.kind == entry.kind } == 1
      && rules.contains { $0.trigger == .isReplaced && $0.kinds.contains(entry.kind) }
  }

  /// Reports the changes that a rule is about: those with one cause once, at the target.
  private func report(_ rule: ChangeRule, _ changes: [EntryChange], _ findings: inout Findings) {
    guard let first = changes.first else { return }
    let areAlike = changes.allSatisfy {
      $0.after == nil || ($0.old, $0.new) == (first.old, first.new)
    }
    if let several = rule.several, changes.count > 1, areAlike {
      let all = EntryChange(
        before: first.before,
        after: nil,
        old: first.old,
        new: first.new,
        words: changes.map { $0.after?.resource?.name ?? $0.before.name }
      )
      findings.report(rule.rule, several(all), help: rule.help(all), at: site)
      return
    }
    for change in changes {
      findings.report(
        rule.rule,
        rule.message(change),
        help: rule.help(change),
        at: change.after?.site ?? site,
        about: change.after?.resource
      )
    }
  }

  private struct Identity: Hashable {
    let kind: String
    let name: String

    init(_ entry: RecordedEntry) {
      kind = entry.kind
      name = entry.name
    }
  }
}

extension RecordedEntry {
  /// That an entry is gone, or has another name.
  fileprivate func change(to heir: RecordedEntry?) -> EntryChange {
    EntryChange(before: self, after: heir, old: name, new: heir?.name ?? "", words: [])
  }
}
