import InfraKit
import Testing

@Suite("Paths inside the repository")
struct RelativePathTests {
  @Test(
    "a path is written in one way",
    arguments: [
      (".", "."), ("", "."), ("./", "."), ("a", "a"), ("./a//b/", "a/b"), ("a/./b", "a/b"),
    ]
  )
  func normalized(path: String, plain: String) {
    #expect(RelativePath.normalized(path) == plain)
  }

  @Test(
    "a path is seen from a directory",
    arguments: [
      (".", ".", "."), (".", "a/b", "a/b"), ("a", "a", "."), ("a", ".", ".."),
      ("a/b", "c", "../../c"),
      ("generated/prod", "frontend", "../../frontend"), ("a/b", "a/c/d", "../c/d"),
      ("./a/", "a/b", "b"), ("ab", "a", "../a"),
    ]
  )
  func relative(directory: String, path: String, seen: String) {
    #expect(RelativePath.path(from: directory, to: path) == seen)
    #expect(RelativePath.joined(directory, "x") == RelativePath.normalized(directory + "/x"))
  }

  @Test("a file has a directory", arguments: [("a", "."), ("a/b", "a"), ("./a/b/c", "a/b")])
  func directory(file: String, directory: String) {
    #expect(RelativePath.directory(of: file) == directory)
  }

  @Test(
    "a path that leaves the repository, or could, has a fault",
    arguments: [
      ("", "is empty"), ("/", "is absolute"), ("/a", "is absolute"),
      ("..", "leaves the repository with '..'"), ("../a", "leaves the repository with '..'"),
      ("a/../b", "leaves the repository with '..'"), ("a/..", "leaves the repository with '..'"),
      (".git", "lies in .git"), ("./.git/hooks", "lies in .git"), (".GIT/config", "lies in .git"),
      ("a\\b", "has a control character or a backslash"),
      ("a\nb", "has a control character or a backslash"),
      ("a\u{0}", "has a control character or a backslash"),
      ("a\u{7F}", "has a control character or a backslash"),
    ]
  )
  func fault(path: String, fault: String) {
    #expect(RelativePath.fault(path) == fault)
  }

  @Test(
    "a path inside has none",
    arguments: [
      ".", "./", "a", "a/b", "a/", "a//b", "./a", "a/.b", ".github/x", "a..b", "...", "a/...",
      ".gitx",
      "ü", "a b", "**/*.swift", "a.git/b",
    ]
  )
  func inside(path: String) {
    #expect(RelativePath.fault(path) == nil)
  }
}
