import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: volumes")
struct RailwayVolumeRulesTests {
  @Test("a service has one volume")
  func oneVolume() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .image("acme/api:1"),
      volumes: [Volume("files", at: "/files"), Volume("index", at: "/index")]
    )
    #expect(
      railwayFindings("one-volume", services: [api])
        == ["\(line): error: service 'api' has 2 volumes, and Railway attaches 1"]
    )
    api.volumes.removeLast()
    #expect(railwayFindings("one-volume", services: [api]) == [])
  }

  @Test("a service with a volume has one instance, in whatever region")
  func singleInstance() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .image("acme/api:1"),
      instances: 2,
      volumes: [Volume("files", at: "/files")]
    )
    let message =
      "\(line): error: service 'api' has a volume and 2 instances, and Railway allows one with a "
      + "volume"
    #expect(railwayFindings("volume-single-instance", services: [api]) == [message])
    #expect(
      railwayFindings("volume-single-instance", services: [api], on: .railway(region: .usEast))
        == [message]
    )
    api.instances = 1
    #expect(railwayFindings("volume-single-instance", services: [api]) == [])
    api.instances = 2
    api.volumes = []
    #expect(railwayFindings("volume-single-instance", services: [api]) == [])
  }

  @Test("a second region of an edit counts as instances, at the line of the edit")
  func regions() {
    let api = Service(
      "api",
      source: .image("acme/api:1"),
      volumes: [Volume("files", at: "/files")]
    )
    let line: UInt = #line + 2
    let target = Railway.railway(region: .usEast) {
      $0.edit(api) { $0.deploy?.multiRegionConfig["us-west2"] = .value(.init(numReplicas: 1)) }
    }
    #expect(
      railwayFindings("volume-single-instance", services: [api], on: target) == [
        "\(line): error: service 'api' has a volume and 2 instances, and Railway allows one with a "
          + "volume"
      ]
    )
  }

  @Test("a release command beside a volume is told that it will not see it")
  func release() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .image("acme/api:1"),
      release: "api migrate",
      volumes: [Volume("files", at: "/files")]
    )
    #expect(
      railwayFindings("volume-at-release", services: [api]) == [
        "\(line): warning: service 'api' has a volume and a release command, which runs without the "
          + "volume"
      ]
    )
    api.release = nil
    #expect(railwayFindings("volume-at-release", services: [api]) == [])
  }

  @Test("a volume costs a stop at every deploy")
  func downtime() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .image("acme/api:1"),
      volumes: [Volume("files", at: "/files")]
    )
    #expect(
      railwayFindings("volume-downtime", services: [api]) == [
        "\(line): note: service 'api' has a volume, so every deploy stops it for a moment"
      ]
    )
    api.volumes = []
    #expect(railwayFindings("volume-downtime", services: [api]) == [])
  }
}
