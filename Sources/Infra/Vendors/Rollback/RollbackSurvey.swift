import InfraDisk
import InfraKit
import InfraSerialization
import InfraTargets

/// Asks the platforms for the way back of every part; it changes nothing.
package struct RollbackSurvey {
  /// How many deploys are looked at: Render keeps at most 30 builds.
  static let depth = 50

  let subject: RollbackSubject
  let target: RollbackRelease
  /// Whether to build again what could be deployed as it was.
  let rebuilds: Bool
  let clients: RollbackClients
  private(set) var facts = RollbackFacts()

  /// Asks all platforms that there is a token for.
  ///
  /// - Parameters:
  ///   - subject: What goes back.
  ///   - target: The release that it goes back to.
  ///   - rebuilds: Whether to build again what could be deployed as it was.
  ///   - clients: The platforms' interfaces.
  ///   - salt: What digests of variables are salted with.
  /// - Returns: What they say.
  /// - Throws: `VendorError`.
  package static func facts(
    about subject: RollbackSubject,
    to target: RollbackRelease,
    rebuilds: Bool,
    through clients: RollbackClients,
    salt: String
  ) throws(VendorError) -> RollbackFacts {
    var survey = RollbackSurvey(
      subject: subject,
      target: target,
      rebuilds: rebuilds,
      clients: clients
    )
    survey.facts.salt = salt
    for place in subject.places {
      switch place.platform.name {
      case "render": if let client = clients.render { try survey.ask(client, place) }
      case "railway": if let client = clients.railway { try survey.ask(client, place) }
      case "vercel": if let client = clients.vercel { try survey.ask(client, place) }
      default: break
      }
    }
    return survey.facts
  }

  private mutating func ask(
    _ client: RenderClient,
    _ place: RollbackSubject.Place
  ) throws(VendorError) {
    let services = try client.services(named: place.parts.map(\.name))
    for part in place.parts {
      guard let service = services.first(where: { $0.name == part.name }) else {
        throw Self.missing(part, "Render", "RENDER_API_KEY")
      }
      let deploys = try client.deploys(of: service.id, limit: Self.depth)
      var way = renderWay(part, deploys)
      way.id = service.id
      facts["render", part.name] = way
    }
  }

  private func renderWay(
    _ part: RollbackSubject.Part,
    _ deploys: [RenderClient.Deploy]
  ) -> RollbackFacts.Way {
    if let image = part.image { return Self.image(image, part, target) }
    let ran = deploys.filter { $0.phase == .live || $0.phase == .replaced }
    if let live = ran.first(where: { $0.phase == .live }), live.commit == target.commit {
      return RollbackFacts.Way(.already, "it runs \(target.tag) already")
    }
    let former = ran.filter { $0.phase == .replaced }
    if !rebuilds, let index = former.firstIndex(where: { $0.commit == target.commit }),
      index < RetentionFacts.renderBuilds.map(\.value).max() ?? 0
    {
      let steps = index + 1
      var way = RollbackFacts.Way(
        .artifact,
        "it is \(steps) deploy\(steps == 1 ? "" : "s") ago: "
          + RetentionFacts.renderPlans(keeping: steps)
      )
      way.deploy = former[index].id
      return way
    }
    if part.isScheduled {
      return RollbackFacts.Way(
        .person,
        "no build of \(target.tag) is kept, and Render builds no single commit of a cron job"
      )
    }
    return RollbackFacts.Way(
      .rebuild,
      rebuilds
        ? "--rebuild was given" : "no build of \(target.tag) is among those that Render keeps"
    )
  }

  private mutating func ask(
    _ client: RailwayClient,
    _ place: RollbackSubject.Place
  ) throws(VendorError) {
    let scope = try client.scope()
    facts.scope = scope
    let services = try client.services(in: scope)
    for part in place.parts {
      guard let service = services.first(where: { $0.name == part.name }) else {
        throw Self.missing(part, "Railway", "RAILWAY_TOKEN")
      }
      let deployments = try client.deployments(of: service.id, in: scope, limit: Self.depth)
      var way = railwayWay(part, deployments)
      way.id = service.id
      way.running = deployments.first(where: \.isLive)?.id
      if way.kind == .artifact {
        way.variables = Self.digests(
          of: try client.variables(of: service.id, in: scope),
          salt: facts.salt
        )
      }
      facts["railway", part.name] = way
    }
  }

  private func railwayWay(
    _ part: RollbackSubject.Part,
    _ deployments: [RailwayClient.Deployment]
  ) -> RollbackFacts.Way {
    if let image = part.image { return Self.image(image, part, target) }
    if let live = deployments.first(where: \.isLive), live.commit == target.commit {
      return RollbackFacts.Way(.already, "it runs \(target.tag) already")
    }
    if !rebuilds,
      let kept = deployments.first(where: { $0.commit == target.commit && $0.canRollBack })
    {
      var way = RollbackFacts.Way(
        .artifact,
        "Railway still keeps its image, and brings that time's variables back with it"
      )
      way.deploy = kept.id
      return way
    }
    return RollbackFacts.Way(
      .rebuild,
      rebuilds
        ? "--rebuild was given" : "Railway keeps no image of \(target.tag) any more"
    )
  }

  private mutating func ask(
    _ client: VercelClient,
    _ place: RollbackSubject.Place
  ) throws(VendorError) {
    for part in place.parts {
      guard place.isProduction else {
        facts["vercel", part.name] = RollbackFacts.Way(
          .person,
          "Vercel rolls production back and nothing else"
        )
        continue
      }
      let project = try client.project(part.name)
      let ready = try client.productionDeployments(of: project.id, limit: Self.depth)
      var way = vercelWay(project, ready)
      way.id = project.id
      facts["vercel", part.name] = way
    }
  }

  private func vercelWay(
    _ project: VercelClient.Project,
    _ ready: [VercelClient.Deployment]
  ) -> RollbackFacts.Way {
    if let live = ready.first(where: { $0.id == project.production }), live.commit == target.commit
    {
      return RollbackFacts.Way(.already, "it shows \(target.tag) already")
    }
    guard let found = ready.first(where: { $0.commit == target.commit }) else {
      return RollbackFacts.Way(.person, "Vercel has no production deployment of \(target.tag)")
    }
    let live = ready.firstIndex { $0.id == project.production } ?? 0
    let steps = (ready.firstIndex(of: found) ?? 0) - live
    var way: RollbackFacts.Way
    if rebuilds {
      way = RollbackFacts.Way(.rebuild, "--rebuild was given")
    } else if steps <= RetentionFacts.vercelHobbySteps.value {
      way = RollbackFacts.Way(.artifact, "it is the production deployment before")
    } else {
      way = RollbackFacts.Way(
        .artifact,
        "it is \(steps) production deployments ago: Hobby refuses this, and --rebuild is the way then"
      )
    }
    way.deploy = found.id
    way.host = found.host
    return way
  }

  private static func image(
    _ image: String,
    _ part: RollbackSubject.Part,
    _ target: RollbackRelease
  ) -> RollbackFacts.Way {
    RollbackFacts.Way(
      .person,
      "it runs the image '\(image)': deploy the one that the description names at \(target.tag)"
    )
  }

  private static func missing(
    _ part: RollbackSubject.Part,
    _ vendor: String,
    _ token: String
  ) -> VendorError {
    VendorError(
      .missing,
      "\(vendor) shows no '\(part.name)' to the token in \(token)",
      help: "use a token of the workspace and environment that hosts it, or deploy it first"
    )
  }

  /// Digests by which a change of variables is seen without keeping a value.
  static func digests(of variables: [KeptVariable], salt: String) -> OrderedMap<String> {
    OrderedMap(
      // Those of the platform's own change with every deployment.
      variables.filter { !$0.name.hasPrefix("RAILWAY_") }.sorted { $0.name < $1.name }.map {
        variable in
        let text = variable.value?.withText { "\(salt)\u{0}\(variable.name)\u{0}\($0)" } ?? salt
        return (variable.name, Digest(of: Array(text.utf8)).description)
      }
    )
  }
}

/// The interfaces of the platforms that there is a token for.
package struct RollbackClients: Sendable {
  package let render: RenderClient?
  package let railway: RailwayClient?
  package let vercel: VercelClient?
  /// What asks the product's own addresses; nil where they are not to be asked.
  package let health: HealthProbe?

  /// Opens what the shell has tokens for.
  ///
  /// - Parameters:
  ///   - access: The tokens of the shell.
  ///   - asksHealth: Whether the product's own addresses are asked after each roll-out.
  /// - Throws: `VendorError`, where a token is none.
  package init(_ access: VendorAccess, asksHealth: Bool = true) throws(VendorError) {
    health = asksHealth ? access.health : nil
    render = try access.render()
    railway = try access.railway()
    vercel = try access.vercel()
  }

  /// Opens nothing.
  package init() {
    render = nil
    railway = nil
    vercel = nil
    health = nil
  }
}
