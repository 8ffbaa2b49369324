import InfraReading
import InfraSerialization
import InfraTargets
import Testing

/// What people write in these files, kept or refused by name.
@Suite("Odd spellings of manifests")
struct OddSpellingsTests {
  @Test("anchors, aliases and merge keys are what they stand for")
  func anchors() throws {
    let text = """
      x-common: &common
        restart: always
        environment: &variables {A: "1"}
      services:
        api:
          <<: *common
          image: api
        worker:
          <<: [*common, {init: true}]
          image: worker
          environment:
            <<: *variables
            B: "2"
      """
    let file = try Reader.decode(ComposeFile.self, yaml: text)
    #expect(file.complaints == [])
    #expect(file.value.services["api"]?.restart == .always)
    #expect(file.value.services["worker"]?.initProcess == true)
    #expect(file.value.services["worker"]?.environment?["A"] == .text("1"))
    #expect(file.value.services["worker"]?.environment?["B"] == .text("2"))
  }

  @Test(
    "what cannot be kept is refused by name, with its line",
    arguments: [
      (
        "services:\n  a: {image: b}\n  a: {image: c}", "line 2: the key 'a' occurs twice in one map"
      ),
      (
        "services:\n  a:\n    ports: !reset []",
        "line 3: services.a.ports: the tag !reset cannot be read here: merge the files first "
          + "(docker compose config)"
      ),
      (
        "services:\n  a:\n    image: b\n    ports: !override\n      - 80:80",
        "line 4: services.a.ports: the tag !override cannot be read here: merge the files first "
          + "(docker compose config)"
      ),
      (
        "services:\n  a: !custom {image: b}",
        "line 2: services.a: the tag !custom cannot be read here"
      ),
      ("services: {}\n---\nservices: {}", "line 2: more than one document"),
      ("services: *none", "line 1: not valid YAML: found undefined alias"),
      ("services:\n\ta: {}", "line 2: not valid YAML: found character that cannot start any token"),
    ]
  )
  func refused(text: String, message: String) {
    #expect {
      try Reader.decode(ComposeFile.self, yaml: text)
    } throws: { error in
      let found = "\(error)"
      if !found.hasPrefix(message) { print("found: \(found)") }
      return found.hasPrefix(message)
    }
  }

  @Test(
    "JSON with what JSON does not have is refused by name, with its line",
    arguments: [
      ("{\n  // routes\n}", "line 2: JSON has no comments"),
      ("{\n  /* routes */\n}", "line 2: JSON has no comments"),
      ("{\n  \"regions\": [\"fra1\",]\n}", "line 2: a comma before ']' is not JSON"),
      ("{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}", "line 3: the key 'name' occurs twice"),
      ("{\n  'name': \"a\"\n}", "line 2: expected a key in double quotes"),
    ]
  )
  func json(text: String, message: String) {
    #expect { try Reader.decode(VercelConfig.self, json: text) } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }

  @Test("in typed fields of Compose, variables stay as they are written")
  func interpolated() throws {
    let text = """
      services:
        api:
          image: api
          init: ${INIT:-true}
          cpus: ${CPUS}
          mem_limit: ${MEMORY:-64m}
          scale: ${SCALE:-2}
          ports:
            - target: ${PORT:-80}
              published: ${PUBLISHED}
          deploy:
            replicas: ${REPLICAS:-1}
            resources: {limits: {cpus: "${LIMIT:-0.5}", pids: "${PIDS}"}}
          healthcheck: {retries: "${RETRIES}", disable: "${NO_CHECK:-false}"}
          read_only: ${READ_ONLY:-false}
          ulimits: {nofile: "${FILES}"}
          networks: {a: {priority: 10}}
      """
    let file = try Reader.decode(ComposeFile.self, yaml: text)
    #expect(file.complaints == [])
    let before = try Reader.decode(AnyValue.self, yaml: text).value
    let after = try Reader.decode(AnyValue.self, yaml: YAML.encode(file.value)).value
    #expect(before == after)
  }

  @Test(
    "what a format refuses beyond types is told at its place, and the file is read all the same",
    arguments: [
      (
        PlatformManifest.railway, #"{"deploy": {"restartPolicyType": "never"}}"#,
        "line 1: deploy.restartPolicyType: 'never' is not one of ON_FAILURE, ALWAYS, NEVER"
      ),
      (
        PlatformManifest.railway, #"{"deploy": {"numReplicas": 0}}"#,
        "line 1: deploy: 'numReplicas' is 0, and 1 to 200 is allowed"
      ),
      (
        PlatformManifest.vercel, #"{"routes": [], "rewrites": []}"#,
        "line 1: 'routes' excludes 'rewrites'"
      ),
      (
        PlatformManifest.vercel, #"{"crons": [{"path": "api", "schedule": "0 5 * * *"}]}"#,
        "line 1: crons[0]: 'path' does not start with '/'"
      ),
      (
        PlatformManifest.render, "services:\n  - {type: web, name: a, runtime: nodejs}",
        "line 2: services[0].runtime: 'nodejs' is not one of docker, elixir, go, image, node, "
          + "python, ruby, rust, static"
      ),
      (
        PlatformManifest.render, "services:\n  - {type: web, name: a}",
        "line 2: services[0]: 'runtime' is missing"
      ),
      (
        PlatformManifest.compose, "services:\n  a: {image: b, restart: no, tty: yes}",
        "line 2: services.a.restart: a plain 'no' is true or false to readers of YAML 1.1: write it "
          + "in quotes"
      ),
      (
        PlatformManifest.compose, "services:\n  a:\n    image: b\n    oom_score_adj: 2000",
        "line 3: services.a: 'oom_score_adj' is 2000, and -1000 to 1000 is allowed"
      ),
    ]
  )
  func faults(platform: PlatformManifest, text: String, complaint: String) throws {
    #expect(try platform.read(text).complaints == [complaint])
  }
}
