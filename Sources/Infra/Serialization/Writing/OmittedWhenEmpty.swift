/// Collections that a field leaves out of the document when they hold nothing, and that reading
/// finds empty when the document does not mention them.
///
/// Only a non-optional field does so: in an optional one, nil is what is left out, and an empty
/// collection is written.
package protocol OmittedWhenEmpty {
  /// Creates an empty collection.
  init()
}

extension Array: OmittedWhenEmpty {}
extension OrderedMap: OmittedWhenEmpty {}
