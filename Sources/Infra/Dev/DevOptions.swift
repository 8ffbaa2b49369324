/// How a person wants a run.
package struct DevOptions: Sendable {
  /// Where databases and caches run.
  package enum EngineChoice: String, Sendable, CaseIterable {
    /// In containers where an engine answers, else on this machine.
    case auto
    /// In containers.
    case docker
    /// On this machine.
    case local
  }

  /// How the page comes about.
  enum Page: Sendable {
    /// There is none.
    case none
    /// A program that is there.
    case program(Program)
    /// A program that is built first.
    case build(Program, Program)
  }

  /// The names of what is run, with what that needs; empty for everything.
  package var only: [String] = []

  /// Whether a change of a file builds anew.
  package var watches = false

  /// Whether the logs of databases, caches, builds and releases are shown too.
  package var showsAll = false

  /// Whether it is tried once it is ready, and ended then.
  package var tries = false

  /// Where databases and caches run.
  package var engine = EngineChoice.auto

  /// Where the run is shown.
  package let screen: Screen

  var page = Page.none

  /// Options with their defaults.
  package init(screen: Screen) { self.screen = screen }
}
