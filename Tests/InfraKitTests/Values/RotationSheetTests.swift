import InfraContract
import Testing

@testable import InfraKit

@Suite("the sheet's section about rotating")
struct RotationSheetTests {
  private func store(_ name: String, _ place: String) -> SecretStore {
    let site = CallSite()
    return SecretStore(Secret(name, .generated(bytes: 32)), in: place, site: site)
  }

  @Test("a secret is there once, with all its places, and not its second value")
  func table() throws {
    let step = try #require(
      SetupStep.rotation(
        of: [
          store("KEY", "Railway project 'shop', prod"), store("KEY_PREVIOUS", "Railway"),
          store("KEY", "Railway project 'shop', prod"), store("KEY", "Vercel"),
          store("OTHER_PREVIOUS", "Vercel"),
        ],
        in: "prod"
      )
    )
    #expect(step.phase == .rotation)
    #expect(
      step.blocks.contains(
        .table(
          ["Secret", "Kept in", "Command"],
          [
            [
              "`KEY`", "Railway project 'shop', prod, Vercel",
              "`swift run infra secrets rotate prod KEY`",
            ],
            [
              "`OTHER_PREVIOUS`", "Vercel", "`swift run infra secrets rotate prod OTHER_PREVIOUS`",
            ],
          ]
        )
      )
    )
  }

  @Test("without a secret there is none")
  func nothing() { #expect(SetupStep.rotation(of: [], in: "prod") == nil) }
}
