import InfraKit
import InfraTargets
import Testing

@testable import InfraCLI

@Suite("infra rules and facts")
struct RulesCommandTests {
  @Test("the list has every rule of the model and of all platforms, grouped and in one line each")
  func list() throws {
    let scene = try Scene()
    #expect(scene.run("rules", environments: shop()) == 0)
    let lines = scene.out.split(separator: "\n")
    for owner in ["model", "render", "railway", "vercel", "compose", "notebook"] {
      #expect(lines.contains { $0 == owner })
    }
    let codes = lines.filter { $0.hasPrefix("  ") }.map { $0.split(separator: " ")[1] }
    #expect(codes.count > 250)
    #expect(Set(codes).count == codes.count)
    #expect(scene.out.contains("  error    render/disk-single-instance "))
    #expect(scene.err == "")
  }

  @Test("one platform's rules, and the nearest name where it is misspelt")
  func platform() throws {
    let scene = try Scene()
    #expect(scene.run("rules", "--platform", "vercel", environments: []) == 0)
    #expect(scene.out.split(separator: "\n").dropFirst().allSatisfy { $0.contains(" vercel/") })
    #expect(scene.run("rules", "--platform", "vercle", environments: []) == 64)
    #expect(scene.err.contains("did you mean 'vercel'?"))
  }

  @Test("a rule is explained: what, why, how to mend it, the page and day, how to silence or raise")
  func explain() throws {
    let scene = try Scene()
    #expect(scene.run("rules", "render/empty-values", environments: []) == 0)
    #expect(
      scene.out == """
        render/empty-values  warning

          A variable has a text that is not empty: empty ones are reported to be
          refused.

          Why
            Empty values are reported to be refused by Render's API.
          How to mend it
            Leave the variable out: an unset one reads the same in most programs.
          Where it comes from
            https://github.com/Infisical/infisical/issues/4327 (of 2026-08-18)
          To silence it, at a resource or for a whole target
            rules: [.silence("render/empty-values", because: "…")]
          To make it an error
            rules: [.raise("render/empty-values", because: "…")]

        """
    )
    #expect(scene.run("rules", "render/region-changed", environments: []) == 0)
    #expect(scene.out.contains("--against REVISION"))
    #expect(scene.out.contains("To silence it"))
    #expect(scene.run("rules", "model/unique-names", environments: []) == 0)
    #expect(scene.out.contains("It cannot be silenced"))
  }

  @Test("a misspelt code gets the nearest one")
  func nearest() throws {
    let scene = try Scene()
    #expect(scene.run("rules", "render/disk-singel-instance", environments: []) == 64)
    #expect(scene.err.contains("did you mean 'render/disk-single-instance'?"))
    #expect(scene.run("rules", "disk-single-instance", environments: []) == 64)
    #expect(scene.err.contains("did you mean 'render/disk-single-instance'?"))
    #expect(scene.run("rules", "xyz", environments: []) == 64)
    #expect(scene.err.contains("lists them all"))
    #expect(scene.run("rules", "render", environments: []) == 64)
    #expect(scene.err.contains("'swift run infra rules --platform render' lists its rules"))
  }

  @Test("JSON has the same")
  func json() throws {
    let scene = try Scene()
    #expect(scene.run("rules", "vercel/route-count", "--format", "json", environments: []) == 0)
    #expect(scene.out.contains("\"code\": \"vercel/route-count\""))
    #expect(scene.out.contains("\"canBeSilenced\": false"))
    #expect(scene.run("rules", "--format", "json", environments: []) == 0)
    #expect(scene.out.contains("\"code\": \"model/unique-names\""))
  }

  @Test(
    "every rule has a code of its own, a demand, an explanation, and a page with its day or none"
  )
  func complete() {
    let book = RuleBook([])
    var codes: Set<String> = []
    for entry in book.entries {
      let rule = entry.rule
      #expect(codes.insert(rule.code).inserted, "\(rule.code)")
      #expect(rule.code.wholeMatch(of: /[a-z]+\/[a-z-]+/) != nil, "\(rule.code)")
      #expect(rule.demand.hasSuffix("."), "\(rule.code)")
      #expect(entry.explanation != nil, "\(rule.code)")
      #expect((rule.page == nil) == (rule.checked == nil), "\(rule.code)")
      if let page = rule.page { #expect(page.hasPrefix("https://"), "\(rule.code)") }
      if let day = rule.checked { #expect(Day(day) != nil, "\(rule.code)") }
    }
    let explained =
      Platforms.all.map(\.explanations) + [ModelRules.explanations, TemplateRules.explanations]
    for code in explained.flatMap(\.keys) { #expect(codes.contains(code), "\(code) is no rule") }
  }

  @Test("facts are shown with source and day, and their age is a note that fails nothing")
  func facts() throws {
    let scene = try Scene()
    scene.today = try #require(Day("2026-11-24"))
    #expect(scene.run("facts", "render", environments: []) == 0)
    #expect(scene.out.hasPrefix("Render\n"))
    #expect(scene.out.contains("frankfurt"))
    #expect(scene.out.contains("(render.com/docs/blueprint-spec, 2026-09-05)"))
    #expect(!scene.out.contains("Railway"))
    #expect(scene.err.contains("the oldest is of 2026-04-01: "))
    scene.today = try #require(Day("2036-11-24"))
    #expect(scene.run("facts", environments: []) == 0)
    #expect(scene.out.contains("railway.json and railway.toml are read"))
    #expect(scene.err.hasPrefix("note: "))
    #expect(scene.err.contains("more than 180 days old"))
    #expect(scene.run("facts", "--format", "json", environments: []) == 0)
    #expect(scene.out.contains("\"platform\": \"compose\""))
    #expect(scene.run("facts", "rendre", environments: []) == 64)
    #expect(scene.err.contains("did you mean 'render'?"))
  }

  @Test("facts fit a terminal of eighty columns, but for an address that is longer")
  func width() throws {
    let scene = try Scene()
    #expect(scene.run("facts", environments: []) == 0)
    let wide = scene.out.split(separator: "\n").filter { $0.count > 80 }
    #expect(wide.allSatisfy { $0.first { $0 != " " } == "(" }, "\(wide)")
    #expect(
      scene.out.contains("\n    free        0.1 CPU, 512 MB  (render.com/docs/blueprint-spec, ")
    )
  }

  @Test("every fact has a source and a day, and no fact is there twice")
  func sources() {
    for known in Platforms.all {
      #expect(known.facts.count > 10, "\(known.platform.name)")
      var seen: Set<String> = []
      for fact in known.facts {
        #expect(!fact.value.isEmpty && !fact.source.isEmpty, "\(fact)")
        #expect(Day(fact.date) != nil, "\(fact)")
        #expect(seen.insert("\(fact.topic): \(fact.name)").inserted, "\(fact)")
      }
    }
  }

  @Test("days are counted over leap years and centuries")
  func days() throws {
    let day = try #require(Day("2026-11-24"))
    #expect(day.days(since: try #require(Day("2026-11-23"))) == 1)
    #expect(day.days(since: try #require(Day("2024-02-28"))) == 1000)
    #expect(day.days(since: try #require(Day("1970-01-01"))) == 20_781)
    #expect(day.days(since: try #require(Day("1900-01-01"))) == 46_348)
    for text in ["", "2026-13-01", "2026-1", "26-01-01", "2026-01-32", "today"] {
      #expect(Day(text) == nil)
    }
  }
}
