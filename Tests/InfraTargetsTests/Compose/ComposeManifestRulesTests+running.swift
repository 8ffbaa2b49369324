import InfraContract
import InfraKit
import InfraSerialization
@testable import InfraTargets
import Testing

// How services are reached, started and kept: ports, networks, mounts, watching and Postgres.
extension ComposeManifestRulesTests {
  @Test("ports are published for this machine only")
  func loopback() {
    expectCompose(
      "loopback-ports",
      Self.edited { $0.ports = [.right(.init(target: 9090, published: 9090))] },
      7,
      "warning: service 'api' of 'docker-compose.yml' publishes '9090' on every address, where "
        + "others on the network can reach it",
      legal: Self.edited {
        $0.ports = [.right(.init(target: 9090, published: 9090, hostIP: "127.0.0.1"))]
      }
    )
    expectCompose(
      "loopback-ports",
      Self.edited { $0.ports.append("9090:9090") },
      7,
      "warning: service 'api' of 'docker-compose.yml' publishes '9090:9090' on every address, where "
        + "others on the network can reach it",
      legal: Self.edited { $0.ports.append("127.0.0.1:9090:9090") }
    )
  }

  @Test("a port of the host leads to one service")
  func uniquePorts() {
    func both(_ number: Int) -> ComposeResult {
      ComposeResult(
        services: [Self.api, Self.worker],
        on: .compose(at: "docker-compose.yml") {
          $0.edit(Self.worker, line: 7) {
            $0.ports = [
              .right(.init(target: 80, published: .value(number), hostIP: "127.0.0.1"))
            ]
          }
        }
      )
    }
    expectCompose(
      "unique-ports",
      both(8080),
      7,
      "error: service 'worker' of 'docker-compose.yml' publishes port 8080, as 'api' does",
      legal: both(8081)
    )
    expectCompose(
      "unique-ports",
      both(65_536),
      7,
      "error: service 'worker' of 'docker-compose.yml' publishes port 65536, which is no port",
      legal: both(65_535)
    )
  }

  @Test("several instances share no port and no name")
  func instances() {
    expectCompose(
      "several-instances",
      Self.edited { $0.deploy?.replicas = 2 },
      7,
      "error: service 'api' of 'docker-compose.yml' has 2 instances, and only one can have port "
        + "${API_PORT:-8080}",
      legal: Self.edited {
        $0.deploy?.replicas = 2
        $0.ports = nil
      }
    )
    expectCompose(
      "several-instances",
      Self.edited {
        $0.ports = nil
        $0.scale = 2
        $0.containerName = "the-api"
      },
      7,
      "error: service 'api' of 'docker-compose.yml' has 2 instances, and only one can have container "
        + "'the-api'",
      legal: Self.edited { $0.containerName = "the-api" }
    )
  }

  @Test("a network mode leaves no room for networks or ports")
  func networkMode() {
    expectCompose(
      "network-modes",
      Self.edited { $0.networkMode = "host" },
      7,
      "error: service 'api' of 'docker-compose.yml' has network_mode 'host' and also ports",
      legal: Self.edited {
        $0.networkMode = "host"
        $0.ports = nil
      }
    )
    expectCompose(
      "network-modes",
      Self.edited {
        $0.networkMode = "service:worker"
        $0.networks = ["default"]
      },
      7,
      "error: service 'api' of 'docker-compose.yml' has network_mode 'service:worker' and also "
        + "networks",
      legal: Self.edited { $0.networkMode = "service:worker" }
    )
  }

  @Test("a path is mounted once")
  func mounts() {
    expectCompose(
      "one-mount-per-path",
      Self.edited {
        $0.volumes.append("./a:/data")
        $0.tmpfs = ["/data:mode=755"]
      },
      7,
      "error: service 'api' of 'docker-compose.yml' mounts more than one thing at '/data'",
      legal: Self.edited {
        $0.volumes.append("./a:/data")
        $0.tmpfs = ["/tmp"]
      }
    )
  }

  @Test("a read-only service takes secrets from files")
  func readOnly() {
    func result(_ secret: @escaping @Sendable (inout ComposeFile.Secret) -> Void) -> ComposeResult {
      ComposeResult(
        services: [Self.api],
        on: .compose(at: "docker-compose.yml") {
          $0.editFile {
            var own = ComposeFile.Secret()
            secret(&own)
            $0.secrets["key"] = own
          }
          $0.edit(Self.api, line: 7) {
            $0.readOnly = true
            $0.secrets.append("key")
          }
        }
      )
    }
    expectCompose(
      "read-only-secrets",
      result { $0.environment = "KEY" },
      7,
      "error: service 'api' of 'docker-compose.yml' has a read-only root, and 'key' would have to be "
        + "written into it",
      legal: result { $0.file = "./key" }
    )
  }

  @Test("a rule of watch can be followed")
  func watch() {
    expectCompose(
      "watch-rules",
      Self.edited { $0.develop?.watch = [.init(.sync, path: "./src")] },
      7,
      "error: service 'api' of 'docker-compose.yml' watches './src' and does not say where to copy "
        + "it",
      legal: Self.edited { $0.develop?.watch = [.init(.sync, path: "./src", target: "/src")] }
    )
    expectCompose(
      "watch-rules",
      Self.edited { $0.develop?.watch = [.init(.rebuild, path: "./src")] },
      7,
      "error: service 'api' of 'docker-compose.yml' watches './src' to build an image again, and has "
        + "no build",
      legal: Self.edited { $0.develop?.watch = [.init(.restart, path: "./src")] }
    )
    expectCompose(
      "watch-rules",
      Self.edited {
        $0.develop?.watch = [.init(.restart, path: "./src/a")]
        $0.volumes = [.right(.init(.bind, source: "./src", target: "/src"))]
      },
      7,
      "error: service 'api' of 'docker-compose.yml' watches './src/a' and mounts it too, so Compose "
        + "skips the rule",
      legal: Self.edited {
        $0.develop?.watch = [.init(.restart, path: "./srcs")]
        $0.volumes = [.right(.init(.bind, source: "./src", target: "/src"))]
      }
    )
  }

  @Test("nothing is restarted for ever")
  func restart() {
    expectCompose(
      "restart-policies",
      Self.edited { $0.restart = .unlessStopped },
      7,
      "warning: service 'api' of 'docker-compose.yml' has restart 'unless-stopped', which hides "
        + "crashes and starts it after a reboot",
      legal: Self.edited { $0.restart = .onFailure }
    )
  }

  @Test("a truth value in the environment is text")
  func environment() {
    expectCompose(
      "environment-text",
      Self.edited { $0.environment?["DEBUG"] = true },
      7,
      "error: service 'api' of 'docker-compose.yml' has true as variable 'DEBUG', which Compose "
        + "refuses",
      legal: Self.edited { $0.environment?["DEBUG"] = "true" }
    )
  }

  @Test("a dollar that is written by hand starts a variable that can be read")
  func variables() {
    expectCompose(
      "readable-variables",
      Self.edited { $0.environment?["PRICE"] = .text(ComposeText(written: "${")) },
      7,
      "error: service 'api' of 'docker-compose.yml' has '${' as 'PRICE', in which Compose cannot read "
        + "a variable",
      legal: Self.edited { $0.environment?["PRICE"] = "${" }
    )
  }

  @Test("a volume of Postgres lies where its version looks")
  func postgresData() {
    let database = Postgres("database", version: .v18)
    func result(_ path: ComposeText) -> ComposeResult {
      ComposeResult(
        databases: [database],
        on: .compose(at: "docker-compose.yml") {
          $0.edit(database, line: 7) {
            $0.volumes = [.right(.init(.volume, source: "database", target: path))]
          }
        }
      )
    }
    expectCompose(
      "postgres-data",
      result("/var/lib/postgresql/data"),
      7,
      "error: service 'database' of 'docker-compose.yml' runs Postgres 18 with a volume at "
        + "'/var/lib/postgresql/data'",
      legal: result("/var/lib/postgresql")
    )
    func image(_ name: ComposeText) -> ComposeResult {
      ComposeResult(
        databases: [database],
        on: .compose(at: "docker-compose.yml") { $0.edit(database, line: 7) { $0.image = name } }
      )
    }
    expectCompose(
      "postgres-data",
      image("postgres:alpine"),
      7,
      "error: service 'database' of 'docker-compose.yml' runs 'postgres:alpine', whose major version "
        + "may change under its data",
      legal: image("postgres:18.1-alpine")
    )
  }

  @Test("a check of Postgres asks over TCP")
  func postgresCheck() {
    let database = Postgres("database")
    func result(_ line: ComposeText) -> ComposeResult {
      ComposeResult(
        databases: [database],
        on: .compose(at: "docker-compose.yml") {
          $0.edit(database, line: 7) { $0.healthcheck?.test = .right(["CMD-SHELL", line]) }
        }
      )
    }
    expectCompose(
      "postgres-checks",
      result("pg_isready -U app"),
      7,
      "warning: service 'database' of 'docker-compose.yml' asks pg_isready without a host, which "
        + "answers before the database does",
      legal: result("pg_isready -h 127.0.0.1 -U app")
    )
  }
}
