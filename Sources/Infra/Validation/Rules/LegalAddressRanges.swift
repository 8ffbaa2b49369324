import InfraContract

/// An address range that may connect is an address or a range in CIDR form.
enum LegalAddressRanges: EnvironmentRule {
  static let rule = Rule(
    "model/legal-address-ranges",
    .error,
    "An address range is an address, or an address, '/' and the number of leading bits."
  )

  static let isStructural = true

  static func check(_ environment: Environment, _ findings: inout Findings) {
    let application = environment.application
    for index in application.services.indices
    where !application.services[index].allowedAddresses.isEmpty {
      let service = application.services[index]
      see(service.allowedAddresses, of: service, &findings)
    }
    for site in application.sites { see(site.allowedAddresses, of: site, &findings) }
    for database in application.databases {
      see(database.allowedAddresses, of: database, &findings)
    }
    for cache in application.caches { see(cache.allowedAddresses, of: cache, &findings) }
  }

  private static func see(
    _ ranges: [AddressRange],
    of resource: some Resource,
    _ findings: inout Findings
  ) {
    for range in ranges {
      guard let fault = range.fault else { continue }
      findings.report(
        rule,
        "address range \(Wording.quote(range.cidr)) of \(resource.id.title) \(fault)",
        help: "write a range such as '203.0.113.0/24'",
        at: resource.site,
        about: resource.id
      )
    }
  }
}
