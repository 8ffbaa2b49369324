/// A field that a vendor lets people write in one of two shapes.
public enum Either<Left, Right> {
  /// The first shape.
  case left(Left)
  /// The second shape.
  case right(Right)
}

/// An error that knows how far reading had come, so that two attempts can be compared.
package protocol AttemptError: Error {
  /// What to report where this attempt and another one both failed.
  ///
  /// - Parameter other: The error of the second attempt.
  /// - Returns: The error that says most.
  func merged(with other: any Error) -> any Error
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
  /// Decodes the first shape if it fits, else the second; reports the attempt that came further.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    do {
      self = .left(try single.decode(Left.self))
    } catch let first {
      do {
        self = .right(try single.decode(Right.self))
      } catch let second {
        throw (first as? any AttemptError)?.merged(with: second) ?? second
      }
    }
  }
}
