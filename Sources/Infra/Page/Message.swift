import Foundation

/// One line of standard input: what the supervisor tells.
enum Message: Sendable, Equatable {
  /// What is going to run.
  case plan(RunPlan)
  /// The state of one resource.
  case state(ResourceState)
  /// A line of output.
  case log(LogLine)
  /// Everything is healthy, so many seconds after the start.
  case ready(seconds: Double)
}

/// Why a line is not a message.
struct MessageFault: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension Message {
  /// Reads a line.
  init(_ line: Data) throws(MessageFault) {
    let decoder = JSONDecoder()
    do {
      switch try decoder.decode(Kind.self, from: line).type {
      case "plan": self = .plan(try decoder.decode(RunPlan.self, from: line))
      case "state": self = .state(try decoder.decode(ResourceState.self, from: line))
      case "log": self = .log(try decoder.decode(LogLine.self, from: line))
      case "ready": self = .ready(seconds: try decoder.decode(Ready.self, from: line).seconds)
      case let type:
        throw MessageFault(
          "type '\(type.prefix(40))' is none of plan, state, log, ready"
        )
      }
    } catch let fault as MessageFault {
      throw fault
    } catch let error as DecodingError {
      throw MessageFault(Self.words(for: error))
    } catch {
      throw MessageFault("it cannot be read")
    }
  }

  private struct Kind: Decodable { let type: String }
  private struct Ready: Decodable { let seconds: Double }

  /// What is wrong, without the text that was found: a log line may hold anything.
  private static func words(for error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "the line" : path.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context):
      "'\(place(context.codingPath + [key]))' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(place(context.codingPath))' is of the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "'\(place(context.codingPath))' is none of the allowed words"
    default: "it is not a JSON object"
    }
  }
}

/// What is going to run, as the supervisor describes it first.
struct RunPlan: Codable, Sendable, Equatable {
  /// One resource.
  struct Resource: Codable, Sendable, Equatable {
    /// The kinds of resource.
    enum Kind: String, Codable, Sendable {
      case service, worker, site, job, database, cache
    }

    var name: String
    var kind: Kind
    var url: String?
    var port: Int?
    var command: String?
    var dependsOn: [String]?
    var references: [String]?
  }

  var environment: String
  var resources: [Resource]
}

/// The state of a resource, from one moment on.
struct ResourceState: Codable, Sendable, Equatable {
  /// What a resource can be doing.
  enum State: String, Codable, Sendable {
    case waiting, building, releasing, starting, healthy, unhealthy, restarting, exited, stopped
  }

  var resource: String
  var state: State
  var detail: String?
  var pid: Int?
  /// Seconds since 1970.
  var since: Double?
}

/// A line that a resource printed.
struct LogLine: Codable, Sendable, Equatable {
  /// Where it was printed.
  enum Stream: String, Codable, Sendable {
    case out, err, build, release
  }

  var resource: String
  var stream: Stream
  /// Seconds since 1970.
  var time: Double
  var text: String
}
