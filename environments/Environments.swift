import InfraKit

extension Environment {
  /// Every environment of the helpdesk: `infra` sees nothing else.
  public static var all: [Environment] { [dev, staging, prod] }
}
