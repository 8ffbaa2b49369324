import InfraCLI
import InfraKit
import InfraTargets

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many services; the arguments are those of `infra`.
let count = getenv("SYNTHETIC_SERVICES").flatMap { Int(String(cString: $0)) } ?? 10

/// The platform: its growth is measured for each.
let platform = getenv("SYNTHETIC_TARGET").map { String(cString: $0) } ?? "render"

func environment() -> Environment {
  // Vercel hosts no such services; it gets as many sites.
  if platform == "vercel" {
    return Environment("prod", Synthetic.application(sites: count), on: .vercel)
  }
  let application = Synthetic(services: count).application
  switch platform {
  case "compose": return Environment("prod", application, on: .compose)
  case "railway": return Environment("prod", application, on: .railway)
  default: return Environment("prod", application, on: .render(region: .frankfurt))
  }
}

Infra.run([environment()])
