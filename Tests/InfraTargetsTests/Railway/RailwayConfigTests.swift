import Foundation
import InfraSerialization
import InfraTargets
import TestSupport
import Testing

@Suite("Railway: railway.json")
struct RailwayConfigTests {
  /// Every field of the schema, in one file.
  static var kitchen: RailwayConfig {
    var config = RailwayConfig()
    config.schema = "https://railway.com/railway.schema.json"
    config.build = build
    config.deploy = deploy
    var production = RailwayConfig.Environment()
    production.build = build
    production.build?.buildEnvironment = .value(.v3)
    production.deploy = deploy
    production.deploy?.useLegacyStacker = false
    config.environments = ["production": production]
    return config
  }

  private static var build: RailwayConfig.Build {
    var build = RailwayConfig.Build()
    build.builder = .value(.dockerfile)
    build.watchPatterns = ["api/**"]
    build.buildCommand = "make"
    build.dockerfilePath = "Dockerfile.prod"
    build.nixpacksConfigPath = "nixpacks.toml"
    var phase = RailwayConfig.NixpacksPlan.Phase()
    phase.name = "setup"
    phase.dependsOn = []
    phase.cmds = ["make setup"]
    phase.nixPkgs = ["jq"]
    phase.nixLibs = ["zlib"]
    phase.aptPkgs = ["curl"]
    phase.nixOverlays = ["overlay"]
    phase.nixPkgsArchive = "archive"
    phase.includedFiles = ["Makefile"]
    phase.cacheDirectories = ["/cache"]
    phase.paths = ["/tools"]
    var plan = RailwayConfig.NixpacksPlan.kitchen
    plan.phases = ["setup": phase]
    build.nixpacksPlan = .value(plan)
    build.nixpacksVersion = .null
    build.railpackVersion = "0.7.0"
    return build
  }

  private static var deploy: RailwayConfig.Deploy {
    var deploy = RailwayConfig.Deploy()
    deploy.startCommand = "api serve"
    deploy.preDeployCommand = .value(.right(["api migrate"]))
    deploy.numReplicas = 2
    deploy.healthcheckPath = "/health"
    deploy.healthcheckTimeout = 30
    deploy.sleepApplication = false
    deploy.runtime = .value(.v2)
    var credentials = RailwayConfig.RegistryCredentials()
    credentials.username = "nobody"
    credentials.password = "nothing"
    deploy.registryCredentials = .value(credentials)
    deploy.restartPolicyType = .value(.onFailure)
    deploy.restartPolicyMaxRetries = 3
    deploy.cronSchedule = "0 3 * * *"
    deploy.region = "us-west2"
    var region = RailwayConfig.RegionConfig()
    region.numReplicas = 2
    region.stackerAssignment = "ALL_STACKERS"
    deploy.multiRegionConfig = .value(["us-west2": .value(region), "us-east4-eqdc4a": .null])
    var containers = RailwayConfig.LimitOverride.Containers()
    containers.cpu = 0.5
    containers.memoryBytes = 536_870_912
    containers.diskBytes = .null
    var limits = RailwayConfig.LimitOverride()
    limits.containers = .value(containers)
    deploy.limitOverride = .value(limits)
    deploy.requiredMountPath = "/uploads"
    deploy.overlapSeconds = 10
    deploy.drainingSeconds = 30
    deploy.ipv6EgressEnabled = true
    return deploy
  }

  @Test("a file with every field satisfies the official schema", .needsSchemaValidator)
  func valid() async throws {
    let text = try JSON.encode(Self.kitchen)
    #expect(try await SchemaValidator(.railway).errors(in: text, .json) == [])
  }

  @Test("fields are written in the schema's order, and null stays null")
  func golden() throws {
    try expectGolden(try JSON.encode(Self.kitchen), "railway-kitchen/railway.json")
  }
}
