import InfraContract
import InfraKit
import InfraSerialization
import InfraTargets
import Testing

@Suite("What Vercel demands of routing")
struct VercelRoutingRulesTests {
  private typealias Trial = VercelTrial

  @Test("low-level routes stand alone")
  func routesAlone() {
    let code = "vercel/routes-alone"
    let found = Trial.edited(code) {
      $0.routes = [.init(src: "/a", dest: "/b")]
      $0.cleanUrls = true
      $0.rewrites = []
    }
    #expect(found == ["error +0 'web/vercel.json' has routes together with rewrites, cleanUrls"])
    #expect(Trial.edited(code) { $0.routes = [.init(src: "/a", dest: "/b")] } == [])
  }

  @Test("a redirect has permanent or a status")
  func redirectStatus() {
    let code = "vercel/redirect-status"
    let found = Trial.edited(code) {
      var both = VercelConfig.Redirect(source: "/a", destination: "/b", permanent: true)
      both.statusCode = 301
      var wrong = VercelConfig.Redirect(source: "/c", destination: "/d")
      wrong.statusCode = 200
      $0.redirects = [both, wrong]
    }
    #expect(
      found == [
        "error +0 redirect '/a' has both permanent and statusCode 301",
        "error +0 redirect '/c' has statusCode 200",
      ]
    )
    let legal = Trial.site(code) { site, _ in
      site.redirects = Redirect.Status.allCases.map { Redirect("/a", to: "/b", status: $0) }
    }
    #expect(legal == [])
  }

  @Test("a destination uses names that are bound")
  func boundNames() {
    let code = "vercel/bound-names"
    let found = Trial.edited(code) {
      $0.rewrites = [.init(source: "/:a/(?:x|y)", destination: .left("/b/:a/:y"))]
    }
    #expect(
      found == ["error +0 rewrite '/:a/(?:x|y)' leads to '/b/:a/:y', and nothing binds ':y'"]
    )
    let legal = Trial.edited(code) {
      var redirect = VercelConfig.Redirect(
        source: "/:a",
        destination: "https://x.example:8080/:a/:team/:id"
      )
      redirect.has = [.header("team"), .query("id", .left("(?<id>[0-9]+)"))]
      $0.redirects = [redirect]
    }
    #expect(legal == [])
    let mapped = Trial.site(code) { site, _ in
      site.redirects = [Redirect("/:a/*", to: "https://x.example/*/:a")]
    }
    #expect(mapped == [])
  }

  @Test("what matches every path is last")
  func catchAllLast() {
    let code = "vercel/catch-all-last"
    let found = Trial.site(code) { site, _ in
      site.rewrites = [.singlePage, Rewrite("/a", to: "/b.html")]
    }
    #expect(
      found == [
        "warning +0 rewrite '/a' of static site 'web' comes after '/(.*)', which matches every path"
      ]
    )
    let legal = Trial.site(code) { site, _ in
      site.redirects = [Redirect("/a", to: "/b")]
      site.rewrites = [Rewrite("/a", to: "/b.html"), .singlePage]
    }
    #expect(legal == [])
    let conditional = Trial.edited(code) {
      var all = VercelConfig.Rewrite(source: "/:path*", destination: .left("/x"))
      all.has = [.cookie("beta")]
      $0.rewrites = [all, .init(source: "/a", destination: .left("/b"))]
    }
    #expect(conditional == [])
  }

  @Test("a list has at most 2,048 entries")
  func routeCount() {
    let code = "vercel/route-count"
    let redirects = { (0..<$0).map { Redirect(PathPattern("/\($0)"), to: "/new") } }
    let found = Trial.site(code) { site, _ in site.redirects = redirects(2_049) }
    #expect(found == ["error +0 static site 'web' has 2049 redirects, and Vercel takes 2048"])
    #expect(Trial.site(code) { site, _ in site.redirects = redirects(2_048) } == [])
  }

  @Test("sources, destinations and header values are short enough")
  func routeLength() {
    let code = "vercel/route-length"
    let text = { String(repeating: "a", count: $0) }
    let found = Trial.site(code) { site, _ in
      site.redirects = [Redirect("/x", to: "/" + text(4_096))]
      site.headers = [ResponseHeader("X-Long", Value(text(32_769)))]
    }
    #expect(
      found == [
        "error +0 the destination of redirect '/x' of static site 'web' has 4097 characters, and "
          + "Vercel takes 4096",
        "error +0 header 'X-Long' of static site 'web' has 32769 characters, and Vercel takes 32768",
      ]
    )
    let legal = Trial.site(code) { site, _ in
      site.redirects = [Redirect("/x", to: "/" + text(4_095))]
      site.headers = [ResponseHeader("X-Long", Value(text(32_768)))]
    }
    #expect(legal == [])
  }

  @Test("a dollar sign in a destination is told")
  func literalDollar() {
    let code = "vercel/literal-dollar"
    let found = Trial.edited(code) {
      $0.redirects = [.init(source: "/price", destination: "/for/$5")]
    }
    #expect(
      found == [
        "warning +0 redirect '/price' leads to '/for/$5', where Vercel takes '$5' for something "
          + "that was matched"
      ]
    )
    let legal = Trial.edited(code) {
      var rewrite = VercelConfig.Rewrite(source: "/api", destination: .left("https://$API/"))
      rewrite.env = ["API"]
      $0.rewrites = [rewrite, .init(source: "/(a|b)", destination: .left("/$1/$"))]
    }
    #expect(legal == [])
  }

  @Test("a header's value is known when the file is written")
  func headerText() {
    let code = "vercel/header-text"
    let api = Service("api", source: .dockerfile("api/Dockerfile"), port: 8080)
    let found = Trial.site(code) { site, _ in
      site.headers = [ResponseHeader("Content-Security-Policy", "connect-src \(api.origin)")]
    }
    #expect(
      found == [
        "error +0 header 'Content-Security-Policy' of static site 'web' needs the origin of service "
          + "'api', which is not known when vercel.json is written"
      ]
    )
    // A secret is refused by the model, once.
    let secret = Secret("KEY", .generated(bytes: 32))
    func secretive(_ code: String) -> [String] {
      Trial.site(code) { site, _ in site.headers = [ResponseHeader("X-Key", secret.value)] }
    }
    #expect(secretive(code) == [])
    #expect(
      secretive("model/public-secrets") == [
        "error +0 static site 'web' sets header 'X-Key' to secret 'KEY', and headers are sent to "
          + "everybody"
      ]
    )
    let legal = Trial.site(code) { site, _ in
      site.domains = ["shop.example"]
      site.headers = [ResponseHeader("X-Home", "\(site.origin)/")]
    }
    #expect(legal == [])
  }
}
