import InfraKit

extension VercelProject {
  /// The other spellings of the configuration, of which Vercel takes one only.
  var rivals: [RivalFile] {
    VercelFacts.otherFiles.value.map { name in
      let path = RelativePath.joined(rootDirectory, name)
      return RivalFile(
        path,
        VercelRules.soleConfiguration,
        "'\(path)' configures \(id.title) too, and Vercel stops where there are two",
        help: "delete '\(path)': the description says it all",
        at: manifestSite,
        about: id
      )
    }
  }
}
