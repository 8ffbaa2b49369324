/// A field that a vendor lets people write in one of two shapes.
public enum Either<Left, Right> {
  /// The first shape.
  case left(Left)
  /// The second shape.
  case right(Right)
}

extension Either: Sendable where Left: Sendable, Right: Sendable {}
extension Either: Equatable where Left: Equatable, Right: Equatable {}
extension Either: Hashable where Left: Hashable, Right: Hashable {}

extension Either: Encodable where Left: Encodable, Right: Encodable {
  /// Encodes whichever shape is held.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .left(let value): try value.encode(to: encoder)
    case .right(let value): try value.encode(to: encoder)
    }
  }
}

extension Either: Decodable where Left: Decodable, Right: Decodable {
  /// Decodes the first shape if it fits, else the second; the second's error is the one reported.
  public init(from decoder: any Decoder) throws {
    if let value = try? Left(from: decoder) {
      self = .left(value)
    } else {
      self = .right(try Right(from: decoder))
    }
  }
}
