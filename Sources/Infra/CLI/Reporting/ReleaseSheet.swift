import InfraContract
import InfraKit
import InfraRelease

/// The order of a release, step by step.
struct ReleaseSheet {
  private let output: EnvironmentOutput
  private let deployment: DeploymentOutput
  private let last: ReleaseTag?
  private let past: ReleaseFacts?
  private let pending: [String]?

  init(
    _ output: EnvironmentOutput,
    _ deployment: DeploymentOutput,
    since last: ReleaseTag?,
    _ past: ReleaseFacts?,
    pending: [String]?
  ) {
    self.output = output
    self.deployment = deployment
    self.last = last
    self.past = past
    self.pending = pending
  }

  private var application: Application { deployment.plan.environment.application }

  /// The steps for people.
  func text(colour: Bool) -> String {
    let from = last.map { "since \($0.name)" } ?? "for the first time"
    var text = "Release of \(output.name), \(from)\n"
    let steps = [checks, secrets, migrations, services, deploys, verification]
    for (index, step) in steps.enumerated() {
      text += "\n" + Paint.bold("\(index + 1). \(step.title)", colour) + "\n"
      for line in step.lines {
        text +=
          line.hasPrefix("$ ") ? "     \(line.dropFirst(2))\n" : Paragraph.wrapped(line, indent: 3)
      }
    }
    return text
  }

  /// A step: sentences, and commands behind `$ `.
  private struct Step {
    let title: String
    let lines: [String]
  }

  private var checks: Step {
    Step(
      title: "See that it can be released, and gone back from",
      lines: [
        "$ swift run infra check && swift run infra validate --against \(last?.name ?? "HEAD")",
        "$ swift run infra release check \(output.name)",
        "$ swift run infra release rehearse dev",
        "$ swift run infra release tag VERSION && git push origin VERSION",
      ]
    )
  }

  private var secrets: Step {
    let present = ReleaseFacts(output).secrets
    let new = past.map { past in present.filter { !past.secrets.contains($0) } } ?? present
    let gone = past.map { past in past.secrets.filter { !present.contains($0) } } ?? []
    var lines: [String] = []
    if new.isEmpty {
      lines.append("None is new.")
    } else {
      lines.append("Add before anything is deployed: \(new.joined(separator: ", ")).")
      lines.append("$ swift run infra secrets init \(output.name)")
    }
    if !gone.isEmpty {
      let name = last?.name ?? ""
      lines.append(
        "Keep until \(name) is not gone back to any more: \(gone.joined(separator: ", "))."
      )
    }
    if past == nil, last != nil {
      lines.append("(The tag of \(last?.name ?? "") does not say which secrets it had.)")
    }
    return Step(title: "Secrets", lines: lines)
  }

  private var migrations: Step {
    var lines: [String] = []
    switch pending {
    case nil: lines.append(last == nil ? "All of them." : "There are none.")
    case let names? where names.isEmpty: lines.append("None is new.")
    case let names?:
      lines.append("New: \(names.joined(separator: ", ")).")
      lines.append("$ swift run infra release migrations")
    }
    for service in application.services {
      guard let release = service.release else { continue }
      lines.append(
        "They are applied by the release command of '\(service.name)', before its new version takes "
          + "traffic: \(release.shellText)"
      )
    }
    lines.append("A release that is gone back from leaves them applied.")
    return Step(title: "Migrations", lines: lines)
  }

  /// The order in which versions change places.
  private var services: Step {
    let present = ReleaseFacts(output)
    let raised = present.queues.filter { queue in
      guard let old = past?.queues.first(where: { $0.name == queue.name })?.value else {
        return false
      }
      return (Int(old) ?? 0) < (Int(queue.value) ?? 0)
    }
    let workers = application.services.filter(\.isWorker).map(\.name)
    let listeners = application.services.filter { !$0.isWorker }.map(\.name)
    var lines: [String] = []
    for queue in raised {
      lines.append(
        "'\(queue.name)' writes jobs of form \(queue.value), which the workers of "
          + "\(last?.name ?? "") leave alone: the new workers come first, and take them."
      )
    }
    let order = raised.isEmpty ? listeners + workers : workers + listeners
    let released = application.services.filter { $0.release != nil }.map(\.name)
    let sorted = order.filter(released.contains) + order.filter { !released.contains($0) }
    let final = raised.isEmpty ? sorted : released.filter(workers.contains) + order
    var seen: Set<String> = []
    lines.append(
      "In this order: \(final.filter { seen.insert($0).inserted }.joined(separator: ", "))."
    )
    if let alone = application.services.first(where: { $0.soleInstance != nil }) {
      lines.append("'\(alone.name)' runs once: the old one ends before the new one starts.")
    }
    return Step(title: "Services", lines: lines)
  }

  /// What each platform needs to be told.
  private var deploys: Step {
    var lines: [String] = []
    for step in deployment.steps where step.phase == .laterDeploys {
      lines.append("\(step.title):")
      for case .commands(let commands) in step.blocks {
        // The sheet names the way back in the same breath.
        lines += commands.filter { !$0.contains("rollback") }.map { "$ \($0)" }
      }
      if !step.blocks.contains(where: { if case .commands = $0 { true } else { false } }) {
        lines.append("$ git push origin HEAD")
      }
    }
    if lines.isEmpty { lines.append("Nothing is deployed by a platform.") }
    if !application.sites.isEmpty {
      let names = application.sites.map(\.name).joined(separator: ", ")
      lines.append("Sites (\(names)) last, once what they call answers.")
    }
    return Step(title: "Deploy", lines: lines)
  }

  private var verification: Step {
    var lines: [String] = []
    for service in application.services where service.isPublic {
      guard case .http(let path)? = service.health?.probe else { continue }
      let origin =
        service.domains.first.map { "https://\($0)" } ?? "https://HOST-OF-\(service.name)"
      lines.append("$ curl --fail --silent --show-error \(origin)\(path)")
    }
    for site in application.sites {
      let origin = site.domains.first.map { "https://\($0)" } ?? "https://HOST-OF-\(site.name)"
      lines.append("$ curl --fail --silent --show-error --head \(origin)/")
    }
    for step in deployment.steps where step.phase == .laterDeploys {
      lines.append(step.check.replacing("`", with: "'"))
    }
    lines.append("If it is not right, go back:")
    lines.append("$ swift run infra rollback \(output.name)")
    return Step(title: "See that it worked", lines: lines)
  }
}
