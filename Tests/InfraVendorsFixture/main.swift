#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import InfraCLI
import InfraKit
import InfraTargets
import InfraVendors
import Synchronization

// `infra` as a person runs it, but with the vendors' servers of a test in the place of the vendors,
// and dead at a point that the test chooses. Only this program knows these variables.

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Counts the points at which a run can be interrupted, and ends it at one of them.
final class Countdown: Sendable {
  private let left = Mutex(variable("FIXTURE_DIES_AT").flatMap { Int($0) } ?? .max)

  func point() {
    let isOver = left.withLock { left in
      left -= 1
      return left == 0
    }
    if !isOver { return }
    // A crash, of which the run time tells what it sees; or an end without a word.
    if variable("FIXTURE_CRASHES") != nil { fatalError("a crash that a test has asked for") }
    kill(getpid(), SIGKILL)
  }
}

/// The real transport with a point before and after each call that changes something.
struct Interrupted: Transport {
  let base: any Transport
  let countdown: Countdown

  func send(_ request: Request, to endpoint: Endpoint) throws(VendorError) -> Response {
    if request.isRead { return try base.send(request, to: endpoint) }
    countdown.point()
    let response = try base.send(request, to: endpoint)
    countdown.point()
    return response
  }
}

func address(_ path: String) -> Address {
  guard let address = Address("http://127.0.0.1:\(variable("FIXTURE_PORT") ?? "9")\(path)") else {
    exit(70)
  }
  return address
}

/// The product's own addresses, at the server of a test.
let health = HealthProbe { url in
  guard let path = url.split(separator: "/", maxSplits: 3).last else { return nil }
  return HealthProbe.curl(limit: 5).status(address("/health/\(path)").text)
}

let countdown = Countdown()
var pace = Executor.Pace()
pace.pause = .milliseconds(2)
pace.looks = 20
pace.looksBeforeRepeating = 2
let short: @Sendable (Duration) -> Void = { _ in SystemTime.pause(.milliseconds(2)) }

Infra.run(
  variable("FIXTURE_SECRETS") == nil ? Shops.all : Shops.secrets,
  vendors: VendorSettings(
    access: VendorAccess(
      variables: { variable($0) },
      addresses: VendorAddresses(
        render: address("/render/v1"),
        railway: address("/railway"),
        vercel: address("/vercel")
      ),
      transport: Interrupted(
        base: RetryingTransport(CurlTransport(limit: 20), pause: short, now: SystemTime.now),
        countdown: countdown
      ),
      health: health
    ),
    pace: pace,
    sleep: short,
    wrote: { _ in countdown.point() }
  )
)
