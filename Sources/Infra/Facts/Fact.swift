/// Something that a vendor states, with the page that states it and the day it was read.
///
/// Rules and mappings use the value; `row` is the fact as reports show it.
package struct Fact<Value: Sendable>: Sendable {
  /// What it is about, such as `limit`.
  package let topic: String
  /// What is stated, such as `characters of a command`.
  package let name: String
  /// The value.
  package let value: Value
  /// The page or document, without the scheme.
  package let source: String
  /// The day of the source, as `2026-08-25`.
  package let date: String

  /// Records a fact.
  package init(_ topic: String, _ name: String, _ value: Value, source: String, date: String) {
    self.topic = topic
    self.name = name
    self.value = value
    self.source = source
    self.date = date
  }

  /// The fact as text.
  package var row: FactRow {
    FactRow(topic: topic, name: name, value: "\(value)", source: source, date: date)
  }
}

/// A fact as reports show it.
package struct FactRow: Sendable, Hashable {
  /// What it is about.
  package let topic: String
  /// What is stated.
  package let name: String
  /// The value as text.
  package let value: String
  /// The page or document.
  package let source: String
  /// The day of the source.
  package let date: String

  /// Records a row.
  package init(topic: String, name: String, value: String, source: String, date: String) {
    self.topic = topic
    self.name = name
    self.value = value
    self.source = source
    self.date = date
  }
}
