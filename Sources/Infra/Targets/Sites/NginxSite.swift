import InfraKit

/// The nginx configuration that serves one static site, for platforms that have no hosting of files.
///
/// Everything is sent by one server block: redirects come first, then files, then rewrites, and
/// headers are set in a single place. It is meant for nginx's folder `conf.d`.
struct NginxSite {
  /// A response header for the paths of a pattern.
  struct Header {
    /// The paths, as the browser asks for them.
    var path: PathPattern
    /// The name.
    var name: String
    /// The value; a variable in it must be defined elsewhere in `conf.d`.
    var value: [NginxText.Piece]

    init(_ name: String, _ value: [NginxText.Piece], on path: PathPattern = "/*") {
      self.path = path
      self.name = name
      self.value = value
    }

    init(_ name: String, _ value: String, on path: PathPattern = "/*") {
      self.init(name, [.text(value)], on: path)
    }
  }

  /// What is wrong with one entry, which is then left out of the text.
  struct Fault: Hashable {
    /// The entry: which list, and the position in it.
    enum Entry: Hashable {
      case header(Int)
      case redirect(Int)
      case rewrite(Int)
    }

    let entry: Entry
    let message: String
  }

  /// The image that serves sites wherever a platform has no hosting of files: the stable branch.
  static let image = "nginx:1.28"

  /// Lines of a comment at the top.
  var comment: [String] = []
  /// The directory of the built files.
  var root = "/usr/share/nginx/html"
  /// The port to listen on.
  var port = 80
  /// Headers; where several set one name for a path, the last one wins.
  var headers: [Header] = []
  /// Redirects; they come before files, and the first that matches wins.
  var redirects: [Redirect] = []
  /// Rewrites; they come after files, and the first that matches wins.
  var rewrites: [Rewrite] = []

  /// The text of the file, and the faults of what had to be left out of it.
  func configuration() -> (text: String, faults: [Fault]) {
    var faults: [Fault] = []
    let headers = headerTable(&faults)
    let redirects = redirectLines(&faults)
    let rewrites = rewriteLines(&faults)

    var server = opening
    server.append(contentsOf: headers.directives)
    if !redirects.isEmpty { server += ["", "# Redirects come before files."] + redirects }
    server += headers.locations
    server += [""] + files(rewrites)

    var maps = headers.maps
    if (maps + server).contains(where: {
      $0.contains("${\(NginxText.dollar)}")
    }) {
      maps =
        ["# nginx has no escape for a dollar; this variable holds one."]
        + ["geo $\(NginxText.dollar) {", "  default \"$\";", "}", ""] + maps
    }
    var lines = NginxText.comment(comment)
    if !lines.isEmpty { lines.append("") }
    lines += maps + ["server {"] + server.map { $0.isEmpty ? "" : "  \($0)" } + ["}", ""]
    return (lines.joined(separator: "\n"), faults)
  }

  private var opening: [String] {
    [
      "listen \(port);",
      "server_name _;",
      "server_tokens off;",
      "root \(NginxText.quoted(root));",
      "charset utf-8;",
      "error_page 404 /404.html;",
      "",
      "# Browsers know this server by another port, so redirects name neither host nor port.",
      "absolute_redirect off;",
      "",
    ]
  }

  private func files(_ rewrites: [String]) -> [String] {
    let last = rewrites.isEmpty ? "=404" : "@rewrites"
    let lines = ["location / {", "  try_files $uri $uri/index.html \(last);", "}"]
    if rewrites.isEmpty { return lines }
    return lines + ["", "# Rewrites come after files; the first that matches wins."]
      + ["location @rewrites {"] + rewrites.map { "  \($0)" }
      + ["  try_files $uri $uri/index.html =404;", "}"]
  }
}
