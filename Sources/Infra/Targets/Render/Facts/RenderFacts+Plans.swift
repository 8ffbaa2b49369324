package import InfraKit

extension RenderFacts {
  /// A compute plan: what one instance gets.
  package struct Plan: Sendable, Hashable {
    /// The name in a manifest.
    package let id: String

    /// The processor share in cores; nil where Render names none.
    package let cpu: Double?

    /// The memory.
    package let memory: ByteCount

    /// The name that the schema still accepts for the same plan, if there is one.
    package let olderName: String?

    /// Whether it costs nothing and has the limits that go with that.
    package var isFree: Bool { id == "free" }

    /// Whether it has at least what a size asks for.
    package func satisfies(_ size: Size) -> Bool {
      (size.cpu ?? 0) <= (cpu ?? 0) && (size.memory ?? ByteCount(bytes: 0)) <= memory
    }
  }

  /// Where the tables of plans come from.
  ///
  /// The older names: https://render.com/docs/scaling, read 2026-08-18.
  package static let plansSource = reference

  /// The plans of web services, from small to large; private services and workers have no `free`.
  package static let serverPlans: [Plan] = [
    plan("free", 0.1, .megabytes(512)),
    plan("0.5c-512mb", 0.5, .megabytes(512), "starter"),
    plan("1c-2g", 1, .gigabytes(2), "standard"),
    plan("2c-4g", 2, .gigabytes(4), "pro"),
    plan("2c-8g", 2, .gigabytes(8)),
    plan("2c-16g", 2, .gigabytes(16)),
    plan("4c-8g", 4, .gigabytes(8), "pro plus"),
    plan("4c-16g", 4, .gigabytes(16), "pro max"),
    plan("4c-32g", 4, .gigabytes(32)),
    plan("8c-16g", 8, .gigabytes(16)),
    plan("8c-32g", 8, .gigabytes(32), "pro ultra"),
    plan("8c-64g", 8, .gigabytes(64)),
    plan("12c-24g", 12, .gigabytes(24)),
    plan("12c-48g", 12, .gigabytes(48)),
    plan("12c-96g", 12, .gigabytes(96)),
  ]

  /// The plans of cron jobs: no `free`, and nothing above eight cores.
  package static let cronPlans = serverPlans.filter { !$0.isFree && ($0.cpu ?? 0) <= 8 }

  /// The plans of Key Value instances, from small to large.
  ///
  /// `3g` and `50g` are in the schema of 2026-11-23 only, not yet on the reference page.
  package static let keyValuePlans: [Plan] = [
    plan("free", nil, .megabytes(25)),
    plan("256mb", nil, .megabytes(256)),
    plan("1g", nil, .gigabytes(1)),
    plan("3g", nil, .gigabytes(3)),
    plan("5g", nil, .gigabytes(5)),
    plan("10g", nil, .gigabytes(10)),
    plan("20g", nil, .gigabytes(20)),
    plan("40g", nil, .gigabytes(40)),
    plan("50g", nil, .gigabytes(50)),
  ]

  /// The plan of a service or a job that names none.
  package static let standardServerPlan = Blueprint.ServerPlan.`0.5c-512mb`

  static func plan(_ id: String, _ cpu: Double?, _ memory: ByteCount, _ olderName: String? = nil)
    -> Plan
  { Plan(id: id, cpu: cpu, memory: memory, olderName: olderName) }
}
