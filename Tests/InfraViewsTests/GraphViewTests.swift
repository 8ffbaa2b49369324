import InfraContract
import InfraGraph
import InfraKit
import InfraTargets
import InfraViews
import TestSupport
import Testing

@Suite("The graph of a deployment")
struct GraphViewTests {
  @Test("resources, references, waits, platforms and entry points are in it")
  func contents() {
    let view = GraphView(plan(Shop().application))
    #expect(view.title == "shop, prod")
    #expect(view.graph.nodes.map(\.name) == ["api", "worker", "web", "digest", "data", "cache"])
    #expect(view.graph.nodes.map(\.kind) == [.service, .worker, .site, .job, .database, .cache])
    #expect(Set(view.platforms) == ["Render"])
    let edges = view.graph.edges.map { edge in
      let names = view.graph.nodes.map(\.name)
      return "\(names[edge.source]) \(names[edge.target]) \(edge.isWait ? "waits" : edge.label)"
    }
    #expect(
      Set(edges) == [
        "api web origin", "api data url", "worker cache host", "web api origin",
        "digest data url", "worker api waits",
      ]
    )
    #expect(view.graph.nodes[0].entry == "https://api.shop.example")
    #expect(view.graph.nodes[1].entry == nil)
    #expect(view.graph.nodes[2].entry == "https://shop.example")
  }

  @Test("several references between two resources are one edge, and shared sets count")
  func merged() {
    var shop = Shop()
    shop.api.variables["HOST"] = shop.data.host
    shop.worker.shared = [SharedVariables("common", ["URL": shop.data.url.value])]
    shop.digest.shared = [SharedVariables("common", ["URL": shop.data.url.value])]
    let view = GraphView(plan(shop.application))
    let toData = view.graph.edges.filter { view.graph.nodes[$0.target].name == "data" }
    #expect(toData.map(\.label).sorted() == ["host, url", "url", "url"])
  }

  @Test("on a developer's machine the entry is localhost, and without a domain the platform's")
  func entries() {
    var shop = Shop()
    let local = Environment("dev", shop.application, on: .compose)
    let node = GraphView(Plan(local, local.deployments[0])).graph.nodes[0]
    #expect(node.entry == "on localhost")
    shop.api.domains = []
    #expect(GraphView(plan(shop.application)).graph.nodes[0].entry == "public address of Render")
    shop.api.access = .private
    #expect(GraphView(plan(shop.application)).graph.nodes[0].entry == nil)
  }

  @Test("Mermaid: one line for each, in groups by platform")
  func mermaid() {
    let text = GraphView(plan(Shop().application)).mermaid
    #expect(text.hasPrefix("flowchart LR\n  public((\"the public\"))\n  subgraph p0[\"Render\"]\n"))
    #expect(text.contains("    n0[\"api<br/>service\"]\n"))
    #expect(text.contains("    n4[(\"data<br/>Postgres 17\")]\n"))
    #expect(text.contains("  n0 -->|\"url\"| n4\n"))
    #expect(text.contains("  n1 -.->|\"waits for\"| n0\n"))
    #expect(text.contains("  public -->|\"https://api.shop.example\"| n0\n"))
  }

  @Test("awkward names have no meaning in Mermaid")
  func awkwardMermaid() {
    let text = GraphView(plan(awkward)).mermaid
    #expect(text.contains("#34;#93; --#62; end #35; #60;b#62; #92;"))
    for line in text.split(separator: "\n").dropFirst() {
      let quotes = line.count { $0 == "\"" }
      #expect(quotes.isMultiple(of: 2))
      #expect(!line.contains("<b>"))
    }
  }

  @Test("awkward names have no meaning in Graphviz, which reads the file", .needsProgram("dot"))
  func dot() async throws {
    for application in [awkward, Shop().application] {
      let text = GraphView(plan(application)).dot
      let result = try await ChildProcess("dot", ["-Tplain"], input: text).run()
      #expect(result.status == 0, "\(result.errors)")
      let nodes = result.output.split(separator: "\n").filter { $0.hasPrefix("node ") }
      let entries = GraphView(plan(application)).graph.nodes.contains { $0.entry != nil }
      #expect(nodes.count == application.resources.count + (entries ? 1 : 0))
    }
    #expect(GraphView(plan(awkward)).dot.contains(#"\"] --> end # <b> \\"#))
  }

  @Test("the SVG names the deployment where there are several, and every resource")
  func svg() {
    let shop = Shop()
    let environment = Environment(
      "prod",
      shop.application,
      deployments: [
        Deployment("main", on: .render(region: .frankfurt)), Deployment("railway", on: .railway),
      ]
    )
    let view = GraphView(Plan(environment, environment.deployments[1]))
    #expect(view.title == "shop, prod, railway")
    for resource in shop.application.resources {
      #expect(view.svg.contains(">\(resource.id.name)</text>"))
    }
    #expect(view.svg.contains("prefers-color-scheme: dark"))
    #expect(view.svg.contains(">worker · Railway</text>"))
  }

  private var awkward: Application {
    let bad = Service("\"] --> end # <b> \\", source: .image("a:1"))
    let odd = Service(
      "line\nbreak; {x} | %%",
      source: .image("a:1"),
      variables: ["A": Value([.reference(Reference(.service, bad.name, .host))])]
    )
    return Application("shop", services: [bad, odd])
  }

  private func plan(_ application: Application) -> Plan {
    let environment = Environment("prod", application, on: .render(region: .frankfurt))
    return Plan(environment, environment.deployments[0])
  }
}
