import InfraContract

/// What is asked for is more than nothing.
enum LegalSizes: EnvironmentRule {
  static let rule = Rule(
    "model/legal-sizes",
    .error,
    "Processor, memory and storage that are asked for are more than nothing, and no more than is "
      + "allowed."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    for index in application.services.indices {
      // Most ask for nothing, and a copy of a whole service costs more than all the rest.
      if application.services[index].size != nil || application.services[index].limit != nil {
        let service = application.services[index]
        for fault in faults(of: service.size) + faults(of: service.limit) {
          report(fault, of: service, &findings)
        }
        checkLimit(service.limit, service.size, of: service, &findings)
      }
      for volume in application.services[index].volumes {
        guard let fault = fault(of: volume.size, "volume '\(volume.name)'") else { continue }
        report(fault, of: application.services[index], &findings)
      }
    }
    for job in application.jobs {
      for fault in faults(of: job.size) + faults(of: job.limit) {
        report(fault, of: job, &findings)
      }
      checkLimit(job.limit, job.size, of: job, &findings)
    }
    for database in application.databases {
      for fault in faults(of: database.size) { report(fault, of: database, &findings) }
      if let fault = fault(of: database.storage, "storage") {
        report(fault, of: database, &findings)
      }
    }
    for cache in application.caches {
      if let fault = fault(of: cache.memory, "memory") { report(fault, of: cache, &findings) }
    }
  }

  private static func faults(of size: Size?) -> [String] {
    guard let size else { return [] }
    var faults: [String] = []
    if let fault = fault(of: size.memory, "memory") { faults.append(fault) }
    if let cpu = size.cpu, !(cpu > 0 && cpu.isFinite) { faults.append("\(cpu) cores") }
    return faults
  }

  /// What may be used is no less than what is needed.
  private static func checkLimit(
    _ limit: Size?,
    _ size: Size?,
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    guard let limit, let size else { return }
    var faults: [String] = []
    if let most = limit.memory, let needed = size.memory, most < needed {
      faults.append("needs \(needed) of memory and may use \(most)")
    }
    if let most = limit.cpu, let needed = size.cpu, most < needed {
      faults.append("needs \(needed) cores and may use \(most)")
    }
    for fault in faults {
      findings.report(
        rule,
        "\(resource.id.title) \(fault)",
        help: "raise limit:, or lower size:",
        at: resource.site,
        about: resource.id
      )
    }
  }

  private static func fault(of amount: ByteCount?, _ what: @autoclosure () -> String) -> String? {
    guard let amount, amount.bytes <= 0 else { return nil }
    return "\(amount) of \(what())"
  }

  private static func report(
    _ fault: String,
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    findings.report(
      rule,
      "\(resource.id.title) asks for \(fault)",
      help: "ask for an amount such as .gigabytes(1) or 0.5 cores, or leave it out",
      at: resource.site,
      about: resource.id
    )
  }
}
