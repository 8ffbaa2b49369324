/// How a vendor's keys look: a head that nothing else has, and letters of chance after it.
package struct TokenForm: Sendable {
  /// What it is, such as `a GitHub token`.
  package let kind: String
  /// How it starts.
  package let prefix: [UInt8]
  /// How many letters of a key follow at least.
  package let length: Int
  /// Whether a byte is one of those letters.
  package let isLetter: @Sendable (UInt8) -> Bool

  private init(
    _ kind: String,
    _ prefix: String,
    _ length: Int,
    _ isLetter: @escaping @Sendable (UInt8) -> Bool = { Credentials.isKey($0) }
  ) {
    self.kind = kind
    self.prefix = Array(prefix.utf8)
    self.length = length
    self.isLetter = isLetter
  }

  /// Forms that vendors publish so that scanners find them (docs.github.com, "Supported secret
  /// scanning patterns", and the vendors' own pages, read 2026-11-23).
  package static let all: [TokenForm] = [
    TokenForm("an AWS access key", "AKIA", 16, isUpperOrDigit),
    TokenForm("an AWS access key", "ASIA", 16, isUpperOrDigit),
    TokenForm("a GitHub token", "ghp_", 30),
    TokenForm("a GitHub token", "gho_", 30),
    TokenForm("a GitHub token", "ghu_", 30),
    TokenForm("a GitHub token", "ghs_", 30),
    TokenForm("a GitHub token", "ghr_", 30),
    TokenForm("a GitHub token", "github_pat_", 30),
    TokenForm("a GitLab token", "glpat-", 16),
    TokenForm("an npm token", "npm_", 30),
    TokenForm("a Stripe key", "sk_live_", 16),
    TokenForm("a Stripe key", "sk_test_", 16),
    TokenForm("a Stripe key", "rk_live_", 16),
    TokenForm("a Stripe key", "rk_test_", 16),
    TokenForm("a Stripe webhook key", "whsec_", 24),
    TokenForm("an Anthropic key", "sk-ant-", 20),
    TokenForm("an OpenAI key", "sk-proj-", 20),
    TokenForm("a Slack token", "xoxb-", 10),
    TokenForm("a Slack token", "xoxp-", 10),
    TokenForm("a Slack token", "xoxa-", 10),
    TokenForm("a Slack token", "xoxr-", 10),
    TokenForm("a Slack token", "xoxs-", 10),
    TokenForm("a Slack token", "xapp-", 10),
    TokenForm("a SendGrid key", "SG.", 40),
    TokenForm("a DigitalOcean token", "dop_v1_", 40),
    TokenForm("a Render key", "rnd_", 20),
    TokenForm("a Vault token", "hvs.", 20),
    TokenForm("a Hugging Face token", "hf_", 30),
    TokenForm("a PyPI token", "pypi-AgEIcHlwaS5vcmc", 50),
    TokenForm("a Shopify token", "shpat_", 32),
    TokenForm("a Sentry token", "sntrys_", 40),
  ]

  private static func isUpperOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (0x30...0x39).contains(byte)
  }
}
