import InfraKit

extension Environment {
  /// Every environment of the product.
  public static var all: [Environment] { [dev, prod] }
}
