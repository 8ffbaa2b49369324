/// How a static site is served in Compose: by nginx, from an image that a generated Dockerfile builds,
/// with a generated `nginx.conf` beside that Dockerfile.
///
/// Decided 2026-11-23. Both are plain files under `generated/ENV/SITE/`, which can be read, linted and
/// run without us. The configuration is mounted read-only at `/etc/nginx/conf.d/default.conf`, so the
/// image is built from the site's own directory alone. What was weighed against it:
/// - **`configs: content:`** keeps all in one file, but needs Compose 2.23.1, is unknown to
///   podman-compose 1.6.0, fails in a service with a read-only root, and every `$uri` of nginx would
///   be written `$$uri` (Compose specification, chapter 8; docker/compose, pkg/compose/secrets.go).
/// - **`build.dockerfile_inline`** doubles dollars likewise, and no editor or linter reads it.
/// - **The image's `templates` folder** replaces variables at every start: what nginx really reads
///   would stand in no file, and the container's root must be writable.
/// - **The repository's root as build context** would let the image carry the configuration, but a
///   root `.dockerignore`, which is the author's, then decides whether the site can be built.
///
/// A header that names another service's origin (`connect-src` of a Content-Security-Policy) depends
/// on a port in `.env`. Such a value is an nginx variable: a build argument of the image, written to
/// `conf.d` in the same build that compiles the origin into the page, so the two cannot disagree.
/// The image's tag holds those ports (`image: ${COMPOSE_PROJECT_NAME}-SITE:${API_PORT:-8080}`): after a
/// port moved, the image of that tag is not there yet and `up` builds it, where Compose would go on
/// with a page that calls the old port. `pull_policy: never` keeps Compose from asking a registry for
/// it; `pull_policy: build` would do without the tag, but asks the registry for base images at every
/// `up`, which then fails on a train.
enum ComposeSite {
  /// The port that nginx listens on inside the network.
  static let port = 80

  /// Where the image serves files from.
  static let documentRoot = "/usr/share/nginx/html"

  /// Where nginx looks for the configuration of its sites.
  static let configuration = "/etc/nginx/conf.d/default.conf"
}
