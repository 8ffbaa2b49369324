import Logging
import Synchronization

/// What a logger was told, line by line.
final class Captured: Sendable {
  private let told = Mutex<[String]>([])

  var lines: [String] { told.withLock { $0 } }

  /// A handler that writes here.
  var handler: any LogHandler { Handler(captured: self) }

  private struct Handler: LogHandler {
    let captured: Captured
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(captured: Captured) { self.captured = captured }

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let pairs = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
      captured.told.withLock { $0.append("\(event.message) \(pairs.joined(separator: " "))") }
    }
  }
}
