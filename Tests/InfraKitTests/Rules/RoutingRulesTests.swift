import InfraContract
import InfraKit
import Testing

@Suite("model/legal-routing")
struct RoutingRulesTests {
  private func messages(
    redirects: [Redirect] = [],
    rewrites: [Rewrite] = [],
    headers: [ResponseHeader] = []
  ) -> [String] {
    let site = StaticSite(
      "web",
      directory: "web",
      redirects: redirects,
      rewrites: rewrites,
      headers: headers
    )
    return findings(sites: [site]).map(\.message)
  }

  @Test("a finding stands at the site's line")
  func line() {
    let line: UInt = #line + 1
    let site = StaticSite("web", directory: "web", redirects: [Redirect("old", to: "/new")])
    #expect(
      findings(sites: [site]) == [
        Finding(
          "legal-routing",
          line,
          "redirect 'old' of static site 'web' does not start with '/'"
        )
      ]
    )
  }

  @Test(
    "a destination uses what its source binds and can be sent",
    arguments: [
      ("/a/:slug", "/b/:slog", "uses ':slog', and '/a/:slug' binds only ':slug'"),
      ("/a", "/b/:slug", "uses ':slug', and '/a' binds no name"),
      ("/a", "/b/*", "uses '*', which '/a' does not bind"),
      ("/a", "b", "is neither a path nor a URL of the web"),
      ("/a", "//evil.example", "is neither a path nor a URL of the web"),
      ("/a", "javascript:alert(1)", "is neither a path nor a URL of the web"),
      ("/a", "https:///b", "has no host"),
      ("/a", "/b c", "has ' ' in it"),
      ("/a", "/b$request_uri", "has '$' in it"),
      ("/a", "/b\"", "has '\"' in it"),
      ("/a", "/b;\n", "has '\\n' in it"),
    ]
  )
  func destination(source: String, destination: String, fault: String) {
    let shown = destination.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\\n")
    #expect(
      messages(redirects: [Redirect(PathPattern(source), to: destination)]) == [
        "redirect '\(source)' of static site 'web' leads to '\(shown)', which \(fault)"
      ]
    )
  }

  @Test("a redirect to itself never ends")
  func itself() {
    #expect(
      messages(redirects: [Redirect("/a", to: "/a")]) == [
        "redirect '/a' of static site 'web' leads to itself"
      ]
    )
  }

  @Test("a rewrite stays on the site")
  func rewrite() {
    #expect(
      messages(rewrites: [Rewrite("/a/*", to: "https://example.com/*"), Rewrite("/*/a", to: "/")])
        == [
          "rewrite '/a/*' of static site 'web' leads to 'https://example.com/*', which is not a path "
            + "of the site",
          "rewrite '/*/a' of static site 'web' has '*' before its end",
        ]
    )
  }

  @Test("a header has a token for a name, a value on one line, and a pattern")
  func headers() {
    #expect(
      messages(headers: [
        ResponseHeader("", "x"), ResponseHeader("X Y", "x"), ResponseHeader("X:", "x"),
        ResponseHeader("X", "a\r\nSet-Cookie: b"), ResponseHeader("X", "y", on: "docs"),
      ]) == [
        "the name of header '' of static site 'web' is empty",
        "the name of header 'X Y' of static site 'web' has ' ' in it",
        "the name of header 'X:' of static site 'web' has ':' in it",
        "header 'X' of static site 'web' is for 'docs', which does not start with '/'",
        "static site 'web' sets header 'X' with the control character CR in its value",
      ]
    )
  }

  @Test("well-formed routes pass")
  func legal() {
    let api = Service("api", source: image, port: 80)
    let site = StaticSite(
      "web",
      directory: "web",
      redirects: [
        Redirect("/blog/:slug", to: "/posts/:slug?from=:slug#top"),
        Redirect("/docs/*", to: "https://docs.example.com:8443/v1/*", status: .found),
        Redirect("/time", to: "/at/12:30"),
      ],
      rewrites: [.singlePage, Rewrite("/u/:id/*", to: "/users/:id/*")],
      headers: [
        ResponseHeader("X-Frame-Options", "DENY"),
        ResponseHeader("Content-Security-Policy", "connect-src \(api.origin)\t'self'", on: "/:a/*"),
      ]
    )
    #expect(findings(services: [api], sites: [site]) == [])
  }

  @Test(
    "a pattern says what is wrong with it",
    arguments: [
      ("", "does not start with '/'"),
      (
        "/a b",
        "has a character that a path pattern cannot have (allowed are letters, digits and "
          + "/ : * - _ . ~ % @ +)"
      ),
      ("/*/b", "has '*' before its end"),
      ("/a*", "has '*' or ':' inside the segment 'a*'; both must be a segment's start"),
      ("/:", "has '*' or ':' inside the segment ':'; both must be a segment's start"),
      ("/:a-b", "has ':a-b', which is not a name of letters, digits and underscores"),
      ("/:a/:a", "binds one name twice"),
    ]
  )
  func pattern(text: String, fault: String) {
    #expect(PathPattern(text).fault == fault)
  }

  @Test("a pattern knows its segments")
  func segments() {
    let pattern: PathPattern = "/a/:b/*"
    #expect(pattern.segments == [.literal("a"), .named("b"), .rest])
    #expect(pattern.names == ["b"])
    #expect(pattern.hasRest)
    #expect(PathPattern("/").segments == [])
  }
}
