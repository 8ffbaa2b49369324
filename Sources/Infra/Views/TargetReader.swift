import InfraContract
import InfraKit

/// What the target of one deployment makes of a resource's variables, with and without the author's
/// edits of its manifest.
struct TargetReader {
  private let deployment: String
  private let platform: String
  private let deliveries: [Delivery]
  private let plain: [Delivery]
  private let edits: [CallSite]
  private let site: CallSite

  init(_ resource: ResourceID, in plan: Plan) {
    deployment = plan.deployment.name
    guard let index = plan.place(resource)?.target else {
      platform = ""
      deliveries = []
      plain = []
      edits = []
      site = plan.deployment.site
      return
    }
    let target = plan.deployment.targets[index]
    let part = HostedPart(plan, target: index)
    platform = target.platform.title
    deliveries = target.deliveries(part, to: resource)
    plain = target.unedited.deliveries(part, to: resource)
    edits = target.editSites(part, of: resource)
    site = part.site
  }

  /// The names of the variables, in the manifest's order.
  var names: [String] { deliveries.map(\.variable) + plain.map(\.variable) }

  /// What becomes of a variable.
  func delivered(_ name: String) -> Explanation.Delivered {
    let form = Self.form(of: name, in: deliveries)
    let before = Self.form(of: name, in: plain)
    let (word, text) = Self.words(form, named: name)
    return Explanation.Delivered(
      deployment: deployment,
      platform: platform,
      form: word,
      text: text,
      edited: form == before ? nil : edited(name, from: before)
    )
  }

  /// Of a name that a manifest has twice the last counts, as for a process.
  private static func form(of name: String, in deliveries: [Delivery]) -> Delivery.Form? {
    deliveries.last { $0.variable == name }?.form
  }

  private func edited(_ name: String, from before: Delivery.Form?) -> Explanation.Edited {
    let (word, text) = Self.words(before, named: name)
    return Explanation.Edited(
      // An edit of the whole file has no line of its own, but the target's is near.
      site: edits.last ?? site,
      isExact: edits.count == 1,
      before: before == nil ? "not set" : "\(word): \(text)"
    )
  }

  private static func words(
    _ form: Delivery.Form?,
    named name: String
  ) -> (form: String, text: String) {
    switch form {
    case .literal(let text): ("literal", ValueText.delivered(text, named: name))
    case .reference(let text): ("reference", Wording.printable(text))
    case .generated(let text): ("generated", Wording.printable(text))
    case .kept(let text): ("kept", Wording.printable(text))
    case .asked(let text): ("setup step", Wording.printable(text))
    case nil: ("absent", "")
    }
  }
}
