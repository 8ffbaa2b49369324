import InfraContract
import InfraKit

extension RailwayRules {
  /// A Dockerfile lies in the root directory.
  static let dockerfileInRoot = rule(
    "dockerfile-in-root",
    .error,
    "A Dockerfile lies inside the directory that is sent to the builder; one outside is skipped.",
    page: "https://github.com/unlock-protocol/unlock/pull/16353"
  )

  /// The last stage is built.
  static let lastStage = rule(
    "last-stage",
    .error,
    "A Dockerfile's last stage is the one that runs: Railway cannot stop at another.",
    page: "builds/dockerfiles"
  )

  /// Railpack knows the language.
  static let knownRuntimes = rule(
    "known-runtimes",
    .error,
    "A directory without a Dockerfile is in a language that Railpack builds.",
    page: "builds/railpack"
  )

  /// The version can be chosen.
  static let runtimeVersions = rule(
    "runtime-versions",
    .warning,
    "A language's version is chosen by a variable where Railpack has one for it.",
    page: "builds/railpack"
  )

  /// An image is not taken for a database.
  static let databaseImages = rule(
    "database-images",
    .warning,
    "The name of a service's image holds none of postgres, mysql, redis and mongo.",
    page: "https://github.com/railwayapp/cli/issues/1170"
  )

  /// A build sees variables, and mounts nothing.
  static let buildSecrets = rule(
    "build-secrets",
    .error,
    "A Dockerfile mounts no secret: its build sees variables that it declares with ARG, and nothing "
      + "else.",
    page: "builds/dockerfiles"
  )

  /// A ready image is not built.
  static let imagesAreReady = rule(
    "images-are-ready",
    .warning,
    "A service of a ready image has no settings for a build.",
    page: "https://github.com/railwayapp/railway-ts-sdk/issues/85"
  )

  /// A private image needs a password.
  static let registryCredentials = rule(
    "registry-credentials",
    .note,
    "A private registry's password is given to Railway in the service's settings.",
    page: "builds/private-registries"
  )

  /// Builders are spelt as the schema spells them.
  static let knownBuilders = rule(
    "known-builders",
    .error,
    "A builder is RAILPACK or DOCKERFILE, or one of older services.",
    page: "config-as-code/reference"
  )

  /// A pattern takes out what an earlier one took in.
  static let watchOrder = rule(
    "watch-order",
    .warning,
    "A watch pattern that takes out comes after one that takes in.",
    page: "builds/build-configuration"
  )
}

extension RailwayRules {
  /// A pattern starts at the root of the repository.
  static let watchRooted = rule(
    "watch-rooted",
    .warning,
    "A watch pattern starts at the root of the repository, whatever the service's directory.",
    page: "builds/build-configuration"
  )
}

/// Rules about how an image is made.
enum RailwayBuildRules: RailwayTopic {
  static let rules = [
    RailwayRules.dockerfileInRoot, RailwayRules.lastStage, RailwayRules.knownRuntimes,
    RailwayRules.runtimeVersions, RailwayRules.databaseImages, RailwayRules.imagesAreReady,
    RailwayRules.registryCredentials, RailwayRules.knownBuilders, RailwayRules.watchOrder,
    RailwayRules.watchRooted,
  ]

  static func check(_ project: RailwayProject, _ findings: inout Findings) {
    for service in project.part.services {
      check(service.source, of: service, watching: service.watching, &findings)
    }
    for job in project.part.jobs {
      check(job.source, of: job, watching: job.watching, &findings)
    }
    for site in project.part.sites where site.serve != nil {
      check(site.runtime, of: site, &findings)
    }
    for service in project.services { check(service, project, &findings) }
  }

  private static func check(
    _ source: Source,
    of resource: some Resource,
    watching: WatchPaths?,
    _ findings: inout Findings
  ) {
    func report(_ rule: Rule, _ message: String, _ help: String) {
      findings.report(rule, message, help: help, at: resource.site, about: resource.id)
    }
    switch source {
    case .directory(let directory):
      check(directory.runtime, of: resource, &findings)
    case .dockerfile(let dockerfile):
      let path = RelativePath.path(from: dockerfile.context, to: dockerfile.path)
      if path.hasPrefix("../") {
        report(
          RailwayRules.dockerfileInRoot,
          "the Dockerfile '\(dockerfile.path)' of \(resource.id.title) lies outside its context "
            + "'\(dockerfile.context)', and Railway would skip it",
          "move it there, or take a context that holds both, such as '.'"
        )
      }
      if let secret = dockerfile.secrets.first {
        report(
          RailwayRules.buildSecrets,
          "\(resource.id.title) is built with secret '\(secret.name)', which Railway cannot mount",
          "build the image elsewhere and run it by source: .image(…)"
        )
      }
      if let stage = dockerfile.stage {
        report(
          RailwayRules.lastStage,
          "\(resource.id.title) stops at build stage '\(stage)', and Railway builds a Dockerfile "
            + "to its end",
          "make '\(stage)' the last stage of a Dockerfile of its own"
        )
      }
    case .image(let image):
      if let credential = image.credential {
        report(
          RailwayRules.registryCredentials,
          "the registry credential '\(credential)' of \(resource.id.title) moves to the setup sheet",
          "SETUP.md says where; it takes the Pro plan"
        )
      }
      if watching != nil {
        report(
          RailwayRules.imagesAreReady,
          "\(resource.id.title) runs the ready image '\(image.reference)', and no change of a path "
            + "deploys it",
          "leave watching out, or build it from a Dockerfile"
        )
      }
    }
  }

  private static func check(
    _ runtime: Runtime,
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    guard let known = RailwayFacts.runtimes.first(where: { $0.name == runtime.name }) else {
      findings.report(
        RailwayRules.knownRuntimes,
        "\(resource.id.title) needs the runtime '\(runtime.name)', and Railpack builds "
          + RailwayFacts.runtimes.map(\.name).joined(separator: ", "),
        help: "build it with .dockerfile(…)",
        at: resource.site,
        about: resource.id
      )
      return
    }
    if let version = runtime.version, known.versionVariable == nil {
      findings.report(
        RailwayRules.runtimeVersions,
        "\(resource.id.title) asks for version '\(version)' of '\(runtime.name)', which Railpack "
          + "reads from the language's own files only",
        help: "say it there, or build it with .dockerfile(…)",
        at: resource.site,
        about: resource.id
      )
    }
  }

  private static let builders: [RailwayBuilder] = [
    .railpack, .dockerfile, .nixpacks, .heroku, .paketo,
  ]

  private static func check(
    _ service: RailwayGraph.Service,
    _ project: RailwayProject,
    _ findings: inout Findings
  ) {
    let (id, site) = project.origin(service.address)
    if let image = service.source?.image,
      let word = ["postgres", "mysql", "redis", "mongo"].first(where: image.contains)
    {
      findings.report(
        RailwayRules.databaseImages,
        "service '\(service.name)' runs '\(image)', and Railway takes every image with '\(word)' "
          + "in its name for a database",
        help: "give the image another name, or watch what `railway config plan` says",
        at: site,
        about: id
      )
    }
    if service.kind == .dockerImage, service.build != nil {
      findings.report(
        RailwayRules.imagesAreReady,
        "service '\(service.name)' runs a ready image and says how to build one, which deploys it "
          + "anew at every apply",
        help: "remove its build settings",
        at: site,
        about: id
      )
    }
    if let builder = service.build?.builder, !builders.contains(builder) {
      findings.report(
        RailwayRules.knownBuilders,
        "service '\(service.name)' is built by '\(builder.rawValue)', and Railway knows "
          + builders.map(\.rawValue).joined(separator: ", "),
        help: "take .railpack or .dockerfile",
        at: site,
        about: id
      )
    }
    let patterns = service.build?.watchPatterns ?? []
    if let first = patterns.first, first.hasPrefix("!") {
      findings.report(
        RailwayRules.watchOrder,
        "service '\(service.name)' takes '\(first)' out before any pattern takes it in",
        help: "begin with a pattern such as '/**'",
        at: site,
        about: id
      )
    }
    for pattern in patterns {
      let path = pattern.drop { $0 == "!" }
      guard path.hasPrefix("./") || path.hasPrefix("../") || path.contains("/../") else { continue }
      findings.report(
        RailwayRules.watchRooted,
        "service '\(service.name)' watches '\(pattern)', which Railway looks for from the root of the "
          + "repository and never finds",
        help: "write the path from there, such as '/api/**'",
        at: site,
        about: id
      )
    }
  }
}
