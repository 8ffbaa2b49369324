import InfraSerialization
import InfraTargets
import InfraVendors

/// What runs with a secret, and must start anew before a changed variable counts.
struct RotationReader: Sendable {
  /// How far its newest deploy is.
  enum Phase: Sendable { case underway(String), live, failed(String) }

  /// What the journal calls it.
  let id: String
  /// What people call it.
  let title: String
  /// The number of its newest deploy; empty where there is none.
  let newest: @Sendable () throws(VendorError) -> String
  /// How far a deploy is.
  let phase: @Sendable (String) throws(VendorError) -> Phase
  /// The call that deploys again what runs now, with the variables of today; nil where a person has
  /// to do it.
  let deploy: @Sendable () throws(VendorError) -> Call?

  /// Opens what runs at an address; nil where nothing runs there.
  static func at(
    _ address: InterfaceAddress,
    through access: VendorAccess
  ) throws(VendorError) -> RotationReader? {
    switch address {
    case .renderGroup: nil
    case .render(let service): try render(service, access)
    case .railway(let environment, let service): try railway(environment, service, access)
    case .vercel(let project, let environment, _): try vercel(project, environment, access)
    }
  }

  private static func render(
    _ name: String,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationReader {
    guard let client = try access.render() else {
      throw RemoteVariable.closed("Render", "RENDER_API_KEY")
    }
    guard let service = try client.services(named: [name]).first else {
      throw RemoteVariable.absent("service '\(name)'", "Render")
    }
    let id = service.id
    return RotationReader(
      id: "render/\(name)/deploy",
      title: "Render: deploy '\(name)' again",
      newest: { () throws(VendorError) in try client.deploys(of: id, limit: 1).first?.id ?? "" },
      phase: { deploy throws(VendorError) in
        switch try client.deploy(deploy, of: id).phase {
        case .live: .live
        case .underway(let word): .underway(word)
        case .failed(let word): .failed("its deploy \(deploy) ended as '\(word)'")
        case .replaced: .failed("another deploy took the place of \(deploy)")
        }
      },
      deploy: { () throws(VendorError) in
        // What runs, and not what was pushed since; Render takes no commit for a cron job.
        let live = try client.deploys(of: id, limit: 20).first { $0.phase == .live }
        guard let commit = live?.commit, service.type != "cron_job" else {
          return client.deployAgain(id)
        }
        return client.deploy(id, commit: commit)
      }
    )
  }

  private static func railway(
    _ environment: String,
    _ name: String,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationReader {
    let (client, scope) = try RemoteVariable.railway(environment, access)
    guard let id = try client.services(in: scope).first(where: { $0.name == name })?.id else {
      throw RemoteVariable.absent("service '\(name)'", "Railway")
    }
    return RotationReader(
      id: "railway/\(name)/deploy",
      title: "Railway: deploy '\(name)' again",
      newest: { () throws(VendorError) in
        try client.deployments(of: id, in: scope, limit: 1).first?.id ?? ""
      },
      phase: { deployment throws(VendorError) in
        let all = try client.deployments(of: id, in: scope, limit: 20)
        guard let found = all.first(where: { $0.id == deployment }) else {
          return .underway("not listed yet")
        }
        if found.isUnderway { return .underway(found.status) }
        return found.isLive ? .live : .failed("its deployment ended as \(found.status)")
      },
      deploy: { () throws(VendorError) in
        let all = try client.deployments(of: id, in: scope, limit: 20)
        guard let live = all.first(where: \.isLive) else {
          throw RemoteVariable.absent("deployment of '\(name)' that runs", "Railway")
        }
        return client.redeploy(live.id)
      }
    )
  }

  private static func vercel(
    _ name: String,
    _ environment: String,
    _ access: VendorAccess
  ) throws(VendorError) -> RotationReader {
    guard let client = try access.vercel() else {
      throw RemoteVariable.closed("Vercel", "VERCEL_TOKEN")
    }
    let isProduction = environment == "production"
    return RotationReader(
      id: "vercel/\(name)/\(environment)/deploy",
      title: "Vercel: deploy '\(name)' again",
      newest: { () throws(VendorError) in
        guard isProduction else { return "" }
        return try client.project(name).production ?? ""
      },
      phase: { deployment throws(VendorError) in
        let found = try client.deployment(deployment)
        if found.isUnderway { return .underway(found.state) }
        guard found.state == "READY" else { return .failed("its deployment is \(found.state)") }
        return try client.project(name).production == deployment
          ? .live : .underway("ready, and not shown yet")
      },
      deploy: { () throws(VendorError) in
        guard isProduction, let live = try client.project(name).production else { return nil }
        return client.rebuild(live, of: name)
      }
    )
  }

  /// The step that deploys it, knowing which deploy was the newest before.
  func step(after baseline: String, _ call: Call) -> Step {
    let (newest, phase) = (newest, phase)
    return Step(
      id,
      title,
      check: "its newest deploy is live, and began after the change",
      .call(
        call,
        .harmless("a second deploy of the same takes the place of the first"),
        state: { remembered throws(VendorError) in
          let latest = if let remembered { remembered } else { try newest() }
          if latest == baseline || latest.isEmpty { return .notYet }
          switch try phase(latest) {
          case .live: return .done
          case .underway(let word): return .underway(word)
          case .failed(let why): return .failed(why)
          }
        }
      )
    )
  }

  /// The step that sees that nothing else than what is live is on its way.
  var verification: Step {
    let (newest, phase) = (newest, phase)
    return Step(
      id,
      title.replacing(": deploy ", with: ": see that ").replacing(
        "' again",
        with: "' runs with both"
      ),
      check: "its newest deploy is live, and began after the change",
      .check(state: { () throws(VendorError) in
        let latest = try newest()
        if latest.isEmpty { return .done }
        switch try phase(latest) {
        case .live: return .done
        case .underway(let word): return .underway(word)
        case .failed(let why): return .failed(why)
        }
      })
    )
  }
}

extension RemoteVariable {
  /// Railway's interface and the environment that its token is of.
  static func railway(
    _ environment: String,
    _ access: VendorAccess
  ) throws(VendorError) -> (RailwayClient, RailwayClient.Scope) {
    guard let client = try access.railway() else { throw closed("Railway", "RAILWAY_TOKEN") }
    let scope = try client.scope()
    guard scope.environmentName == environment else {
      throw VendorError(
        .unauthorized,
        "RAILWAY_TOKEN is of environment '\(scope.environmentName)', and '\(environment)' is wanted",
        help: "make a token of that environment under Project Settings > Tokens, and export it"
      )
    }
    return (client, scope)
  }
}
