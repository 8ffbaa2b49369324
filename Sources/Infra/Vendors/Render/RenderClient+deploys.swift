import InfraSerialization

extension RenderClient {
  /// A deploy as Render knows it.
  package struct Deploy: Sendable, Hashable {
    /// How far it is.
    package enum Phase: Sendable, Hashable {
      /// It waits or is built, under Render's own word.
      case underway(String)
      /// It runs.
      case live
      /// It ran, and another has taken its place.
      case replaced
      /// It never ran, under Render's own word.
      case failed(String)
    }

    /// The number, such as `dep-…`.
    package let id: String
    /// The commit; nil where an image is deployed.
    package let commit: String?
    /// The image's reference; nil where a commit is deployed.
    package let image: String?
    /// How far it is.
    package let phase: Phase
    /// When it was asked for, as Render spells it.
    package let createdAt: String

    init?(_ value: AnyValue) {
      guard let id = value["id"]?.text, let status = value["status"]?.text else { return nil }
      self.id = id
      commit = value["commit"]?["id"]?.text
      image = value["image"]?["ref"]?.text
      createdAt = value["createdAt"]?.text ?? ""
      switch status {
      case "live": phase = .live
      case "deactivated": phase = .replaced
      case "created", "queued", "build_in_progress", "update_in_progress",
        "pre_deploy_in_progress":
        phase = .underway(status)
      default: phase = .failed(status)
      }
    }
  }

  /// The newest deploys of a service, newest first.
  package func deploys(of service: String, limit: Int) throws(VendorError) -> [Deploy] {
    try list("/services/\(Request.escaped(service))/deploys", of: "deploy", limit: limit)
      .compactMap(Deploy.init)
  }

  /// A deploy by its number.
  package func deploy(_ id: String, of service: String) throws(VendorError) -> Deploy {
    let request = Request(
      .get,
      "/services/\(Request.escaped(service))/deploys/\(Request.escaped(id))"
    )
    guard let deploy = Deploy(try connection.read(request)) else {
      throw Connection.unreadable("no deploy", request, connection.endpoint)
    }
    return deploy
  }

  /// Deploys what an earlier deploy has built, if Render still keeps it.
  ///
  /// It leaves deploys by push as they are, other than the button of the Dashboard
  /// (render.com/docs/rollbacks, read 2026-11-24).
  package func rollBack(_ service: String, to deploy: String) -> Call {
    connection.call(
      Request(
        .post,
        "/services/\(Request.escaped(service))/rollback",
        .plain(["deployId": .string(deploy)])
      ),
      remembering: "id"
    )
  }

  /// Builds a commit and deploys it.
  package func deploy(_ service: String, commit: String) -> Call {
    connection.call(
      Request(
        .post,
        "/services/\(Request.escaped(service))/deploys",
        .plain(["commitId": .string(commit)])
      ),
      remembering: "id"
    )
  }

  /// Deploys a service again as it is, which is what makes changed variables count.
  package func deployAgain(_ service: String) -> Call {
    connection.call(
      Request(.post, "/services/\(Request.escaped(service))/deploys", .plain(.map([:]))),
      remembering: "id"
    )
  }
}
