extension Optional where Wrapped: RangeReplaceableCollection {
  /// Appends to a list of a manifest that may be absent, and creates it if it is.
  ///
  /// Without it, `manifest.rewrites?.append(…)` would do nothing where there is no list yet.
  public mutating func append(_ element: Wrapped.Element) {
    var list = self ?? Wrapped()
    list.append(element)
    self = list
  }
}

extension Optional {
  /// The value of a name in a map of a manifest that may be absent; setting one creates the map.
  public subscript<Element>(key: String) -> Element? where Wrapped == OrderedMap<Element> {
    get { self?[key] }
    set {
      if self == nil, newValue == nil { return }
      var map = self ?? [:]
      map[key] = newValue
      self = map
    }
  }
}
