import InfraContract
import InfraKit
import InfraTargets
import Testing

@Suite("The addresses that may reach a service or a site")
struct AllowedAddressTests {
  private static let office = [AddressRange("203.0.113.0/24", "the office")]

  private static let trial = FieldTrial(
    services: [
      Service(
        "api",
        source: .dockerfile("api/Dockerfile", context: "api"),
        port: 8080,
        allowedAddresses: office,
        line: 7
      )
    ],
    sites: [StaticSite("web", directory: "web", allowedAddresses: office, line: 8)]
  )

  @Test("are a list of the service and of the site at Render")
  func render() {
    let list = """
          ipAllowList:
            - source: 203.0.113.0/24
              description: the office
      """
    let file = Self.trial.file("render", "render.yaml")
    #expect(file.ranges(of: list).count == 2)
    #expect(Self.trial.errors("render") == [])
  }

  @Test("are all addresses at Railway, which says so")
  func railway() {
    #expect(
      Self.trial.findings("railway", "railway/open-addresses") == [
        "warning 7 service 'api' may be reached from 203.0.113.0/24 only, and Railway lets every "
          + "address in",
        "warning 8 static site 'web' may be reached from 203.0.113.0/24 only, and Railway lets every "
          + "address in",
      ]
    )
  }

  @Test("are a rule of the firewall at Vercel, which a person makes")
  func vercel() {
    #expect(
      Self.trial.findings("vercel", "vercel/addresses-by-hand") == [
        "warning 7 service 'api' may be reached from 203.0.113.0/24 only, which no vercel.json can "
          + "say",
        "warning 8 static site 'web' may be reached from 203.0.113.0/24 only, which no vercel.json "
          + "can say",
      ]
    )
    #expect(Self.trial.file("vercel", "SETUP.md").contains("is not any of `203.0.113.0/24`"))
  }

  @Test("are a wish that one machine does not have")
  func compose() {
    #expect(
      Self.trial.findings("compose", "compose/one-machine") == [
        "note 7 service 'api' asks for addresses that may connect, which one machine does not have",
        "note 8 static site 'web' asks for addresses that may connect, which one machine does not "
          + "have",
      ]
    )
  }

  @Test("are told nowhere where all may come")
  func everybody() {
    let trial = FieldTrial(
      services: [Service("api", source: .dockerfile("api/Dockerfile", context: "api"), port: 8080)],
      sites: [StaticSite("web", directory: "web")]
    )
    #expect(trial.findings("railway", "railway/open-addresses") == [])
    #expect(trial.findings("vercel", "vercel/addresses-by-hand") == [])
  }

  @Test("are legal, and of what the public reaches")
  func faults() {
    let trial = FieldTrial(services: [
      Service(
        "worker",
        source: .image("acme/worker:1"),
        allowedAddresses: [AddressRange("300.0.0.1")],
        line: 5
      )
    ])
    #expect(trial.findings("render", "model/only-listeners-answer").count == 1)
    #expect(trial.findings("render", "model/legal-address-ranges").count == 1)
  }
}
