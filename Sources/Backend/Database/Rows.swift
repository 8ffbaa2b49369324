import CLibpq

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a statement returned: libpq's own result, read where it lies.
final class Rows: Sendable {
  // A result is never changed once it is complete, so any thread may read it; as an address,
  // because pointers are not Sendable.
  private let address: UInt

  /// How many rows there are.
  let count: Int

  /// How many rows were inserted, updated or deleted.
  let affected: Int

  /// Takes a complete result over.
  init(owning result: OpaquePointer) {
    self.address = UInt(bitPattern: result)
    self.count = Int(PQntuples(result))
    self.affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
  }

  deinit { PQclear(pointer) }

  private var pointer: OpaquePointer? { OpaquePointer(bitPattern: address) }

  /// The text of a column, or nil for null.
  func text(_ row: Int, _ column: Int32) -> String? {
    guard PQgetisnull(pointer, Int32(row), column) == 0 else { return nil }
    return PQgetvalue(pointer, Int32(row), column).map { String(cString: $0) }
  }

  /// The rows, in order.
  var all: some Sequence<Row> { (0..<count).lazy.map { Row(rows: self, index: $0) } }

  /// The first row, if there is one.
  var first: Row? { count > 0 ? Row(rows: self, index: 0) : nil }
}

/// One row, whose columns are read by position.
struct Row {
  let rows: Rows
  let index: Int

  /// The text of a column that may be null.
  subscript(_ column: Int32) -> String? { rows.text(index, column) }

  /// The text of a column that is never null.
  func text(_ column: Int32) throws(DatabaseError) -> String {
    guard let text = self[column] else { throw .unexpectedResult("column \(column) is null") }
    return text
  }

  /// A whole number.
  func integer(_ column: Int32) throws(DatabaseError) -> Int {
    guard let number = Int(try text(column)) else {
      throw .unexpectedResult("column \(column) is not a whole number")
    }
    return number
  }

  /// An identifier.
  func id(_ column: Int32) throws(DatabaseError) -> UUID {
    guard let id = UUID(uuidString: try text(column)) else {
      throw .unexpectedResult("column \(column) is not an identifier")
    }
    return id
  }

  /// An identifier that may be null.
  func optionalID(_ column: Int32) throws(DatabaseError) -> UUID? {
    self[column] == nil ? nil : try id(column)
  }

  /// A case of an enumeration.
  func choice<Choice: RawRepresentable<String>>(
    _ column: Int32,
    as: Choice.Type = Choice.self
  ) throws(DatabaseError) -> Choice {
    guard let choice = Choice(rawValue: try text(column)) else {
      throw .unexpectedResult("column \(column) is none of \(Choice.self)")
    }
    return choice
  }

  /// A moment in UTC, as Postgres words it.
  func moment(_ column: Int32) throws(DatabaseError) -> Moment {
    Moment(postgres: try text(column))
  }

  /// A moment that may be null.
  func optionalMoment(_ column: Int32) -> Moment? { self[column].map { Moment(postgres: $0) } }
}
