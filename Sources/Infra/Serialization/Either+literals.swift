extension Either {
  /// The first shape, if that is held; assigning one replaces whatever is held.
  public var left: Left? {
    get { if case .left(let value) = self { value } else { nil } }
    set { if let newValue { self = .left(newValue) } }
  }

  /// The second shape, if that is held; assigning one replaces whatever is held.
  public var right: Right? {
    get { if case .right(let value) = self { value } else { nil } }
    set { if let newValue { self = .right(newValue) } }
  }
}

extension Either: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral
where Left: ExpressibleByStringLiteral, Left.StringLiteralType == String {
  /// Creates the first shape from text.
  public init(stringLiteral value: String) { self = .left(Left(stringLiteral: value)) }
}

extension Either: ExpressibleByIntegerLiteral where Left: ExpressibleByIntegerLiteral {
  /// Creates the first shape from a whole number.
  public init(integerLiteral value: Left.IntegerLiteralType) {
    self = .left(Left(integerLiteral: value))
  }
}

extension Either: ExpressibleByBooleanLiteral where Left: ExpressibleByBooleanLiteral {
  /// Creates the first shape from a truth value.
  public init(booleanLiteral value: Left.BooleanLiteralType) {
    self = .left(Left(booleanLiteral: value))
  }
}

extension Either: ExpressibleByArrayLiteral where Right: RangeReplaceableCollection {
  /// Creates the second shape, a list, from its elements.
  public init(arrayLiteral elements: Right.Element...) { self = .right(Right(elements)) }
}
