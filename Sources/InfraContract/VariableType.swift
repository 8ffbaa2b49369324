/// A type that a variable of a program can have.
///
/// The description fills it with literals and references; the program checks the text it is started
/// with by `accepts`, so both sides share one meaning.
public protocol VariableType: Sendable {
  /// The value as the description holds it.
  var value: Value { get }

  /// What a well-formed text looks like, to follow "expected", such as `an integer`.
  static var expectation: String { get }

  /// Whether a text is well formed.
  static func accepts(_ text: String) -> Bool

  /// Whether only a secret may fill it, and no text in a description.
  static var isSecret: Bool { get }
}

extension VariableType {
  /// Most variables hold nothing secret.
  public static var isSecret: Bool { false }
}

extension String: VariableType {
  /// The text.
  public var value: Value { Value(self) }
  /// Any text that is not empty.
  public static var expectation: String { "a text that is not empty" }
  /// Whether the text is not empty.
  public static func accepts(_ text: String) -> Bool { !text.isEmpty }
}

extension Int: VariableType {
  /// The decimal text.
  public var value: Value { Value(integerLiteral: self) }
  /// A whole number in decimal digits.
  public static var expectation: String { "a whole number" }
  /// Whether the text is a whole number.
  public static func accepts(_ text: String) -> Bool { Int(text) != nil }
}

extension Bool: VariableType {
  /// `true` or `false`.
  public var value: Value { Value(booleanLiteral: self) }
  /// The two words.
  public static var expectation: String { "'true' or 'false'" }
  /// Whether the text is one of the two words.
  public static func accepts(_ text: String) -> Bool { text == "true" || text == "false" }
}

extension VariableType where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The raw text of the case.
  public var value: Value { Value(rawValue) }

  /// The list of the cases.
  public static var expectation: String {
    "one of " + allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// Whether the text is the raw text of a case.
  public static func accepts(_ text: String) -> Bool { Self(rawValue: text) != nil }
}
