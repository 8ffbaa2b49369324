import ArgumentParser

extension OutputFormat: ExpressibleByArgument {}

/// The option of all commands that print data.
struct FormatOption: ParsableArguments {
  @Option(name: .long, help: "How to print the result.")
  var format: OutputFormat = .text
}
