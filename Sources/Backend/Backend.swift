/// The program: one binary for all processes.
@main
struct Backend {
  static func main() async {
    let environment = ProcessEnvironment.takeOver()
    guard let invocation = Invocation(Array(CommandLine.arguments.dropFirst())) else {
      printError(Invocation.usage)
      ExitCode.usage.leave()
    }
    ProcessResources.settle()
    await invocation.run(environment).leave()
  }
}
