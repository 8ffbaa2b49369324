import InfraDisk
import InfraKit
import InfraRelease
import InfraSerialization
import InfraVendors

/// Where a rollback takes place: the deployment, the checkout, and its tags.
struct RollbackScene {
  /// The release to go back to, and the newest one.
  struct Releases {
    let target: RollbackRelease
    let leaving: RollbackRelease?
  }

  /// What goes back.
  let subject: RollbackSubject
  /// The folder with Package.swift.
  let root: String

  init(_ name: String, _ deployment: String?, in context: Context) throws {
    let environment = try context.environment(name)
    let deployments = try environment.deployments(deployment)
    guard let first = deployments.first else {
      throw Failure.usage(
        "environment '\(environment.name)' has no deployment",
        help: "name a target: Environment(\"\(environment.name)\", application, on: .compose)"
      )
    }
    if deployments.count > 1 {
      let others = deployments.dropFirst().map(\.name).joined(separator: ", ")
      context.console.err(
        "About deployment '\(first.name)'; there are others: \(others) (--deployment NAME).\n"
      )
    }
    subject = RollbackSubject(environment, first)
    root = try Failure.translating { () throws(DiskError) in
      try Root.find(from: context.directory)
    }
  }

  /// The name of the journal.
  var journal: String { "rollback-\(subject.environment)-\(subject.deployment)" }

  /// The releases that git has tags of.
  func releases(to name: String?) throws -> Releases {
    let tags: ReleaseTags
    do throws(ReleaseProblem) { tags = try ReleaseTags(in: root) } catch {
      throw Failure.io(error.message, help: error.help)
    }
    guard let newest = tags.newest(1).first else {
      throw Failure.usage(
        "there is no release to go back to: git has no tag v* here",
        help: "git fetch --tags; releases are tagged by 'infra release tag VERSION'"
      )
    }
    let leaving = RollbackRelease(newest.name, commit: newest.commit)
    if let name {
      guard let tag = tags.tag(name) else {
        throw Failure.usage(
          "git has no tag '\(name)' that names a version",
          help: Suggestion.text(for: name, among: tags.all.map(\.name), called: "releases")
        )
      }
      return Releases(
        target: RollbackRelease(tag.name, commit: tag.commit),
        leaving: tag == newest ? nil : leaving
      )
    }
    guard let former = tags.release(before: newest) else {
      throw Failure.usage(
        "there is no release before \(newest.name)",
        help: "git fetch --tags, or name one: --to TAG"
      )
    }
    return Releases(
      target: RollbackRelease(former.name, commit: former.commit),
      leaving: leaving
    )
  }
}

/// What a rollback was begun with, as its journal keeps it.
struct RollbackBeginning {
  private let target: RollbackRelease
  private let leaving: RollbackRelease?
  private let restores: Bool
  private let facts: RollbackFacts

  init(_ plan: RollbackPlan) {
    target = plan.target
    leaving = plan.leaving
    restores = plan.restores
    facts = plan.facts
  }

  init?(_ value: AnyValue) {
    guard let target = Self.release(value["to"]),
      let facts = value["facts"].flatMap(RollbackFacts.init)
    else { return nil }
    self.target = target
    leaving = Self.release(value["from"])
    restores = value["restores"]?.flag ?? false
    self.facts = facts
  }

  var value: AnyValue {
    [
      "to": Self.value(target), "from": leaving.map(Self.value) ?? .null,
      "restores": .bool(restores), "facts": facts.value,
    ]
  }

  /// The plan that it was begun with.
  func plan(of subject: RollbackSubject, _ clients: RollbackClients) -> RollbackPlan {
    RollbackPlan(
      subject,
      from: leaving,
      to: target,
      restores: restores,
      facts: facts,
      clients: clients
    )
  }

  private static func value(_ release: RollbackRelease) -> AnyValue {
    ["tag": .string(release.tag), "commit": .string(release.commit)]
  }

  private static func release(_ value: AnyValue?) -> RollbackRelease? {
    guard let tag = value?["tag"]?.text, let commit = value?["commit"]?.text else { return nil }
    return RollbackRelease(tag, commit: commit)
  }
}
