/// What a target makes of one variable of a resource: what the process will be given, and how.
public struct Delivery: Sendable, Hashable {
  /// The ways in which a value reaches a process.
  public enum Form: Sendable, Hashable {
    /// Text that stands in the manifest.
    case literal(String)
    /// The platform's own reference, in the words of its manifest.
    case reference(String)
    /// A value that the platform makes once and keeps, told in the words of its manifest.
    case generated(String)
    /// A value that the platform or a file keeps and that no manifest holds, told in a few words.
    case kept(String)
    /// A value that a person sets by a step of the setup sheet, told in a few words.
    case asked(String)
  }

  /// The name of the variable.
  public let variable: String

  /// How its value reaches the process.
  public let form: Form

  /// Says what becomes of a variable.
  public init(_ variable: String, _ form: Form) {
    self.variable = variable
    self.form = form
  }
}
