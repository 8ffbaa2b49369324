import InfraKit

/// A compute plan: what one instance gets.
struct RenderPlan: Sendable, Hashable, CustomStringConvertible {
  /// The name in a manifest.
  let id: String

  /// The processor share in cores; nil where Render names none.
  let cpu: Double?

  /// The memory.
  let memory: ByteCount

  /// The older name for the same plan, if there is one.
  let olderName: String?

  init(_ id: String, cpu: Double?, memory: ByteCount, older: String? = nil) {
    self.id = id
    self.cpu = cpu
    self.memory = memory
    olderName = older
  }

  /// Whether it costs nothing and has the limits that go with that.
  var isFree: Bool { id == "free" }

  /// Whether it has at least what a size asks for.
  func satisfies(_ size: Size) -> Bool {
    if let wanted = size.cpu, let cpu, wanted > cpu { return false }
    if let wanted = size.memory, wanted > memory { return false }
    return true
  }

  /// The plan as reports show it.
  var description: String {
    let cores = cpu.map { "\($0) CPU, " } ?? ""
    return "\(cores)\(memory)" + (olderName.map { ", once '\($0)'" } ?? "")
  }
}

extension RenderFacts {
  /// The plans of web services, from small to large; private services and workers have no `free`.
  ///
  /// The older names: render.com/docs/scaling, read 2026-08-18.
  static let serverPlans = Fact<[RenderPlan]>(
    "plans",
    "services",
    [
      RenderPlan("free", cpu: 0.1, memory: .megabytes(512)),
      RenderPlan("0.5c-512mb", cpu: 0.5, memory: .megabytes(512), older: "starter"),
      RenderPlan("1c-2g", cpu: 1, memory: .gigabytes(2), older: "standard"),
      RenderPlan("2c-4g", cpu: 2, memory: .gigabytes(4), older: "pro"),
      RenderPlan("2c-8g", cpu: 2, memory: .gigabytes(8)),
      RenderPlan("2c-16g", cpu: 2, memory: .gigabytes(16)),
      RenderPlan("4c-8g", cpu: 4, memory: .gigabytes(8), older: "pro plus"),
      RenderPlan("4c-16g", cpu: 4, memory: .gigabytes(16), older: "pro max"),
      RenderPlan("4c-32g", cpu: 4, memory: .gigabytes(32)),
      RenderPlan("8c-16g", cpu: 8, memory: .gigabytes(16)),
      RenderPlan("8c-32g", cpu: 8, memory: .gigabytes(32), older: "pro ultra"),
      RenderPlan("8c-64g", cpu: 8, memory: .gigabytes(64)),
      RenderPlan("12c-24g", cpu: 12, memory: .gigabytes(24)),
      RenderPlan("12c-48g", cpu: 12, memory: .gigabytes(48)),
      RenderPlan("12c-96g", cpu: 12, memory: .gigabytes(96)),
    ],
    reference
  )

  /// The plans of cron jobs: no `free`, and nothing above eight cores.
  static let cronPlans = Fact<[RenderPlan]>(
    "plans",
    "cron jobs",
    serverPlans.value.filter { !$0.isFree && ($0.cpu ?? 0) <= 8 },
    reference
  )

  /// The plans of Key Value instances, from small to large.
  ///
  /// `3g` and `50g` are in the schema of 2026-11-23 only, not yet on the reference page.
  static let keyValuePlans = Fact<[RenderPlan]>(
    "plans",
    "Key Value",
    [
      RenderPlan("free", cpu: nil, memory: .megabytes(25)),
      RenderPlan("256mb", cpu: nil, memory: .megabytes(256)),
      RenderPlan("1g", cpu: nil, memory: .gigabytes(1)),
      RenderPlan("3g", cpu: nil, memory: .gigabytes(3)),
      RenderPlan("5g", cpu: nil, memory: .gigabytes(5)),
      RenderPlan("10g", cpu: nil, memory: .gigabytes(10)),
      RenderPlan("20g", cpu: nil, memory: .gigabytes(20)),
      RenderPlan("40g", cpu: nil, memory: .gigabytes(40)),
      RenderPlan("50g", cpu: nil, memory: .gigabytes(50)),
    ],
    schema
  )
}
