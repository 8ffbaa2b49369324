import InfraContract
import InfraKit
import Testing

@Suite("The setup sheet")
struct SetupSheetTests {
  @Test("steps come in the order of their phases, numbered through, each with its check")
  func order() {
    let sheet = SetupSheet(
      environment: "prod",
      deployment: "main",
      source: "environments/prod.swift",
      steps: [
        SetupStep(.domains, "Point the domain", [.list(["one", "two"])], check: "It answers."),
        SetupStep(
          .prepare,
          "Log in",
          [.text("Once."), .commands(["a", "b"])],
          check: "You are in."
        ),
        SetupStep(
          .secrets,
          "Set KEY",
          [.table(["Name", "From"], [["KEY", "a|b"], ["X", "y", "z"]])],
          check: "It is listed."
        ),
        SetupStep(.prepare, "Look", [], check: "You see it."),
      ]
    )
    #expect(
      sheet.markdown == """
        # Setting up prod, deployment main

        Made from `environments/prod.swift` by `swift run infra generate prod`. It lists what the \
        manifests cannot say,
        in the order in which to do it. It names secrets and never holds a value.

        ## Prepare

        ### Log in

        Once.

        ```sh
        a
        b
        ```

        Check: You are in.

        ### Look

        Check: You see it.

        ## Set secrets and values

        ### Set KEY

        | Name | From |
        | --- | --- |
        | KEY | a\\|b |
        | X | y |

        Check: It is listed.

        ## Connect domains

        ### Point the domain

        - one
        - two

        Check: It answers.

        """
    )
  }

  @Test("a block of commands closes where it should, whatever is in it")
  func fence() {
    let step = SetupStep(.prepare, "Run", [.commands(["echo '````'"])], check: "It ran.")
    let sheet = SetupSheet(environment: "dev", deployment: nil, source: "a.swift", steps: [step])
    #expect(sheet.markdown.hasPrefix("# Setting up dev\n\n"))
    #expect(sheet.markdown.contains("`````sh\necho '````'\n`````\n"))
  }
}
