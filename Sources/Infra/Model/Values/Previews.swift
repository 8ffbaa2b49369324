/// How pull requests get an environment of their own, where a platform makes one.
public struct Previews: Sendable, Hashable {
  /// What makes a preview.
  public enum Trigger: Sendable, Hashable {
    /// Nothing: there are none.
    case never
    /// A person asks for one at a pull request.
    case onRequest
    /// Every pull request has one.
    case always
  }

  /// What makes a preview.
  public let trigger: Trigger

  /// The days without a push after which a preview goes; nil for when its pull request closes.
  public let daysKept: Int?

  /// No previews.
  public static let never = Previews(trigger: .never, daysKept: nil)

  /// A preview for each pull request, until it closes.
  public static let always = Previews(trigger: .always, daysKept: nil)

  /// A preview for each pull request where a person asks for one, until it closes.
  public static let onRequest = Previews(trigger: .onRequest, daysKept: nil)

  /// A preview for each pull request, until it closes or nobody has pushed to it for some days.
  public static func always(keptFor days: Int) -> Previews {
    Previews(trigger: .always, daysKept: days)
  }

  /// A preview where a person asks for one, until its pull request closes or nobody has pushed to it
  /// for some days.
  public static func onRequest(keptFor days: Int) -> Previews {
    Previews(trigger: .onRequest, daysKept: days)
  }
}
