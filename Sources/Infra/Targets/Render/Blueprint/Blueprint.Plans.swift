public import InfraSerialization

// Names with digits and hyphens are written as Render writes them: .`1c-2g`, or just "1c-2g".
extension Blueprint {
  /// The compute plan of a web service, a private service or a worker.
  public struct ServerPlan: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 0.1 CPU, 512 MB, asleep without traffic; web services only.
    public static let free = Self(rawValue: "free")

    /// 0.5 CPU, 512 MB.
    public static let `0.5c-512mb` = Self(rawValue: "0.5c-512mb")

    /// 1 CPU, 2 GB.
    public static let `1c-2g` = Self(rawValue: "1c-2g")

    /// 2 CPU, 4 GB.
    public static let `2c-4g` = Self(rawValue: "2c-4g")

    /// 2 CPU, 8 GB.
    public static let `2c-8g` = Self(rawValue: "2c-8g")

    /// 2 CPU, 16 GB.
    public static let `2c-16g` = Self(rawValue: "2c-16g")

    /// 4 CPU, 8 GB.
    public static let `4c-8g` = Self(rawValue: "4c-8g")

    /// 4 CPU, 16 GB.
    public static let `4c-16g` = Self(rawValue: "4c-16g")

    /// 4 CPU, 32 GB.
    public static let `4c-32g` = Self(rawValue: "4c-32g")

    /// 8 CPU, 16 GB.
    public static let `8c-16g` = Self(rawValue: "8c-16g")

    /// 8 CPU, 32 GB.
    public static let `8c-32g` = Self(rawValue: "8c-32g")

    /// 8 CPU, 64 GB.
    public static let `8c-64g` = Self(rawValue: "8c-64g")

    /// 12 CPU, 24 GB.
    public static let `12c-24g` = Self(rawValue: "12c-24g")

    /// 12 CPU, 48 GB.
    public static let `12c-48g` = Self(rawValue: "12c-48g")

    /// 12 CPU, 96 GB.
    public static let `12c-96g` = Self(rawValue: "12c-96g")

    /// The older name of `0.5c-512mb`.
    public static let starter = Self(rawValue: "starter")

    /// The older name of `1c-2g`.
    public static let standard = Self(rawValue: "standard")

    /// The older name of `2c-4g`.
    public static let pro = Self(rawValue: "pro")

    /// The older name of `4c-8g`.
    public static let proPlus = Self(rawValue: "pro plus")

    /// The older name of `4c-16g`.
    public static let proMax = Self(rawValue: "pro max")

    /// The older name of `8c-32g`.
    public static let proUltra = Self(rawValue: "pro ultra")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .free, .`0.5c-512mb`, .`1c-2g`, .`2c-4g`, .`2c-8g`, .`2c-16g`, .`4c-8g`, .`4c-16g`,
      .`4c-32g`, .`8c-16g`, .`8c-32g`, .`8c-64g`, .`12c-24g`, .`12c-48g`, .`12c-96g`, .starter,
      .standard, .pro, .proPlus, .proMax, .proUltra,
    ]
  }

  /// The compute plan of a cron job.
  public struct CronPlan: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 0.5 CPU, 512 MB.
    public static let `0.5c-512mb` = Self(rawValue: "0.5c-512mb")

    /// 1 CPU, 2 GB.
    public static let `1c-2g` = Self(rawValue: "1c-2g")

    /// 2 CPU, 4 GB.
    public static let `2c-4g` = Self(rawValue: "2c-4g")

    /// 2 CPU, 8 GB.
    public static let `2c-8g` = Self(rawValue: "2c-8g")

    /// 2 CPU, 16 GB.
    public static let `2c-16g` = Self(rawValue: "2c-16g")

    /// 4 CPU, 8 GB.
    public static let `4c-8g` = Self(rawValue: "4c-8g")

    /// 4 CPU, 16 GB.
    public static let `4c-16g` = Self(rawValue: "4c-16g")

    /// 4 CPU, 32 GB.
    public static let `4c-32g` = Self(rawValue: "4c-32g")

    /// 8 CPU, 16 GB.
    public static let `8c-16g` = Self(rawValue: "8c-16g")

    /// 8 CPU, 32 GB.
    public static let `8c-32g` = Self(rawValue: "8c-32g")

    /// 8 CPU, 64 GB.
    public static let `8c-64g` = Self(rawValue: "8c-64g")

    /// The older name of `0.5c-512mb`.
    public static let starter = Self(rawValue: "starter")

    /// The older name of `1c-2g`.
    public static let standard = Self(rawValue: "standard")

    /// The older name of `2c-4g`.
    public static let pro = Self(rawValue: "pro")

    /// The older name of `4c-8g`.
    public static let proPlus = Self(rawValue: "pro plus")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .`0.5c-512mb`, .`1c-2g`, .`2c-4g`, .`2c-8g`, .`2c-16g`, .`4c-8g`, .`4c-16g`, .`4c-32g`,
      .`8c-16g`, .`8c-32g`, .`8c-64g`, .starter, .standard, .pro, .proPlus,
    ]
  }

  /// The plan of a Key Value instance.
  public struct KeyValuePlan: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 25 MB, nothing survives a restart.
    public static let free = Self(rawValue: "free")

    /// 256 MB.
    public static let `256mb` = Self(rawValue: "256mb")

    /// 1 GB.
    public static let `1g` = Self(rawValue: "1g")

    /// 3 GB.
    public static let `3g` = Self(rawValue: "3g")

    /// 5 GB.
    public static let `5g` = Self(rawValue: "5g")

    /// 10 GB.
    public static let `10g` = Self(rawValue: "10g")

    /// 20 GB.
    public static let `20g` = Self(rawValue: "20g")

    /// 40 GB.
    public static let `40g` = Self(rawValue: "40g")

    /// 50 GB.
    public static let `50g` = Self(rawValue: "50g")

    /// An older name.
    public static let starter = Self(rawValue: "starter")

    /// An older name.
    public static let standard = Self(rawValue: "standard")

    /// An older name.
    public static let pro = Self(rawValue: "pro")

    /// An older name.
    public static let proPlus = Self(rawValue: "pro plus")

    /// An older name.
    public static let proMax = Self(rawValue: "pro max")

    /// An older name.
    public static let proUltra = Self(rawValue: "pro ultra")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .free, .`256mb`, .`1g`, .`3g`, .`5g`, .`10g`, .`20g`, .`40g`, .`50g`, .starter, .standard,
      .pro, .proPlus,
      .proMax, .proUltra,
    ]
  }
}
