import Foundation
import Logging
import Testing

@testable import backend

extension BackendSuite {
  @Suite("escalation")
  struct EscalationTests {
    @Test(
      "eight workers escalate 5,000 tickets once per level while they and Postgres are killed",
      .timeLimit(.minutes(3)),
      arguments: ["worker", "queue", "in-process"]
    )
    func killed(_ mode: String) async throws {
      let server = try PostgresServer(settings: ["fsync=off"])
      let name = try server.makeDatabase()
      let url = server.url(name)
      #expect(try await Binary.run(["migrate", "deploy"], ["DATABASE_URL": url]).status == 0)
      try server.psql(
        name,
        """
        INSERT INTO accounts (email, name, password_hash) VALUES ('a', 'a', 'a');
        INSERT INTO tickets (title, description, priority, requester_id, due_at, next_escalation_at)
        SELECT 't', 'd', 'normal', a.id, now() - interval '2 days', now() - interval '2 days'
        FROM accounts a, generate_series(1, 5000);
        """
      )
      func start() throws -> ChildProcess {
        let command = mode == "in-process" ? "serve" : "worker"
        let further = ["JOBS": mode, "JOB_INTERVAL_SECONDS": "1", "DATABASE_POOL_SIZE": "2"]
        return try Binary.start(
          [command],
          Binary.variables(url, port: try freePort(), further)
        )
      }
      var workers = try (0..<8).map { _ in try start() }
      defer { for worker in workers { worker.signal(SIGKILL) } }
      let deadline = ContinuousClock.now + .seconds(120)
      var kills = 0
      var left = -1
      while left != 0, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(Int.random(in: 100...400)))
        if kills < 16 {
          let victim = Int.random(in: workers.indices)
          workers[victim].signal(SIGKILL)
          workers[victim] = try start()
          if kills % 5 == 4 {
            server.kill()
            try server.waitUntilReady()
          }
          kills += 1
          continue
        }
        let query = "SELECT count(*) FROM tickets WHERE escalation_level < 3"
        left = (try? server.psql(name, query)).flatMap { Int($0) } ?? -1
      }
      try expectOnce(server, name, mode)
    }

    private func expectOnce(_ server: PostgresServer, _ name: String, _ mode: String) throws {
      let counts = try server.psql(
        name,
        """
        SELECT (SELECT count(*) FROM tickets WHERE escalation_level = 3),
          (SELECT count(*) FROM ticket_events WHERE kind = 'escalated'),
          (SELECT count(DISTINCT (ticket_id, level)) FROM ticket_events WHERE kind = 'escalated'),
          (SELECT count(*) FROM notifications),
          (SELECT count(DISTINCT (ticket_id, level)) FROM notifications),
          (SELECT count(*) FROM escalation_jobs)
        """
      )
      #expect(counts == "5000|15000|15000|15000|15000|0", "\(mode)")
    }

    @Test("a job that keeps failing is tried again later and at last is dead; the others are done")
    func deadLetters() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
      let database = try Database(DatabaseConfiguration(url: server.url(name)), logger: logger)
      _ = try await Migrator(database, logger: logger).deploy()
      try server.psql(
        name,
        """
        INSERT INTO accounts (email, name, password_hash) VALUES ('a', 'a', 'a');
        INSERT INTO tickets (title, description, priority, requester_id, due_at, next_escalation_at)
        SELECT CASE WHEN n = 7 THEN 'bad' ELSE 'good' END, 'd', 'normal', a.id, now(), now()
        FROM accounts a, generate_series(1, 20) n;
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF NEW.title = 'bad' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER refuse BEFORE UPDATE ON tickets FOR EACH ROW EXECUTE FUNCTION refuse();
        """
      )
      let queue = JobQueue(database: database, logger: logger)
      for _ in 0..<12 {
        _ = try await queue.pass()
        try server.psql(name, "UPDATE escalation_jobs SET run_at = now() WHERE state = 'ready'")
      }
      let done = try server.psql(name, "SELECT count(*) FROM tickets WHERE escalation_level = 1")
      #expect(done == "19")
      let dead = try server.psql(name, "SELECT state, attempts FROM escalation_jobs")
      #expect(dead == "dead|5")
      try server.psql(
        name,
        "DROP TRIGGER refuse ON tickets; UPDATE escalation_jobs SET state = 'ready', attempts = 0, run_at = now()"
      )
      _ = try await queue.pass()
      let revived = try server.psql(name, "SELECT count(*) FROM tickets WHERE escalation_level = 1")
      #expect(revived == "20")
    }

    @Test("a worker leaves the jobs of a newer version alone and says so once; the newer does them")
    func newerJobs() async throws {
      let server = try PostgresServer.shared.get()
      let name = try server.makeDatabase()
      let log = Captured()
      let logger = Logger(label: "test", factory: { _ in log.handler })
      let database = try Database(DatabaseConfiguration(url: server.url(name)), logger: logger)
      _ = try await Migrator(database, logger: logger).deploy()
      try server.psql(
        name,
        """
        INSERT INTO accounts (email, name, password_hash) VALUES ('a', 'a', 'a');
        INSERT INTO tickets (title, description, priority, requester_id, due_at, next_escalation_at)
        SELECT 't', 'd', 'normal', a.id, now(), now() FROM accounts a, generate_series(1, 7);
        """
      )
      let newer = JobQueue(database: database, logger: logger, format: 2)
      #expect(try await newer.enqueue() == 7)
      // What the version before this one queues says nothing of a format.
      let older = JobQueue(database: database, logger: logger, format: 1)
      for _ in 0..<3 { #expect(try await older.pass() == 0) }
      let jobs = try server.psql(
        name,
        "SELECT count(*), min(attempts), min(format) FROM escalation_jobs"
      )
      #expect(jobs == "7|0|2")
      let told = log.lines.filter { $0.contains("jobs of a newer version are left alone") }
      #expect(told.count == 1)
      #expect(told.first?.contains("count=7") == true)
      #expect(try await newer.work() == 7)
      let done = try server.psql(name, "SELECT count(*) FROM tickets WHERE escalation_level = 1")
      #expect(done == "7")
    }

    @Test("a ticket that is resolved, or due later after all, is left alone")
    func leftAlone() async throws {
      try await TestApp.run { app in
        let agent = try await app.person("agent")
        let resolved = try await app.ticket(agent, dueAt: "2020-01-01T00:00:00Z")
        let moved = try await app.ticket(agent, dueAt: "2020-01-01T00:00:00Z")
        let late = try await app.ticket(agent, dueAt: "2020-01-01T00:00:00Z")
        let queue = JobQueue(database: app.services.database, logger: Logger(label: "test"))
        #expect(try await queue.enqueue() == 3)
        _ = try await app.send("POST", "/tickets/\(resolved)/resolve", token: agent.access)
        let change = #"{"dueAt":"2090-01-01T00:00:00Z"}"#
        _ = try await app.send("PATCH", "/tickets/\(moved)", token: agent.access, change)
        _ = try await queue.work()
        for (id, level) in [(resolved, 0), (moved, 0), (late, 1)] {
          let ticket = try await app.send("GET", "/tickets/\(id)", token: agent.access)
          #expect(ticket.json["escalationLevel"] as? Int == level)
        }
        let notes = try await app.send("GET", "/notifications", token: agent.access)
        #expect(notes.items.map { $0["ticketId"] as? String } == [late])
        let back = #"{"dueAt":"2021-01-01T00:00:00Z"}"#
        _ = try await app.send("PATCH", "/tickets/\(moved)", token: agent.access, back)
        while try await queue.pass() > 0 {}
        let ticket = try await app.send("GET", "/tickets/\(moved)", token: agent.access)
        #expect(ticket.json["escalationLevel"] as? Int == 3)
      }
    }
  }
}
