import InfraContract
import InfraKit
import InfraSerialization

/// The values of headers that depend on ports of `.env`: build arguments of the site's image.
struct ComposeHeaders {
  /// The build arguments, in order of first use.
  var arguments: OrderedMap<ComposeText> = [:]

  /// The build arguments that the site's own variables make, which keep their names.
  let taken: ComposePairs?

  init(besides taken: ComposePairs?) { self.taken = taken }

  /// The name of the build argument for a value.
  mutating func name(for text: ComposeText, _ reference: Reference) -> String {
    var name = LocalNames.variable(reference)
    while let other = taken?[name], other != .text(text) { name = "HEADER_" + name }
    arguments[name] = text
    return name
  }

  /// The lines that write them to nginx's variables.
  var dockerfileLines: [String] {
    if arguments.isEmpty { return [] }
    let format = arguments.keys.map { "map \"\" $\($0.lowercased()) { default \"%s\"; }\\n" }
    let values = arguments.keys.map { "\"$\($0)\"" }
    return arguments.keys.map { "ARG \($0)" } + [
      "RUN printf '\(format.joined())' \(values.joined(separator: " "))"
        + " > /etc/nginx/conf.d/origins.conf"
    ]
  }
}

extension ComposeMapping {
  /// The nginx configuration of a site; what nginx cannot do is reported.
  mutating func configuration(of site: StaticSite, _ values: inout ComposeHeaders) -> String {
    var nginx = NginxSite()
    nginx.comment = part.header
    nginx.root = ComposeSite.documentRoot
    nginx.port = ComposeSite.port
    nginx.redirects = site.redirects
    nginx.rewrites = site.rewrites
    // The model refuses a secret in a header, for every platform.
    for header in site.headers where header.value.secrets.isEmpty {
      let pieces = pieces(of: header, site, &values)
      nginx.headers.append(NginxSite.Header(header.name, pieces, on: header.path))
    }
    let (text, faults) = nginx.configuration()
    for fault in faults {
      let what =
        switch fault.entry {
        case .header: "header"
        case .redirect(let index): "redirect '\(site.redirects[index].source)'"
        case .rewrite(let index): "rewrite '\(site.rewrites[index].source)'"
        }
      report(
        ComposeRules.nginxRouting,
        site,
        "has a \(what) that nginx cannot serve: \(fault.message)",
        help: "change it as this says"
      )
    }
    return text
  }

  private mutating func pieces(
    of header: ResponseHeader,
    _ site: StaticSite,
    _ values: inout ComposeHeaders
  ) -> [NginxText.Piece] {
    let place = "header '\(header.name)' of \(site.id.title)"
    var pieces: [NginxText.Piece] = []
    for part in header.value.parts {
      switch part {
      case .literal(let text): pieces.append(.text(text))
      case .secret: continue
      case .reference(let reference):
        let text = text(of: reference, place, at: site.site, about: site.id)
        if let literal = text.literal {
          pieces.append(.text(literal))
        } else {
          pieces.append(.variable(values.name(for: text, reference).lowercased()))
        }
      }
    }
    return pieces
  }
}
