import InfraContract
import InfraKit
import InfraSerialization

extension LocalPort {
  /// The port as the file writes it.
  var reference: ComposeVariable { ComposeVariable(variable, default: "\(number)") }
}

extension ComposeMapping {
  /// The port of a resource, published for this machine alone; none for what is private.
  func published(_ id: ResourceID, target: Int) -> [Either<
    ComposeSetting<Double>, ComposeFile.Port
  >]? {
    guard let port = project.port(of: id) else { return nil }
    return [
      .right(
        .init(
          target: .value(target),
          published: .text(ComposeText(port.reference)),
          hostIP: "127.0.0.1"
        )
      )
    ]
  }
}
