import InfraKit
import TestSupport
import Testing

@testable import InfraTargets

@Suite(
  "A site served by a real nginx",
  .enabled(if: RunningNginx.program != nil, "no nginx on this machine: run ./scripts/test"),
  .needsProgram("curl")
)
struct NginxServingTests {
  private static let files = [
    "index.html": "home", "404.html": "lost", "assets/app.css": "style", "docs/index.html": "docs",
    "manual/a.html": "a", "assets/data": "{}",
  ]

  @Test("files, folders, rewrites and the page for what is not there")
  func files() async throws {
    var site = NginxSite()
    site.rewrites = [Rewrite("/docs/*", to: "/manual/*"), Rewrite("/app/:page", to: "/index.html")]
    try await RunningNginx.serving(site, files: Self.files) { server async throws in
      #expect(try await server.get("/").body == "home")
      #expect(try await server.get("/index.html?q=1").body == "home")
      #expect(try await server.get("/docs").body == "docs")
      #expect(try await server.get("/docs/").body == "docs")
      #expect(try await server.get("/docs/a.html").body == "a")
      #expect(try await server.get("/app/tickets").body == "home")
      let lost = try await server.get("/app/tickets/7")
      #expect(lost.status == 404)
      #expect(lost.body == "lost")
      #expect(lost["Server"] == ["nginx"])
      #expect(try await server.get("/assets/app.css")["Content-Type"] == ["text/css"])
      #expect(try await server.get("/")["Content-Type"] == ["text/html; charset=utf-8"])
      #expect(try await server.get("/../../etc/passwd").status == 400)
      #expect(try await server.get("/docs/..%2f..%2fetc/passwd").status >= 400)
    }
  }

  @Test("a single-page application gets its page for every path without a file")
  func singlePage() async throws {
    var site = NginxSite()
    site.rewrites = [.singlePage]
    try await RunningNginx.serving(site, files: Self.files) { server async throws in
      for path in ["/", "/tickets", "/tickets/7?tab=2", "/a/b/c/"] {
        let answer = try await server.get(path)
        #expect(answer.status == 200)
        #expect(answer.body == "home")
        #expect(answer["Content-Type"] == ["text/html; charset=utf-8"])
      }
      #expect(try await server.get("/assets/app.css").body == "style")
    }
  }

  @Test(
    "a header is sent once, with the last value that fits the path, on errors and redirects too"
  )
  func headers() async throws {
    var site = NginxSite()
    site.headers = [
      .init("X-Frame-Options", "DENY"),
      .init("Cache-Control", "no-store", on: "/assets/*"),
      .init("Cache-Control", "immutable", on: "/assets/app.css"),
      .init("Link", [.text("<"), .variable("api"), .text("/>; rel=preconnect")], on: "/"),
      .init("Content-Type", "application/json", on: "/assets/data"),
    ]
    site.redirects = [Redirect("/old", to: "/")]
    site.rewrites = [.singlePage]
    let variables = ["api": "http://localhost:8080"]
    try await RunningNginx.serving(site, files: Self.files, variables: variables) {
      server async throws in
      for path in ["/", "/old", "/nowhere/at/all", "/assets/data"] {
        #expect(try await server.get(path)["X-Frame-Options"] == ["DENY"])
      }
      let standard = "public, max-age=0, must-revalidate"
      #expect(try await server.get("/")["Cache-Control"] == [standard])
      #expect(try await server.get("/assetsy")["Cache-Control"] == [standard])
      #expect(try await server.get("/assets/data?v=2")["Cache-Control"] == ["no-store"])
      #expect(try await server.get("/assets/app.css?v=2")["Cache-Control"] == ["immutable"])
      #expect(try await server.get("/")["Link"] == ["<http://localhost:8080/>; rel=preconnect"])
      #expect(try await server.get("/index.html")["Link"] == [])
      #expect(try await server.get("/assets/data")["Content-Type"] == ["application/json"])
      #expect(try await server.get("/assets/data").body == "{}")
    }
  }

  @Test("every printable character of a value arrives unchanged")
  func values() async throws {
    let printable = String(String.UnicodeScalarView((0x21...0x7E).compactMap(Unicode.Scalar.init)))
    let values = [
      printable, "$uri ${uri} $", "\\", "\\\"", "a\\nb", "a; b { c } # d", "'", "~^/", "$1", "${",
      "é ✓",
      "default", "\t tab", "volatile",
    ]
    var site = NginxSite()
    site.headers = values.enumerated().map { .init("X-V\($0)", $1) }
    site.headers += values.enumerated().map { .init("X-P\($0)", $1, on: "/some") }
    site.rewrites = [.singlePage]
    try await RunningNginx.serving(site, files: Self.files) { server async throws in
      let answer = try await server.get("/some")
      // HTTP lets no space stand at the start of a value.
      func trimmed(_ text: String) -> String { String(text.drop { $0 == "\t" || $0 == " " }) }
      for (index, value) in values.enumerated() {
        #expect(answer["X-V\(index)"].map(trimmed) == [trimmed(value)])
        #expect(answer["X-P\(index)"].map(trimmed) == [trimmed(value)])
      }
    }
  }

  @Test("a redirect keeps the query, names no host, and comes before a file")
  func redirects() async throws {
    var site = NginxSite()
    site.redirects = [
      Redirect("/docs", to: "/manual", status: .movedPermanently),
      Redirect("/blog/:year/:slug", to: "/posts/:slug?year=:year", status: .found),
      Redirect("/blog/*", to: "/posts/*#list", status: .temporary),
      Redirect("/go/*", to: "/*"),
      Redirect("/v1.0/", to: "https://old.example:8443/$&\"'"),
    ]
    try await RunningNginx.serving(site, files: Self.files) { server async throws in
      func location(_ path: String) async throws -> String {
        let answer = try await server.get(path)
        return "\(answer.status) \(answer["Location"].joined(separator: "|"))"
      }
      #expect(try await location("/docs?a=1") == "301 /manual?a=1")
      #expect(try await location("/blog/2026/hello%20you") == "302 /posts/hello%20you?year=2026")
      #expect(try await location("/blog/a/b/c?x") == "307 /posts/a/b/c?x#list")
      #expect(try await location("/blog") == "307 /posts/#list")
      #expect(try await location("/v1.0/") == "308 https://old.example:8443/$&\"'")
      #expect(try await server.get("/v1x0/").status == 404)
      #expect(try await server.get("/v1.0").status == 404)
      #expect(try await location("/go/x%0d%0aSet-Cookie:a=b") == "308 /x%0d%0aSet-Cookie:a=b")
      #expect(try await location("/go//evil.example") == "308 /evil.example")
      #expect(try await server.get("/go/\\evil.example").status == 404)
    }
  }
}
