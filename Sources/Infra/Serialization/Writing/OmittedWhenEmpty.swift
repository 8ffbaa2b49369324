/// Collections that a non-optional field leaves out of the document when they hold nothing.
protocol OmittedWhenEmpty {}

extension Array: OmittedWhenEmpty {}
extension OrderedMap: OmittedWhenEmpty {}
