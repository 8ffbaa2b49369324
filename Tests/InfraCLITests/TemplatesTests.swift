import InfraContract
import InfraKit
import Testing

@testable import InfraCLI

@Suite("infra validate reads the owner's files")
struct TemplatesTests {
  private static let dockerfile = """
    # a comment
    FROM golang:1.26 AS build
    RUN go build \\
      # a comment in between
      -o /out/api
    RUN <<EOF
    EXPOSE 1
    EOF
    FROM debian:bookworm-slim AS run
    COPY --from=build /out/api /usr/local/bin/api
    EXPOSE 8080
    HEALTHCHECK --interval=5s CMD curl -fsS "http://127.0.0.1:${PORT:-8080}/ready" || exit 1
    CMD ["api", "serve"]
    """

  private static let service = Service(
    "api",
    source: .dockerfile("docker/Dockerfile"),
    command: ["api", "serve"],
    port: 8080,
    health: .http("/ready"),
    release: ["/usr/local/bin/api", "migrate"],
    variables: ["GREETING": "hello"]
  )
  private static let line = service.site.line

  /// What is found in one service with these files: `LINE: message`.
  private func findings(
    _ files: [String: String],
    folders: Set<String> = ["."],
    _ change: (inout Service) -> Void = { _ in }
  ) -> [String] {
    var service = Self.service
    change(&service)
    let templates = Templates(read: { files[$0] }, hasFolder: { folders.contains($0) })
    let shop = Application("shop", services: [service])
    let generation = Generation([Environment("dev", shop, on: Notebook())])
    return generation.adding { templates.findings(in: $0, of: generation.environments) }
      .diagnostics.map { finding in
        let place = finding.site?.line == Self.line ? "service" : "elsewhere"
        return "\(place): \(finding.rule.code): \(finding.message)"
      }
  }

  /// The usual files with another Dockerfile.
  private func findings(
    replacing text: String,
    with other: String,
    _ change: (inout Service) -> Void = { _ in }
  ) -> [String] {
    findings(
      ["docker/Dockerfile": Self.dockerfile.replacing(text, with: other), ".dockerignore": "*"],
      change
    )
  }

  @Test("files that agree with the description are not spoken of")
  func silence() {
    #expect(findings(replacing: "", with: "") == [])
    #expect(findings(replacing: "EXPOSE 8080", with: "EXPOSE 9090 8080/tcp") == [])
    #expect(findings(replacing: "EXPOSE 8080", with: "") == [])
    #expect(findings(replacing: "HEALTHCHECK", with: "#") == [])
    #expect(findings([:]) { $0.source = .image("acme/api:1.0.0") } == [])
  }

  @Test("a Dockerfile or its folder that is not there is an error at the service's line")
  func missing() {
    #expect(
      findings([:]) == [
        "service: templates/dockerfile-present: "
          + "there is no 'docker/Dockerfile', which service 'api' is built from"
      ]
    )
    let files = ["docker/Dockerfile": Self.dockerfile, "x/.dockerignore": ""]
    #expect(
      findings(files) { $0.source = .dockerfile("docker/Dockerfile", context: "x") } == [
        "service: templates/dockerfile-present: "
          + "there is no folder 'x', which service 'api' is built in"
      ]
    )
  }

  @Test("a stage is found by its name or number, and one that is not there is an error")
  func stages() {
    for stage in ["run", "RUN", "1"] {
      #expect(
        findings(replacing: "", with: "") {
          $0.source = .dockerfile("docker/Dockerfile", stage: stage)
        } == []
      )
    }
    #expect(
      findings(replacing: "", with: "") {
        $0.source = .dockerfile("docker/Dockerfile", stage: "release")
      } == [
        "service: templates/dockerfile-stage: "
          + "'docker/Dockerfile' has no stage 'release', which service 'api' is built from"
      ]
    )
    // What a stage is built on is part of it.
    let text = Self.dockerfile + "\nFROM run AS debug\nRUN apt-get install -y gdb\n"
    #expect(
      findings(["docker/Dockerfile": text, ".dockerignore": ""]) { $0.port = 9090 }.first
        == "service: templates/dockerfile-port: "
        + "'docker/Dockerfile' exposes 8080, and service 'api' listens on port 9090 (line 11)"
    )
  }

  @Test("another port is found in EXPOSE and in ENV")
  func ports() {
    #expect(
      findings(replacing: "EXPOSE 8080", with: "EXPOSE 9090/tcp") == [
        "service: templates/dockerfile-port: "
          + "'docker/Dockerfile' exposes 9090, and service 'api' listens on port 8080 (line 11)"
      ]
    )
    for form in ["ENV A=1 PORT=\"3000\"", "ENV PORT 3000"] {
      #expect(
        findings(replacing: "EXPOSE 8080", with: form) == [
          "service: templates/dockerfile-port: "
            + "'docker/Dockerfile' sets PORT to 3000, and service 'api' listens on port 8080 "
            + "(line 11)"
        ]
      )
    }
  }

  @Test("a HEALTHCHECK that asks for another path is found, unless the service listens to nothing")
  func health() {
    #expect(
      findings(replacing: "/ready\"", with: "/healthz\"") == [
        "service: templates/dockerfile-health: 'docker/Dockerfile' asks for '/healthz' in its "
          + "HEALTHCHECK, and service 'api' is checked at '/ready' (line 12)"
      ]
    )
    #expect(
      findings(replacing: "/ready\"", with: "/healthz\"") {
        $0.port = nil
        $0.health = nil
      } == []
    )
  }

  @Test("a program that the image does not have is found, and one that would be started twice")
  func commands() {
    #expect(
      findings(replacing: "", with: "") { $0.release = ["migrator", "up"] } == [
        "service: templates/dockerfile-command: 'docker/Dockerfile' puts no program 'migrator' into "
          + "the image, which is the release command of service 'api' (line 13)"
      ]
    )
    for (from, to) in [("/usr/local/bin/api", "/usr/local/bin/desk"), ("COPY", "# COPY")] {
      #expect(
        findings(replacing: from, with: to) { $0.release = nil } == [
          "service: templates/dockerfile-command: 'docker/Dockerfile' puts no program 'api' into "
            + "the image, which is the command of service 'api' (line 13)"
        ]
      )
    }
    for (from, to) in [
      ("debian:bookworm-slim", "acme/api-base:1"), ("debian:bookworm-slim", "acme/base:1"),
      ("/out/api /usr/local/bin/api", "/out/ /usr/local/bin/"),
      ("/out/api /usr/local/bin/api", "/out/api /usr/local/bin/"),
    ] { #expect(findings(replacing: from, with: to) == []) }
    // Package managers bring programs that no Dockerfile names.
    #expect(
      findings(replacing: "EXPOSE 8080", with: "RUN pip install -r requirements.txt") {
        $0.release = ["migrator", "up"]
      } == []
    )
    #expect(
      findings(replacing: "CMD [\"api\", \"serve\"]", with: "ENTRYPOINT [\"/usr/local/bin/api\"]") {
        $0.release = nil
      } == [
        "service: templates/dockerfile-command: 'docker/Dockerfile' starts '/usr/local/bin/api' by "
          + "its ENTRYPOINT, which would run the command of service 'api' as "
          + "'/usr/local/bin/api api serve' (line 13)"
      ]
    )
  }

  @Test("a context without a .dockerignore is warned of")
  func context() {
    #expect(
      findings(["docker/Dockerfile": Self.dockerfile]) == [
        "service: templates/dockerignore-present: there is no '.dockerignore', so all of '.' is "
          + "sent to what builds service 'api', with any .env in it"
      ]
    )
    let beside = ["docker/Dockerfile": Self.dockerfile, "docker/Dockerfile.dockerignore": "*"]
    #expect(findings(beside) == [])
  }

  @Test("an .env.example names what is read and nothing else")
  func examples() {
    let text = """
      # GREETING=not a variable, since a space follows
      export GREETING=hello
      #PORTS=1
      GREETNIG=x
      lower=1
      """
    let files = [
      "docker/Dockerfile": Self.dockerfile, ".dockerignore": "", ".env.example": text,
    ]
    #expect(
      findings(files) == [
        "elsewhere: templates/env-example: "
          + "'.env.example' names 'PORTS', which nothing reads (line 3)",
        "elsewhere: templates/env-example: "
          + "'.env.example' names 'GREETNIG', which nothing reads (line 4)",
      ]
    )
  }

  @Test("validate reads the files of the package, and an exception silences what it finds")
  func command() throws {
    let scene = try Scene()
    var api = Self.service
    func environments() -> [Environment] {
      [Environment("dev", Application("shop", services: [api]), on: Notebook())]
    }
    #expect(scene.run("validate", environments: environments()) == 1)
    let place = "InfraCLITests/TemplatesTests.swift:\(Self.line)"
    #expect(scene.err.contains("\(place): error: there is no"))
    try scene.makeFolder("docker")
    try scene.write(Self.dockerfile.replacing("8080", with: "80"), to: "docker/Dockerfile")
    try scene.write("*", to: ".dockerignore")
    #expect(scene.run("validate", environments: environments()) == 0)
    #expect(scene.run("validate", "--strict", environments: environments()) == 2)
    #expect(scene.err.contains("exposes 80, and service 'api' listens on port 8080"))
    api.rules = [.silence("templates/dockerfile-port", because: "a proxy in the image")]
    #expect(scene.run("validate", "--strict", environments: environments()) == 0)
    #expect(scene.err.contains("silenced templates/dockerfile-port: a proxy in the image"))
    // What is not looked at cannot tell that the exception is unused.
    #expect(scene.run("generate", "--dry-run", environments: environments()) == 0)
    #expect(!scene.err.contains("used-exceptions"))
  }
}
