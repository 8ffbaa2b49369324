/// What is generated lies in the repository.
enum FilesStayInside {
  static let rule = Rule(
    "model/files-stay-inside",
    .error,
    "Every place given by at: is a file inside the repository."
  )

  static func check(_ files: [GeneratedFile], _ findings: inout Findings) {
    for file in files {
      guard let fault = RelativePath.fault(file.path) ?? directoryFault(file.path) else { continue }
      findings.report(
        rule,
        "at: is \(Wording.quote(file.path)), which \(fault)",
        help: "write a file's path from the repository's root, such as 'deploy/render.yaml'",
        at: file.site
      )
    }
  }

  private static func directoryFault(_ path: String) -> String? {
    path == "." || path.utf8.last == UInt8(ascii: "/") ? "is a directory" : nil
  }
}
