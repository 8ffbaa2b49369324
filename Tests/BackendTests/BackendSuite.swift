import Testing

/// All tests of the backend, one after another: they measure times, kill servers and fill both
/// cores by themselves.
@Suite("backend", .serialized, .enabled(if: PostgresServer.isInstalled))
struct BackendSuite {}
