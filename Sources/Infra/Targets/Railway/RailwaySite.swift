/// How a static site is served on Railway, which has no service of that kind: by a generated
/// Dockerfile that builds the files and puts them behind nginx.
///
/// A site that a process of its own serves is a service like others: Railpack builds its directory.
///
/// Decided 2026-11-23 between Railway's builder Railpack, which serves files with Caddy, and a
/// Dockerfile. The Dockerfile it is, for these reasons:
/// - **Headers, redirects and rewrites.** Railpack takes them only from a `Caddyfile` that lies in
///   the site's own directory under that name: one for all environments, in the middle of the team's
///   source. A Dockerfile may lie anywhere below the service's root directory, so every environment
///   has its own under `generated/`, with its configuration beside it
///   (railpack.com/languages/staticfile, read 2026-11-23).
/// - **Unknown paths.** With a `package.json` Railpack answers them with `index.html` and 200 unless
///   a `Staticfile` says otherwise (railwayapp/railpack pull request 582, 2026-06-04); everywhere
///   else a site without rewrites answers 404.
/// - **Which way is taken.** Railpack serves a directory without a build step in one way and Node's
///   frameworks in another, and the variable that chooses the directory differs; taking the wrong one
///   has stopped a site (railwayapp/railway-skills issue 35). Other runtimes' builds end in a server.
/// - **What is added unasked.** Railpack's configuration sets `X-Frame-Options` and other headers of
///   its own, answers `/health` itself, and installs the latest Caddy (railwayapp/railpack,
///   core/providers/staticfile, read 2026-11-23).
/// - **One server for development and production.** Compose serves the site with nginx and the same
///   configuration, so what works on a developer's machine works on Railway.
///
/// What it costs: three more generated files for each site, and images to keep current.
///
/// What follows from Railway's documents:
/// - The service has no root directory, since a Dockerfile outside it would be skipped; the builder
///   then sees the whole repository, and watch patterns name the site's directory and the generated
///   one (docs.railway.com/builds/build-configuration, 2026-08-21).
/// - An ignore file beside the Dockerfile says what the builder sees, in place of the repository's own,
///   which may keep the site's directory from other images
///   (docs.docker.com/build/concepts/context, 2026).
/// - A Dockerfile sees the service's variables only where it declares them with `ARG`, in the stage
///   that uses them; so each variable of the build is declared there
///   (docs.railway.com/builds/dockerfiles, 2026-08-21).
/// - A `Dockerfile` at the repository's root would be taken by every service that names no other
///   (docs.railway.com/builds/dockerfiles), so each service names its own.
/// - nginx listens on a fixed port and PORT says the same, which is where Railway's proxy and health
///   check look (docs.railway.com/deployments/healthchecks, 2026-08-21).
package enum RailwaySite {
  /// The port that nginx listens on, which the service's PORT repeats.
  package static let port = 8080

  /// Where the image serves files from.
  package static let documentRoot = "/usr/share/nginx/html"

  /// Where nginx looks for the configuration of its sites.
  package static let configuration = "/etc/nginx/conf.d/default.conf"
}
