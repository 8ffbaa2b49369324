import Foundation
import InfraGraph
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A graph as SVG")
struct DrawingTests {
  @Test("awkward names stay text, and the file stays well-formed XML")
  func awkward() throws {
    let names = [
      "<script>alert(1)</script>", "a\"b'c & d", "]]>", "\u{202E}gnp.exe", "tab\tand\u{1B}[31m",
      "ünïcødé 名前 🚀", "", String(repeating: "long", count: 80),
    ]
    let graph = ResourceGraph(
      nodes: names.map { .init($0, .service, caption: $0, entry: $0) },
      edges: (1..<names.count).map { .init(from: $0 - 1, to: $0, names[$0]) }
    )
    for setting in [GraphDrawing.Setting.page, .file(title: "<&\"'> \u{7}")] {
      let svg = GraphDrawing.svg(GraphLayout(graph, hasLabels: true), for: setting)
      let reader = Reader()
      let parser = XMLParser(data: Data(svg.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(!reader.elements.contains("script"))
      #expect(reader.text.contains("<script>alert(1)</script>"))
      #expect(!svg.unicodeScalars.contains("\u{202E}"))
      #expect(!svg.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test("a file of its own has colours for light and dark, a title and a legend of what it shows")
  func file() {
    let graph = ResourceGraph(
      nodes: [
        .init("web", .site, caption: "site · Vercel", entry: "https://app.example"),
        .init("data", .database, caption: "database · Render"),
      ],
      edges: [.init(from: 0, to: 1, "url")]
    )
    let svg = GraphDrawing.svg(GraphLayout(graph, hasLabels: true), for: .file(title: "shop, prod"))
    #expect(svg.contains("prefers-color-scheme: dark"))
    #expect(svg.contains("<title id=\"title\">shop, prod</title>"))
    #expect(svg.contains(">reads from</text>"))
    #expect(!svg.contains(">waits for</text>"))
    #expect(!svg.contains(">cron job</text>"))
    #expect(svg.contains("web, site · Vercel, refers to data"))
    #expect(svg.contains("<text x=") && svg.contains(">url</text>"))
    #expect(svg.contains(">https://app.example</text>"))
  }

  @Test("a part of a page has no style of its own, which the page's policy would refuse")
  func page() {
    let svg = GraphDrawing.svg(GraphLayout(random(nodes: 9, seed: 1), hasLabels: false), for: .page)
    #expect(!svg.contains("<style"))
    #expect(!svg.contains("style="))
    #expect(svg.contains("class=\"lamp\""))
  }

  @Test("a text that is too long is cut with an ellipsis within its width")
  func fitted() {
    let text = TextWidth.fitted("a-very-long-name-of-a-service", size: 13, to: 80)
    #expect(text.hasSuffix("…"))
    #expect(TextWidth.of(text, size: 13) <= 80)
    #expect(TextWidth.fitted("api", size: 13, to: 80) == "api")
  }
}

private final class Reader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var text = ""

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
