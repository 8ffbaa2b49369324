/// How long platforms keep what they have built, so that going back needs no build.
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

  /// Asks a platform's rules about a release that is some hours old and so many commits back.
  ///
  /// - Render: a fixed number of builds of each service by the workspace's plan, 2 to 30
  ///   (render.com/docs/rollbacks, read 2026-11-24).
  /// - Railway: images for a time by plan, told in hours (docs.railway.com, deployment actions, read
  ///   2026-11-24); what can be gone back to a deployment's own `canRollback` says.
  /// - Vercel: any production deployment on Pro, the previous one alone on Hobby
  ///   (vercel.com/docs/instant-rollback, of 2026-02-26).
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
        reason: "nothing is known of how long '\(platform)' keeps what it built",
        help: "be ready to build the tag again"
      )
    }
  }

  private static func render(_ commits: Int) -> Answer {
    let since = "\(commits) commit\(commits == 1 ? "" : "s") since"
    if commits < 2 {
      return Answer(
        kept: .yes,
        reason: "Render keeps at least the last 2 builds of a service (\(since))",
        help: "turn auto-deploy off first: the API's rollback leaves it on"
      )
    }
    if commits >= 30 {
      return Answer(
        kept: .perhaps,
        reason: "Render keeps 2 to 30 builds of a service by plan, and there are \(since)",
        help: "see whether the deploy still has Rollback under Events, or build the tag again"
      )
    }
    return Answer(
      kept: .perhaps,
      reason: "Render keeps 2 to 30 builds of a service by plan (\(since), if each was deployed)",
      help: "see that the deploy still has Rollback under Events"
    )
  }

  private static func railway(_ hours: Int) -> Answer {
    let age = hours < 48 ? "\(hours) h" : "\(hours / 24) days"
    return Answer(
      kept: .perhaps,
      reason: "Railway keeps images for hours or days by plan, and this release is \(age) old",
      help: "see that the deployment says canRollback; a rollback brings its old variables back too"
    )
  }

  private static func vercel(_ commits: Int, _ isNewest: Bool) -> Answer {
    if isNewest || commits <= 1 {
      return Answer(
        kept: .yes,
        reason: "Vercel goes back to the previous deployment on every plan",
        help: "vercel rollback; cron jobs go back with it, and the next push is not aliased"
      )
    }
    return Answer(
      kept: .perhaps,
      reason:
        "Vercel goes back to any production deployment on Pro, on Hobby to the previous alone",
      help: "on Hobby, deploy the tag again"
    )
  }
}
