// What `infra rules CODE` tells about each rule beyond its demand.
extension TemplateRules {
  /// Why each rule is there, and the usual way out, by code.
  package static let explanations = RuleExplanation.table("templates") { explain in
    explain(
      "dockerfile-present",
      "Every build would fail, on every platform.",
      "Correct the path, or write the Dockerfile."
    )
    explain(
      "dockerfile-stage",
      "The build stops where it is told a stage that is not there.",
      "Correct the name, or add the stage."
    )
    explain(
      "dockerfile-port",
      "Who reads the Dockerfile would look for the program at another port than platforms do.",
      "Make EXPOSE and port: say the same."
    )
    explain(
      "dockerfile-health",
      "Docker would call healthy, or ill, what platforms call otherwise.",
      "Make HEALTHCHECK and health: ask for the same path."
    )
    explain(
      "dockerfile-command",
      "The container would exit at once, or be given its own name as an argument.",
      "Copy the program into the image, and keep either ENTRYPOINT or the first word."
    )
    explain(
      "dockerignore-present",
      "Whatever lies in the folder is sent to the builder and may end up in the image: .env too.",
      "Write a .dockerignore that starts from nothing and lets in what is needed."
    )
    explain(
      "env-example",
      "Whoever copies it would miss a value, or set one that nothing reads.",
      "Bring it up to date with the description."
    )
  }
}
