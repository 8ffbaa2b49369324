import InfraKit
import Testing

@testable import InfraTargets

@Suite("The nginx configuration of a site")
struct NginxSiteTests {
  @Test("a site without any setting is short and reads well")
  func plain() {
    var site = NginxSite()
    site.comment = ["Made from environments/dev.swift."]
    let (text, faults) = site.configuration()
    #expect(faults == [])
    #expect(
      text == """
        # Made from environments/dev.swift.

        server {
          listen 80;
          server_name _;
          server_tokens off;
          root /usr/share/nginx/html;
          charset utf-8;
          error_page 404 /404.html;

          # Browsers know this server by another port, so redirects name neither host nor port.
          absolute_redirect off;

          add_header Cache-Control "public, max-age=0, must-revalidate" always;

          location / {
            try_files $uri $uri/index.html =404;
          }
        }

        """
    )
  }

  @Test("a header for some paths takes its value from a map, in which the last one that fits wins")
  func maps() {
    var site = NginxSite()
    site.headers = [
      .init("X-Frame-Options", "DENY"),
      .init("Cache-Control", "no-cache", on: "/assets/*"),
      .init("cache-control", "immutable", on: "/assets/:hash"),
    ]
    let text = site.configuration().text
    #expect(
      text.hasPrefix(
        #"""
        map $request_uri $header_cache_control {
          default "public, max-age=0, must-revalidate";
          "~^/assets/[^/?]+(?:\?|$)" immutable;
          "~^/assets(?:/+[^?]*)?(?:\?|$)" no-cache;
        }

        server {
        """#
      )
    )
    #expect(text.contains("  add_header cache-control $header_cache_control always;\n"))
    #expect(text.contains("  add_header X-Frame-Options DENY always;\n"))
  }

  @Test("redirects come before files and rewrites after them, each in their order")
  func routes() {
    var site = NginxSite()
    site.redirects = [Redirect("/old/:slug", to: "/new/:slug#top", status: .found)]
    site.rewrites = [Rewrite("/docs/*", to: "/manual/*"), .singlePage]
    let text = site.configuration().text
    #expect(
      text.contains(
        #"""
          # Redirects come before files.
          if ($request_uri ~ "^/old/([^/?\x5c]+)(?:\?|$)") {
            return 302 "/new/$1$is_args$args#top";
          }

          location / {
            try_files $uri $uri/index.html @rewrites;
          }

          # Rewrites come after files; the first that matches wins.
          location @rewrites {
            rewrite "^/docs(?:/+(.*))?$" /manual/$1 break;
            rewrite "^(?:/+(.*))?$" /index.html break;
            try_files $uri $uri/index.html =404;
          }
        """#
      )
    )
  }

  @Test("a value that the image's build defines stands as a variable")
  func variables() {
    var site = NginxSite()
    let policy: [NginxText.Piece] = [
      .text("default-src 'self'; connect-src 'self' "), .variable("backend_origin"),
    ]
    site.headers = [.init("Content-Security-Policy", policy)]
    let line = "\"default-src 'self'; connect-src 'self' $backend_origin\" always;"
    #expect(site.configuration().text.contains("add_header Content-Security-Policy \(line)"))
  }

  @Test(
    "what nginx could take for something else is an error and left out",
    arguments: [
      ("X Header", "a", "the name may have letters, digits, hyphens and underscores only"),
      ("X;", "a", "the name may have letters, digits, hyphens and underscores only"),
      ("", "a", "the name may have letters, digits, hyphens and underscores only"),
      (
        "X-A", "a\r\nSet-Cookie: b",
        "the value of 'X-A' has a line break or another control character, which ends a header early"
      ),
      ("X-A", "", "the value of 'X-A' is empty, and nginx sends no empty header"),
      (
        "Content-Length", "1",
        "the header 'Content-Length' is nginx's own; a second one would break the answer"
      ),
      (
        "X-A", String(repeating: "\"", count: 2_001),
        "the value of 'X-A' is longer than the 4000 bytes that nginx reads as one parameter"
      ),
    ]
  )
  func faultyHeaders(name: String, value: String, message: String) {
    var site = NginxSite()
    site.headers = [.init("X-Good", "1"), .init(name, value)]
    let (text, faults) = site.configuration()
    #expect(faults == [.init(entry: .header(1), message: message)])
    site.headers.removeLast()
    #expect(text == site.configuration().text)
  }

  @Test(
    "a route that nginx cannot serve is an error and left out",
    arguments: [
      ("old", "/new", "the path 'old' does not start with '/'"),
      ("/a", "new", "the destination 'new' is neither a path nor a URL"),
      (
        "/a", "//elsewhere.example",
        "the destination '//elsewhere.example' is neither a path nor a URL"
      ),
      ("/a", "/b c", "the destination has a space"),
      (
        "/a", "/b\n",
        "the destination has a line break or another control character, which ends a header early"
      ),
      (
        "/:a/:b/:c/:d/:e/:f/:g/:h/:i/*", "/",
        "the path '/:a/:b/:c/:d/:e/:f/:g/:h/:i/*' has 10 variable parts where nginx numbers nine"
      ),
    ]
  )
  func faultyRoutes(source: String, destination: String, message: String) {
    var site = NginxSite()
    site.redirects = [Redirect(PathPattern(source), to: destination)]
    site.rewrites = [Rewrite(PathPattern(source), to: destination)]
    let (text, faults) = site.configuration()
    #expect(
      faults == [
        .init(entry: .redirect(0), message: message), .init(entry: .rewrite(0), message: message),
      ]
    )
    #expect(text == NginxSite().configuration().text)
  }

  @Test("another host is a redirect's business only")
  func otherHosts() {
    var site = NginxSite()
    site.redirects = [Redirect("/a/*", to: "https://b.example:8443/c/*")]
    site.rewrites = [Rewrite("/a", to: "https://b.example/")]
    let (text, faults) = site.configuration()
    #expect(text.contains("return 308 https://b.example:8443/c/$1$is_args$args;"))
    let message =
      "the destination 'https://b.example/' is on another host, which nginx does not fetch"
    #expect(faults == [.init(entry: .rewrite(0), message: message)])
  }

  @Test("a comment cannot end early")
  func comments() {
    var site = NginxSite()
    site.comment = ["one\nlisten 1;\r\ntwo\u{0B}three"]
    #expect(site.configuration().text.hasPrefix("# one\n# listen 1;\n# two\n# three\n\nserver {\n"))
  }
}
