import InfraKit

/// Why the helpdesk writes railway.json although Railway stops reading it.
let legacyFile = RuleException.silence(
  "railway/config-deprecated",
  because: "railway.ts is what we deploy with; railway.json is for services that still read it"
)
