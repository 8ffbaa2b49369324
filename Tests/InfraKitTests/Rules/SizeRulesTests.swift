import InfraContract
import InfraKit
import Testing

@Suite("Instances, sizes, volumes and times")
struct SizeRulesTests {
  @Test("at least one instance runs, and scaling has bounds and a measure")
  func instances() {
    let line: UInt = #line + 1
    let a = Service("a", source: image, instances: 0)
    let b = Service("b", source: image, scaling: Scaling(0...3, cpuPercent: 101))
    let c = Service("c", source: image, scaling: Scaling(1...3))
    var d = Service("d", source: image, scaling: Scaling(2...3, memoryPercent: 0))
    d.scaling?.maximum = 1
    #expect(
      findings(services: [a, b, c, d]) == [
        Finding("legal-instances", line, "service 'a' has 0 instances, and at least 1 must run"),
        Finding(
          "legal-instances",
          line + 1,
          "service 'b' scales down to 0, and at least 1 must run"
        ),
        Finding(
          "legal-instances",
          line + 1,
          "service 'b' scales at 101 percent processor use, and percents lie in 1...100"
        ),
        Finding("legal-instances", line + 2, "service 'c' scales by no measure"),
        Finding("legal-instances", line + 3, "service 'd' scales from 2 to 1, which is less"),
        Finding(
          "legal-instances",
          line + 3,
          "service 'd' scales at 0 percent memory use, and percents lie in 1...100"
        ),
      ]
    )
  }

  @Test("one to one instances at one percent are still scaling")
  func legalInstances() {
    let a = Service("a", source: image, scaling: Scaling(1...1, cpuPercent: 1, memoryPercent: 100))
    #expect(findings(services: [a]) == [])
  }

  @Test("a service with a reason to be alone has one instance")
  func alone() {
    let line: UInt = #line + 1
    let a = Service("a", source: image, instances: 2, soleInstance: "it sweeps tickets in process")
    let b = Service(
      "b",
      source: image,
      scaling: Scaling(1...4, cpuPercent: 50),
      soleInstance: "it keeps a lock file"
    )
    #expect(
      findings(services: [a, b]) == [
        Finding(
          "sole-instance",
          line,
          "service 'a' has 2 instances, but only one may run: it sweeps tickets in process"
        ),
        Finding(
          "sole-instance",
          line + 1,
          "service 'b' scales to 4 instances, but only one may run: it keeps a lock file"
        ),
      ]
    )
    #expect(findings(services: [Service("a", source: image, soleInstance: "alone")]) == [])
  }

  @Test("what is asked for is more than nothing")
  func sizes() {
    let line: UInt = #line + 1
    let a = Service("a", source: image, size: Size(cpu: 0, memory: .megabytes(-1)))
    let b = Service("b", source: image, volumes: [Volume("v", at: "/v", size: .gigabytes(0))])
    let c = CronJob("c", source: image, schedule: .hourly(), size: Size(cpu: .nan))
    let d = Postgres("d", storage: .gigabytes(0), size: Size(cpu: .infinity))
    let e = KeyValue("e", memory: ByteCount(bytes: -5))
    #expect(
      findings(services: [a, b], jobs: [c], databases: [d], caches: [e]) == [
        Finding("legal-sizes", line, "service 'a' asks for -1 MB of memory"),
        Finding("legal-sizes", line, "service 'a' asks for 0.0 cores"),
        Finding("legal-sizes", line + 1, "service 'b' asks for 0 GB of volume 'v'"),
        Finding("legal-sizes", line + 2, "cron job 'c' asks for nan cores"),
        Finding("legal-sizes", line + 3, "database 'd' asks for inf cores"),
        Finding("legal-sizes", line + 3, "database 'd' asks for 0 GB of storage"),
        Finding("legal-sizes", line + 4, "cache 'e' asks for -5 bytes of memory"),
      ]
    )
    let fine = Service("a", source: image, size: Size(cpu: 0.1, memory: ByteCount(bytes: 1)))
    #expect(findings(services: [fine]) == [])
  }

  @Test("a volume has an absolute path and a name of its own")
  func volumes() {
    let line: UInt = #line + 1
    let a = Service("a", source: image, volumes: [Volume("v", at: "data")])
    let b = Service("b", source: image, volumes: [Volume("v", at: "/data/../etc")])
    let c = Service("c", source: image, volumes: [Volume("v", at: "/")])
    let d = Service("d", source: image, volumes: [Volume("v", at: "/a:/b")])
    let e = Service("e", source: image, volumes: [Volume("v", at: "/a"), Volume("v", at: "/b")])
    let f = Service("f", source: image, volumes: [Volume("v", at: "/a"), Volume("w", at: "/a/")])
    #expect(
      findings(services: [a, b, c, d, e, f]) == [
        Finding(
          "legal-volumes",
          line,
          "volume 'v' of service 'a' is seen at 'data', which is not absolute"
        ),
        Finding(
          "legal-volumes",
          line + 1,
          "volume 'v' of service 'b' is seen at '/data/../etc', which has '.' or '..' in it"
        ),
        Finding(
          "legal-volumes",
          line + 2,
          "volume 'v' of service 'c' is seen at '/', which is the root of the file system"
        ),
        Finding(
          "legal-volumes",
          line + 3,
          "volume 'v' of service 'd' is seen at '/a:/b', which has ':' in it"
        ),
        Finding("legal-volumes", line + 4, "volume 'v' of service 'e' has the name of another one"),
        Finding("legal-volumes", line + 5, "volume 'w' of service 'f' is seen at '/a/', as 'v' is"),
      ]
    )
  }

  @Test("two services may each have a volume of one name at one path")
  func legalVolumes() {
    let a = Service("a", source: image, volumes: [Volume("data", at: "/var/lib/a.b_c-d")])
    let b = Service("b", source: image, volumes: [Volume("data", at: "/var/lib/a.b_c-d")])
    #expect(findings(services: [a, b]) == [])
  }

  @Test("the time to finish is not negative")
  func shutdown() {
    let line: UInt = #line + 1
    let a = Service("a", source: image, shutdownGrace: .seconds(-1))
    let b = Service("b", source: image, shutdownGrace: .zero)
    #expect(
      findings(services: [a, b]) == [
        Finding(
          "legal-shutdown-grace",
          line,
          "service 'a' has -1.0 seconds to finish after SIGTERM"
        )
      ]
    )
  }
}
