package import InfraContract

/// What is left of a contract once a description has filled it: names and values, without the type.
package struct FilledContract: Sendable {
  /// One variable of the contract.
  package struct Field: Sendable {
    /// The name.
    package let name: String
    /// What the variable is for.
    package let purpose: String
    /// Whether it must be there.
    package let presence: ContractPresence
    /// What a well-formed text looks like.
    package let expectation: String
    /// Whether the program takes a text.
    package let accepts: @Sendable (String) -> Bool
    /// Whether only a secret may fill it.
    package let isSecret: Bool
    /// What the description gives it; nil for a variable that it leaves out.
    package let value: Value?
  }

  /// The process, such as `backend serve`.
  package let process: String

  /// The variables, in the contract's order.
  package let fields: [Field]

  /// Where the description filled the contract.
  package let site: CallSite

  /// Why only one instance may run.
  package let soleInstanceReason: String?

  /// The process that has to run beside it.
  package let companion: Companion?

  /// The newest form of queued jobs that it writes and reads.
  package let queueFormat: Int?

  /// Takes the names and values from a contract.
  package init<Contract: ProcessContract>(_ contract: Contract) {
    process = Contract.process
    fields = Contract.fields.map { field in
      Field(
        name: field.name,
        purpose: field.purpose,
        presence: field.presence,
        expectation: field.expectation,
        accepts: field.accepts,
        isSecret: field.isSecret,
        value: field.value(contract)
      )
    }
    site = contract.site
    soleInstanceReason = contract.soleInstanceReason
    companion = contract.companion
    queueFormat = contract.queueFormat
  }

  /// Appends the variables that the description fills.
  ///
  /// Two contracts of one program share variables: what is there with the same value stays as it is.
  package func write(to variables: inout Variables) {
    for field in fields {
      guard let value = field.value, variables.entry(field.name)?.value != value else { continue }
      variables.append(field.name, value, at: site)
    }
  }
}

/// A resource whose variables contracts can fill.
package protocol Contracted: Configured {
  /// The contracts that fill its variables.
  var contracts: [FilledContract] { get }
}

extension Service: Contracted {}
extension CronJob: Contracted {}
