import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The page of `infra dev`, as a program: a supervisor starts it and tells it what happens.
///
/// A package of your own gets the page with an executable target `infra-page` that depends on this
/// product and whose `main.swift` says
///
/// ```swift
/// import InfraPage
///
/// await Page.run()
/// ```
public enum Page {
  /// Prints the page's address as one JSON line, and serves until standard input ends.
  ///
  /// Standard input has one JSON object a line: `plan`, `state`, `log`, `ready`. Lines that cannot
  /// be read are ignored, with a note on standard error.
  public static func run() async -> Never {
    signal(SIGPIPE, SIG_IGN)
    // Ctrl-C goes to the supervisor too, whose last words the page still shows; the end of the
    // supervisor is the end of standard input. Somebody who started it by hand wants it gone.
    if isatty(STDIN_FILENO) == 0 { signal(SIGINT, SIG_IGN) }
    let board = Board()
    let reader = InputReader(board: board) { note in
      try? FileHandle.standardError.write(contentsOf: Data("infra-page: note: \(note)\n".utf8))
    }
    Thread.detachNewThread { reader.read(from: STDIN_FILENO) }
    do {
      try await PageServer(board: board).serve { url in
        let line = "{\"url\":\"\(url)\"}\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
      }
    } catch {
      let words = "infra-page: error: the page cannot be served: \(error)\n"
      try? FileHandle.standardError.write(contentsOf: Data(words.utf8))
      exit(1)
    }
    exit(0)
  }
}
