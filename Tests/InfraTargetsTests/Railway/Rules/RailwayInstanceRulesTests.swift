import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("Railway: instances")
struct RailwayInstanceRulesTests {
  @Test("a region has 1 to 200 instances, and a service 50 in all")
  func range() {
    let line: UInt = #line + 1
    var api = Service("api", source: .image("acme/api:1"), instances: 51)
    #expect(
      railwayFindings("instance-range", services: [api])
        == ["\(line): error: service 'api' has 51 instances, and Railway allows 50 in all"]
    )
    #expect(
      railwayFindings("instance-range", services: [api], on: .railway(region: .usWest))
        == ["\(line): error: service 'api' has 51 instances, and Railway allows 50 in all"]
    )
    api.instances = 50
    #expect(railwayFindings("instance-range", services: [api]) == [])
  }

  @Test("a region without instances is left out")
  func none() {
    let api = Service("api", source: .image("acme/api:1"))
    let line: UInt = #line + 2
    let target = Railway.railway(region: .usEast) {
      $0.edit(api) { $0.deploy?.multiRegionConfig["us-west2"] = .value(.init(numReplicas: 0)) }
    }
    #expect(
      railwayFindings("instance-range", services: [api], on: target) == [
        "\(line): error: service 'api' has 0 instances in 'us-west2', and Railway allows 1...200"
      ]
    )
  }

  @Test("the number of instances follows no load")
  func scaling() {
    let line: UInt = #line + 1
    var api = Service("api", source: .image("acme/api:1"), instances: 1)
    api.scaling = Scaling(2...6, cpuPercent: 70)
    #expect(
      railwayFindings("fixed-instances", services: [api]) == [
        "\(line): warning: service 'api' scales from 2 to 6, and on Railway 2 run all the time"
      ]
    )
    api.scaling = nil
    #expect(railwayFindings("fixed-instances", services: [api]) == [])
  }

  @Test("a plan allows what is needed")
  func plan() {
    let line: UInt = #line + 1
    var api = Service(
      "api",
      source: .image("acme/api:1"),
      instances: 3,
      size: Size(memory: .gigabytes(801))
    )
    #expect(
      railwayFindings("large-enough-plan", services: [api]) == [
        "\(line): error: service 'api' needs 801 GB of memory 3 times, which no plan of Railway's "
          + "allows"
      ]
    )
    api.size = Size(memory: .gigabytes(800))
    #expect(railwayFindings("large-enough-plan", services: [api]) == [])
  }
}
