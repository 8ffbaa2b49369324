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

  /// Goes on behind a row, in the order of newest first.
  mutating func startBehind(_ place: Place?) {
    guard let place else { return }
    let moment = bind(.text(place.moment))
    let id = bind(.text(place.id))
    conditions.append("(created_at, id) < (\(moment)::timestamptz, \(id)::uuid)")
  }
}

/// A row's place in a list that is ordered by time, opaque to clients.
struct Place: Sendable, Equatable {
  let moment: String
  let id: String

  init(moment: String, id: String) {
    self.moment = moment
    self.id = id
  }

  /// Reads what `cursor` wrote; nil for anything else.
  init?(cursor: String) {
    guard let bytes = Base64URL.decode(cursor) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard parts.count == 2, RFC3339.accepts(parts[0]), Identifier.accepts(parts[1]) else {
      return nil
    }
    self.init(moment: String(parts[0]), id: String(parts[1]))
  }

  /// The place as clients see it.
  var cursor: String { Base64URL.encode(Array("\(moment) \(id)".utf8)) }
}
