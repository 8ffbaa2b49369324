import InfraContract
import InfraKit

/// A program with a variable of each kind.
struct Program: ProcessContract {
  var database: PostgresURL
  var page: WebOrigin
  var key: SecretKey
  var note: String?
  var level: Port = 11
  let site: CallSite

  init(
    database: PostgresURL,
    page: WebOrigin,
    key: SecretKey,
    file: StaticString = #fileID,
    line: UInt = #line
  ) {
    self.database = database
    self.page = page
    self.key = key
    site = CallSite(file: file, line: line)
  }

  static let process = "program"

  static let fields: [ContractField<Program>] = [
    .required("DATABASE_URL", "The database.") { $0.database },
    .required("PAGE", "The page.") { $0.page },
    .required("KEY", "Signs.") { $0.key },
    .optional("NOTE", "A note.") { $0.note },
    .defaulted("LEVEL", "A level.", 11) { $0.level },
    .platform("PORT", "The port.", as: Port.self),
    .platform("INSTANCE", "The instance.", as: String.self),
  ]
}

/// A program of which only one may run.
struct Alone: ProcessContract {
  let site = CallSite()
  let soleInstanceReason: String? = "it sweeps tickets in process"
  static let process = "alone"
  static let fields: [ContractField<Alone>] = []
}
