import InfraKit
import InfraTargets

/// Whether platforms still have what they built, so that going back needs no build.
enum Retention {
  /// What is known of going back to a release on a platform.
  struct Answer: Sendable, Hashable {
    /// Whether the platform surely has, surely has not, or may have what it built.
    enum Kept: Sendable, Hashable { case yes, no, perhaps }

    let kept: Kept
    /// Why, as a sentence without its end.
    let reason: String
    /// How to see it, or what to do instead.
    let help: String
  }

  /// Asks a platform's facts about a release that is some hours old and so many commits back.
  ///
  /// What depends on something that git does not know, such as the plan or how often was deployed, is
  /// said to be unknown.
  static func answer(_ platform: String, hours: Int, commits: Int, isNewest: Bool) -> Answer {
    switch platform {
    case "render": render(commits)
    case "railway": railway(hours)
    case "vercel": vercel(commits, isNewest)
    case "compose":
      Answer(kept: .no, reason: "Compose keeps no versions", help: "it is built from the tag")
    default:
      Answer(
        kept: .perhaps,
        reason: "how long '\(platform)' keeps what it built is unknown",
        help: "be ready to build the tag again"
      )
    }
  }

  private static func render(_ commits: Int) -> Answer {
    let least = RetentionFacts.renderBuilds.map(\.value).min() ?? 0
    let since = "\(commits) commit\(commits == 1 ? "" : "s") since"
    if commits <= least {
      return Answer(
        kept: .yes,
        reason:
          "Render keeps at least the last \(least) builds of a service on every plan (\(since))",
        help: "turn auto-deploy off first: the API's rollback leaves it on"
      )
    }
    return Answer(
      kept: .perhaps,
      reason: "Render keeps builds by the workspace's plan, which is unknown here; if each of the "
        + "\(since) was deployed: \(RetentionFacts.renderPlans(keeping: commits))",
      help: "see that the deploy still has Rollback under Events, or build the tag again"
    )
  }

  private static func railway(_ hours: Int) -> Answer {
    let age = hours < 48 ? "\(hours) h" : "\(hours / 24) days"
    let help =
      "see that the deployment says canRollback; a rollback brings its old variables back too"
    let least = RetentionFacts.railwayHours.map(\.value).min() ?? 0
    if hours <= least {
      return Answer(
        kept: .yes,
        reason:
          "Railway keeps images for at least \(least) hours on every plan, and this release is "
          + "\(age) old",
        help: help
      )
    }
    return Answer(
      kept: .perhaps,
      reason:
        "Railway keeps images by plan from when they are replaced, and both are unknown here; "
        + "if that was when it was tagged, \(age) ago: \(RetentionFacts.railwayPlans(keeping: hours))",
      help: help
    )
  }

  private static func vercel(_ commits: Int, _ isNewest: Bool) -> Answer {
    let steps = RetentionFacts.vercelHobbySteps.value
    if isNewest || commits <= steps {
      return Answer(
        kept: .yes,
        reason: "Vercel goes back to the previous deployment on every plan",
        help: "vercel rollback; cron jobs go back with it, and the next push is not aliased"
      )
    }
    return Answer(
      kept: .perhaps,
      reason:
        "Vercel goes back \(steps) production deployment on Hobby, to any on other plans; the "
        + "plan is unknown here",
      help: "on Hobby, deploy the tag again"
    )
  }
}
