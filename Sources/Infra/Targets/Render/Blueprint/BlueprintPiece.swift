/// A structure that a service may have, and mostly has not.
///
/// Of an optional of such a type, synthesised code asks the language's runtime for its type even where
/// nothing is held, and a service has many of them.
protocol BlueprintPiece: Encodable {}

extension Blueprint.Image: BlueprintPiece {}
extension Blueprint.RegistryCredential: BlueprintPiece {}
extension Blueprint.Scaling: BlueprintPiece {}
extension Blueprint.Disk: BlueprintPiece {}
extension Blueprint.BuildFilter: BlueprintPiece {}
extension Blueprint.ServicePreviews: BlueprintPiece {}
extension Blueprint.StaticServicePreviews: BlueprintPiece {}
extension Blueprint.MaintenanceMode: BlueprintPiece {}

extension KeyedEncodingContainer {
  /// Encodes a structure where there is one.
  ///
  /// Synthesised code finds this overload in place of the general one.
  mutating func encodeIfPresent(_ value: (some BlueprintPiece)?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) }
  }
}
