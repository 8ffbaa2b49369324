/// Conditions of a statement, each with its value bound; the texts are the program's own.
struct Filter {
  private var conditions: [String] = []

  /// The values, in the order of their numbers.
  private(set) var parameters: [Parameter] = []

  /// The conditions as they follow the table's name.
  var sql: String {
    conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
  }

  /// Binds a value and returns its number, such as `$3`.
  mutating func bind(_ parameter: Parameter) -> String {
    parameters.append(parameter)
    return "$\(parameters.count)"
  }

  /// Adds a condition that ends with a value.
  mutating func require(_ condition: String, _ parameter: Parameter) {
    conditions.append(condition + bind(parameter))
  }

  /// Adds a condition without a value.
  mutating func require(_ condition: String) { conditions.append(condition) }

  /// Goes on behind a row, in the order of newest first; behind a row that is not there is nothing.
  mutating func startBehind(_ id: String?, in table: StaticString) {
    guard let id else { return }
    let last = bind(.text(id))
    conditions.append(
      "(created_at, id) < (SELECT created_at, id FROM \(table) WHERE id = \(last))"
    )
  }
}
