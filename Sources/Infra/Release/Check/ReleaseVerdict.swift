import InfraContract
import InfraDisk
import InfraSecrets
package import InfraKit

/// Whether a release could be gone back to right now, and why.
package struct ReleaseVerdict: Sendable {
  /// One reason.
  package struct Reason: Sendable, Hashable {
    /// An error keeps the release from being restored; a warning makes it slower or weaker.
    package let severity: Severity
    package let message: String
    package let help: String
  }

  /// The release.
  package let tag: ReleaseTag

  /// How it would come back, such as "Render's build, or the tag built again".
  package let way: String

  /// The reasons, the worst first.
  package let reasons: [Reason]

  /// Whether it can be restored.
  package var isRestorable: Bool { !reasons.contains { $0.severity == .error } }
}

/// What is looked at to judge a release.
package struct ReleaseCheck: Sendable {
  /// The environment as it is described now.
  package let output: EnvironmentOutput

  /// The releases.
  package let tags: ReleaseTags

  /// The folder of the package.
  package let root: String

  /// The present, in seconds since 1970.
  package let now: Int

  /// Gathers what is looked at.
  package init(_ output: EnvironmentOutput, tags: ReleaseTags, root: String, now: Int) {
    self.output = output
    self.tags = tags
    self.root = root
    self.now = now
  }

  /// Judges a release, knowing what migrations do to it.
  package func verdict(
    on tag: ReleaseTag,
    _ migrations: MigrationReport?
  ) throws(ReleaseProblem) -> ReleaseVerdict {
    let present = ReleaseFacts(output)
    let record = try ReleaseRecord(message: ReleaseTags.message(of: tag, in: root))
    var judge = Judge(tag: tag)
    if let migrations { judge.heed(migrations) }
    if let record {
      guard let past = record.facts(of: output.name) else {
        judge.add(
          .error,
          "\(tag.name) has no environment '\(output.name)'",
          "it is new: there is nothing to go back to"
        )
        return judge.verdict(way: "")
      }
      judge.compare(past, present)
      judge.compare(past, with: Git(root: root))
    } else {
      judge.add(
        .warning,
        "the tag of \(tag.name) says nothing of images, schedules, secrets and queues",
        "make tags with: swift run infra release tag VERSION"
      )
    }
    let deployments = output.environment.deployments.map(\.name)
    for name in present.secrets {
      for state in try rotations(of: name, deployments) { judge.heed(state, of: name) }
    }
    let platforms = output.environment.deployments.flatMap(\.targets).map(\.platform)
    for entry in try finished() where entry.time > tag.time { judge.heed(entry, platforms) }
    let commits =
      Int(
        try Git(root: root).lines(of: ["rev-list", "--count", "\(tag.commit)..HEAD"]).first ?? ""
      )
      ?? 0
    let way = judge.ask(
      platforms,
      hours: max(0, (now - tag.time) / 3600),
      commits: commits,
      isNewest: tag == tags.newest(1).first
    )
    return judge.verdict(way: way)
  }
}

extension ReleaseCheck {
  /// How far the rotations of a secret are, as this machine knows them.
  fileprivate func rotations(
    of name: String,
    _ deployments: [String]
  ) throws(ReleaseProblem) -> [RotationState] {
    do throws(SecretsProblem) {
      var states = [try RotationState(root: root, environment: output.name, name: name)]
      for deployment in deployments {
        states.append(
          try RotationState(
            root: root,
            environment: output.name,
            name: name,
            deployment: deployment
          )
        )
      }
      return states
    } catch {
      throw ReleaseProblem(error.message, help: error.help)
    }
  }

  /// The rotations that are over, as the committed record has them.
  fileprivate func finished() throws(ReleaseProblem) -> [RotationLog.Entry] {
    do throws(SecretsProblem) {
      return try RotationLog(root: root, environment: output.name).entries
    } catch {
      throw ReleaseProblem(error.message, help: error.help)
    }
  }
}

/// Gathers reasons about a release.
private struct Judge {
  let tag: ReleaseTag
  private var reasons: [ReleaseVerdict.Reason] = []

  init(tag: ReleaseTag) { self.tag = tag }

  mutating func add(_ severity: Severity, _ message: String, _ help: String) {
    reasons.append(ReleaseVerdict.Reason(severity: severity, message: message, help: help))
  }

  func verdict(way: String) -> ReleaseVerdict {
    ReleaseVerdict(
      tag: tag,
      way: way,
      reasons: reasons.enumerated()
        .sorted {
          $0.element.severity == $1.element.severity
            ? $0.offset < $1.offset : $0.element.severity > $1.element.severity
        }
        .map(\.element)
    )
  }

  /// What migrations do to it: also what is meant to break it keeps it from coming back.
  mutating func heed(_ report: MigrationReport) {
    for finding in report.findings where finding.rule.severity == .error {
      add(.error, "\(finding.file):\(finding.line): \(finding.message)", finding.help)
    }
  }

  /// A rotation that is on its way: going back takes variables along on some platforms.
  mutating func heed(_ rotation: RotationState, of secret: String) {
    guard rotation.isRunning, let due = rotation.due else { return }
    add(
      .warning,
      "secret '\(secret)' is being rotated (step \(due.rawValue) of \(RotationStep.allCases.count) is "
        + "due), and a rollback may bring its old value back",
      "finish the rotation, or take it back, before going back: swift run infra secrets rotate"
    )
  }

  /// A rotation that ended since: what comes back with variables of then is refused.
  mutating func heed(_ rotation: RotationLog.Entry, _ platforms: [Platform]) {
    let keeping = platforms.filter { ["railway", "vercel"].contains($0.name) }.map(\.title)
    var seen: Set<String> = []
    let names = keeping.filter { seen.insert($0).inserted }.joined(separator: " and ")
    let place = rotation.deployment.map { " of deployment '\($0)'" } ?? ""
    let what =
      "secret '\(rotation.name)'\(place) was rotated after it was tagged "
      + "(\(Moment.text(rotation.time)))"
    if names.isEmpty {
      add(.note, "\(what); it comes back with the value of today", "nothing is to be done")
    } else {
      add(
        .warning,
        "\(what), and \(names) may bring the value of then back, which others refuse",
        "set the value of today again after going back there, and deploy"
      )
    }
  }

  /// What has changed since, by the record of its tag.
  mutating func compare(_ past: ReleaseFacts, _ present: ReleaseFacts) {
    for image in past.images {
      let reference = ImageReference(image.value)
      if reference.digest != nil { continue }
      let isPinned = reference.isPinned
      add(
        isPinned ? .warning : .error,
        "'\(image.name)' ran image '\(image.value)', whose tag may be another image by now",
        "name images by digest: \(reference.name)@sha256:…"
      )
    }
    for name in past.secrets where !present.secrets.contains(name) {
      add(
        .error,
        "it reads secret '\(name)', which nothing reads any more: it may be gone or have a new name",
        "keep the value at the platform until \(tag.name) is not gone back to any more, and put it "
          + "back before going back"
      )
    }
    for queue in past.queues {
      guard let now = present.queues.first(where: { $0.name == queue.name }) else { continue }
      guard let old = Int(queue.value), let new = Int(now.value), old < new else { continue }
      add(
        .warning,
        "its '\(queue.name)' reads queued jobs up to form \(old), and jobs of form \(new) wait "
          + "until a newer worker runs again",
        "empty the queue with the newer workers before they stop"
      )
    }
    for job in past.schedules {
      let now = present.schedules.first { $0.name == job.name }?.value
      if now == job.value { continue }
      add(
        .note,
        "cron job '\(job.name)' was due at '\(job.value)' and "
          + (now.map { "is due at '\($0)'" } ?? "is gone"),
        "set the schedule back with the manifests of the tag; Vercel's rollback brings it along"
      )
    }
  }

  /// Whether git still has the manifests that the tag's message speaks of.
  mutating func compare(_ past: ReleaseFacts, with git: Git) {
    let paths = past.files.map(\.path)
    guard case .files(let files) = GitRevision(tag.commit, root: git.root).contents(of: paths)
    else {
      add(.error, "git cannot read its commit \(tag.commit.prefix(12))", "git fetch --tags")
      return
    }
    for file in past.files {
      guard let bytes = files[file.path] else {
        add(.error, "its '\(file.path)' is not in its commit", "make the release anew")
        continue
      }
      if "\(Digest(of: bytes))" != file.digest {
        add(
          .error,
          "its '\(file.path)' is not the one that its tag speaks of",
          "the tag was moved or its message is another's: make the release anew"
        )
      }
    }
  }

  /// What each platform has kept; answers how the release would come back.
  mutating func ask(
    _ platforms: [Platform],
    hours: Int,
    commits: Int,
    isNewest: Bool
  ) -> String {
    var ways: [String] = []
    var seen: Set<String> = []
    for platform in platforms where seen.insert(platform.name).inserted {
      let answer = Retention.answer(
        platform.name,
        hours: hours,
        commits: commits,
        isNewest: isNewest
      )
      switch answer.kept {
      case .yes: ways.append("\(platform.title): what it built")
      case .no: ways.append("\(platform.title): built from the tag")
      case .perhaps: ways.append("\(platform.title): what it built, if kept, else from the tag")
      }
      add(answer.kept == .perhaps ? .warning : .note, answer.reason, answer.help)
    }
    return ways.joined(separator: "; ")
  }
}
