public import InfraSerialization

/// Where functions run.
///
/// Washington unless a project says otherwise; files are served from everywhere, whatever it is.
public struct VercelRegion: Vocabulary {
  /// The code.
  public let rawValue: String
  /// Takes a code that may be newer than this list.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Cape Town, South Africa.
  public static let capeTown: VercelRegion = "cpt1"
  /// Cleveland, USA.
  public static let cleveland: VercelRegion = "cle1"
  /// Dubai, United Arab Emirates.
  public static let dubai: VercelRegion = "dxb1"
  /// Dublin, Ireland.
  public static let dublin: VercelRegion = "dub1"
  /// Frankfurt, Germany.
  public static let frankfurt: VercelRegion = "fra1"
  /// Hong Kong.
  public static let hongKong: VercelRegion = "hkg1"
  /// London, United Kingdom.
  public static let london: VercelRegion = "lhr1"
  /// Montréal, Canada.
  public static let montreal: VercelRegion = "yul1"
  /// Mumbai, India.
  public static let mumbai: VercelRegion = "bom1"
  /// Osaka, Japan.
  public static let osaka: VercelRegion = "kix1"
  /// Paris, France.
  public static let paris: VercelRegion = "cdg1"
  /// Portland, USA.
  public static let portland: VercelRegion = "pdx1"
  /// San Francisco, USA.
  public static let sanFrancisco: VercelRegion = "sfo1"
  /// São Paulo, Brazil.
  public static let saoPaulo: VercelRegion = "gru1"
  /// Seoul, South Korea.
  public static let seoul: VercelRegion = "icn1"
  /// Singapore.
  public static let singapore: VercelRegion = "sin1"
  /// Stockholm, Sweden.
  public static let stockholm: VercelRegion = "arn1"
  /// Sydney, Australia.
  public static let sydney: VercelRegion = "syd1"
  /// Tokyo, Japan.
  public static let tokyo: VercelRegion = "hnd1"
  /// Washington, D.C., USA.
  public static let washington: VercelRegion = "iad1"
}
