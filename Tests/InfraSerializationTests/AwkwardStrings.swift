/// Strings that some reader of YAML, JSON or JavaScript could take for something else.
enum AwkwardStrings {
  static let all: [String] = {
    var seen: Set<[UInt8]> = []
    return (known + combined + random).filter { seen.insert(Array($0.utf8)).inserted }
  }()

  /// Those of which a map can have all as keys; longer ones no YAML reader accepts.
  static let keys = all.filter { $0.utf8.count <= 150 }

  private static let known: [String] =
    [
      "", " ", "  ", "\n", "\n\n", "\r", "\r\n", "a\rb", "a\r\nb\r\n", "\t", "a\tb", "\ta", "a\t",
      "\u{0}", "\u{1}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}[0m", "\u{1F}", "\u{7F}",
      "\u{80}", "\u{85}", "a\u{85}b", "\u{9F}", "\u{A0}", "\u{AD}", "é", "e\u{301}", "ß", "日本語",
      "\u{200B}", "\u{200D}", "\u{202E}abc", "\u{2028}", "\u{2029}", "a\u{2028}b", "\u{2066}",
      "\u{FEFF}", "\u{FEFF}a", "a\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{D7FF}",
      "\u{E000}", "\u{10FFFF}", "\u{1F600}", "👩‍👩‍👧", "🇩🇪", "a – b", "“quoted”", "10 €", "£5", "…",
      "${A}", "${{ secrets.X }}", "{{ }}", "${A:?missing}", "$", "$$", "`", "`${a}`", "'", "\"",
      "''", "\"\"", "it's", "say \"x\"", "\\", "\\n", "\\\\", "\\u0041", "C:\\x", "*/", "/*", "//",
      "</script>", "<script>", "</SCRIPT >", "<!--", "-->", "]]>", "<", "a<b", "<<", "=", "==",
      "a: b", "a:b", "a:", ":", ": ", ":a", " :", "a :b", "a #b", "a#b", "#", "# a", "a #", "-",
      "- ", "- a", "-a", "--", "---", "--- a", "...", "... a", "?", "? a", "?a", "!", "!a", "!!str",
      "!reset", "&", "&a", "*", "*a", "|", "|-", "|+", ">", ">-", "%", "%YAML 1.2", "@", "@a", ",",
      "a, b", "[", "]", "[]", "[a]", "{", "}", "{}", "{a: b}", "a]", "a}", "~", "~/x", "null",
      "Null",
      "NULL", "nul", "y", "Y", "n", "N", "yes", "Yes", "YES", "yEs", "no", "on", "On", "off", "oFF",
      "true", "True", "TRUE", "false", "False", "trues", "yes ", "0", "1", "-1", "+1", "00", "01",
      "0440", "0o17", "0x1F", "0xFFFFFFFFFFFFFFFFFF", "0b11", "1_000", "1.", ".1", "1.0", "1.10",
      "1e3", "1E3", "1e+3", "1.0e+3", "1e", "e1", ".inf", "-.inf", "+.INF", ".nan", ".NaN", "inf",
      "nan", "Infinity", "22:22", "1:2:3", "12:30:45.6", "2001-12-14",
      "2001-12-14T21:59:43.10-05:00",
      "2001-12-14 21:59:43", "1-2-3", "3.11", "1.2.3", "v1", "1Gi", "100m", "10.0.0.1",
      "10.0.0.0/8",
      "5432:5432", "127.0.0.1:80:80", "::1", "a.b", ".", "..", "./a", "../a", "/", "/a", "_", "_a",
      "a b", "a  b", "a ", " a", "a\nb", "a\n", "a\n\n", "a\nb\n", "\na", "a\n b", " a\nb", "a \nb",
      "a\n\nb", "a\n \nb", "a\n\tb", "#!/bin/sh\nset -e\n", "a: 1\nb: 2\n", "- a\n- b", "a\n---\nb",
      "a\n...\nb", "a\n# b\n", "é\n日本\n", "a\u{85}\nb", "a\n\u{2028}b", "a\n\u{FEFF}", "“a”\nb\n",
      "key: |\n  text\n", "{\n  \"a\": 1\n}\n", "a\n\n\n", "a\n    b\n  c", "%\na", "*/5 * * * *",
      "0 0 * * *", "@daily", "postgres://u:p@h:5432/db?x=1&y=2#z", "a=b", "--flag=x",
      "node server.js",
      "constructor", "toString", "__proto__", "prototype", "default", "class", "a-b", "$ref", "2x",
    ] + [
      String(repeating: "x", count: 10_000), String(repeating: "word ", count: 2_000),
      String(repeating: "line of text\n", count: 800),
      String(repeating: "\u{2028}\"\\", count: 900),
    ]

  private static let pieces = [
    "a", " ", "\n", ":", "#", "-", "'", "\"", "\\", "0", ".", "{", "\t", "é", "\u{2028}", "<", "~",
    "\r", "`", "$", ",", "y",
  ]

  /// Every two pieces, alone and in the frames where their place matters.
  private static let combined: [String] = pieces.flatMap { first in
    pieces.flatMap { second in frames(first, second) }
  }

  private static func frames(_ first: String, _ second: String) -> [String] {
    let both = first + second
    return [both, "\(first)a\(second)", "a\(both)b", "\(both)\na"]
  }

  /// The same strings in every run.
  private static let random: [String] = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let more = pieces + known.filter { (1...12).contains($0.utf8.count) }
    var strings: [String] = []
    for _ in 0..<2_500 {
      var text = ""
      for _ in 0...next(6) { text += more[next(more.count)] }
      strings.append(text)
    }
    return strings
  }()
}
