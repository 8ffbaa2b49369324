import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("What Vercel demands of a file")
struct VercelFileRulesTests {
  private typealias Trial = VercelTrial

  private let site = StaticSite("web", directory: "web")
  private let docs = StaticSite("docs", directory: "docs")

  @Test("an edit is about something that is hosted here")
  func hostedEdits() {
    let (site, docs) = (site, docs)
    let target = Vercel.vercel(hosting: site) { edits in
      edits.edit(docs, line: 7) { $0.cleanUrls = true }
      edits.edit(site, line: 8) { $0.cleanUrls = true }
    }
    #expect(
      Trial.target("vercel/hosted-edits", line: 7, target) == [
        "error +0 static site 'docs' is edited for Vercel, which does not host it in this deployment"
      ]
    )
  }

  @Test("a place is given for one resource only")
  func oneFile() {
    let code = "vercel/one-file"
    let both = " names one place for the 2 resources that this target hosts: 'web', 'docs'"
    let place = Trial.target(code, .vercel(hosting: site, docs, at: "vercel.json"))
    #expect(place == ["error +0 at:\(both)"])
    let project = Trial.target(code, .vercel(hosting: site, docs, project: "shop"))
    #expect(project == ["error +0 project:\(both)"])
    #expect(Trial.target(code, .vercel(hosting: site, project: "shop", at: "vercel.json")) == [])
    #expect(Trial.target(code, .vercel(hosting: site, docs)) == [])
  }

  @Test("the file is called vercel.json and lies in the repository")
  func fileName() {
    let code = "vercel/file-name"
    let renamed = Trial.target(code, .vercel(hosting: site, at: "web/vercel.prod.json"))
    #expect(
      renamed == [
        "error +0 at: is 'web/vercel.prod.json', and Vercel reads a file called vercel.json"
      ]
    )
    let outside = Trial.target(code, .vercel(hosting: site, at: "../vercel.json"))
    #expect(outside == ["error +0 at: is '../vercel.json', which leaves the repository with '..'"])
    #expect(Trial.target(code, .vercel(hosting: site, at: "web/vercel.json")) == [])
  }

  @Test("a file outside the Root Directory is told")
  func rootDirectory() {
    let code = "vercel/root-directory"
    let generated = Trial.target(code, .vercel(hosting: site))
    #expect(
      generated == [
        "note +0 'generated/prod/web/vercel.json' is not where Vercel looks for the file of "
          + "static site 'web', which is 'web/vercel.json'"
      ]
    )
    #expect(Trial.target(code, .vercel(hosting: site, at: "./web//vercel.json")) == [])
  }

  @Test("a command has at most 256 characters")
  func commandLength() {
    let code = "vercel/command-length"
    let text = { @Sendable (count: Int) in String(repeating: "é", count: count) }
    let long = Trial.site(code) { site, _ in site.build = .shell(text(257)) }
    #expect(
      long == [
        "error +0 buildCommand of static site 'web' has 257 characters, and Vercel takes 256"
      ]
    )
    #expect(Trial.site(code) { site, _ in site.build = .shell(text(256)) } == [])
    let edited = Trial.edited(code) { $0.installCommand = .value(text(300)) }
    #expect(
      edited == [
        "error +0 installCommand of static site 'web' has 300 characters, and Vercel takes 256"
      ]
    )
    let container = Trial.container(code) { $0.dev = .init(start: .shell(text(2_049))) }
    #expect(
      container == [
        "error +0 devCommand of service 'api' has 2049 characters, and Vercel takes 2048"
      ]
    )
    #expect(Trial.container(code) { $0.dev = .init(start: .shell(text(2_048))) } == [])
  }

  @Test("no variable is in the file")
  func variablesInFile() {
    let code = "vercel/variables-in-file"
    let found = Trial.edited(code) {
      $0.env = ["A": "1", "B": "2"]
      $0.build = .init(env: ["C": "3"])
    }
    #expect(
      found == [
        "error +0 env of 'web/vercel.json' sets 'A', 'B' for all environments, in a deprecated key",
        "error +0 build.env of 'web/vercel.json' sets 'C' for all environments, in a deprecated key",
      ]
    )
    #expect(Trial.edited(code) { $0.env = [:] } == [])
  }

  @Test("legacy keys are warned of")
  func legacyKeys() {
    let code = "vercel/legacy-keys"
    let found = Trial.edited(code) { $0.version = 2 }
    #expect(found == ["warning +0 'web/vercel.json' sets version, which is legacy or private"])
    #expect(Trial.edited(code) { $0.regions = [.frankfurt] } == [])
  }

  @Test("an unknown framework is warned of")
  func knownFrameworks() {
    let code = "vercel/known-frameworks"
    let found = Trial.edited(code) { $0.framework = "vapor" }
    #expect(
      found == [
        "warning +0 framework 'vapor' of 'web/vercel.json' is none of the "
          + "\(74) known on 2026-08-03"
      ]
    )
    #expect(Trial.edited(code) { $0.framework = .value(.astro) } == [])
  }
}
