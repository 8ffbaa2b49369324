import InfraContract
import InfraKit
import Testing

@Suite("Ports of a developer's machine")
struct LocalPortTests {
  private static func service(_ name: String, _ port: Int) -> Service {
    Service(name, source: .image("registry.example/\(name):1"), port: Port(port))
  }

  @Test("each resource has its own port, or the next free one in the order of the lists")
  func assigned() {
    // Many that want the same, some that want what others were moved to, and one that must move up.
    let wanted = [8080, 8080, 8081, 8080, 9000, 8080, 8083, 80, 8080, 9000, 8080]
    let services = wanted.enumerated().map { Self.service("s\($0.offset)", $0.element) }
    let ports = LocalPort.assigned(services: services, sites: [], databases: [], caches: [])

    var taken: Set<Int> = []
    let expected = wanted.map { port in
      var number = port < 1024 ? port + 8000 : port
      while !taken.insert(number).inserted { number += 1 }
      return number
    }
    #expect(ports.map(\.number) == expected)
    #expect(ports.map(\.id.name) == services.map(\.name))
  }

  @Test("twenty thousand that want one port get as many")
  func many() {
    let services = (0..<20_000).map { Self.service("s\($0)", 8080) }
    let ports = LocalPort.assigned(services: services, sites: [], databases: [], caches: [])
    #expect(Set(ports.map(\.number)) == Set(8080..<28_080))
  }
}
