import InfraKit
import InfraTargets

extension BlueprintEdits {
  /// Says that two proxies stand in front of the backend.
  ///
  /// Render answers behind Cloudflare and a proxy of its own, so `X-Forwarded-For` ends in the
  /// client's address and Cloudflare's (rohitpaulk.com/articles/render-rails-remote-ip, read
  /// 2026-11-23); Railway adds the client's only.
  mutating func countProxies(before backend: Service) {
    edit(backend) { service in
      service.envVars.removeAll { $0.key == "TRUSTED_PROXIES" }
      service.envVars.append(.value("TRUSTED_PROXIES", "2"))
    }
  }
}
