import InfraKit

extension RenderRules {
  /// A static site says where its files are.
  enum StaticSites: BlueprintRule {
    static let rule = Rule(
      "static-publish-path",
      .error,
      "A static site names the directory of its files.",
      RenderFacts.reference
    )

    static func check(_ file: RenderFile, _ findings: inout Findings) {
      for site in file.sites where site.staticPublishPath?.isEmpty ?? true {
        file.report(
          rule,
          site.name,
          "names no directory of built files, which Render needs to publish",
          help: "give it output:, such as \"dist\", or serve: where a process serves it",
          &findings
        )
      }
    }
  }
}
