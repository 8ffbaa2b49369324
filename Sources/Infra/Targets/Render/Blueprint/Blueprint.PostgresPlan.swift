public import InfraSerialization

extension Blueprint {
  /// The compute plan of a Postgres instance.
  public struct PostgresPlan: Vocabulary {
    /// The word as Render spells it.
    public let rawValue: String

    /// Creates a word from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 0.1 CPU, 256 MB, 1 GB of disk, for 30 days; one per workspace.
    public static let free = Self(rawValue: "free")

    /// 0.1 CPU, 256 MB.
    public static let `0.1c-256mb` = Self(rawValue: "0.1c-256mb")

    /// 0.5 CPU, 1 GB.
    public static let `0.5c-1g` = Self(rawValue: "0.5c-1g")

    /// 1 CPU, 2 GB.
    public static let `1c-2g` = Self(rawValue: "1c-2g")

    /// 1 CPU, 4 GB.
    public static let `1c-4g` = Self(rawValue: "1c-4g")

    /// 2 CPU, 4 GB.
    public static let `2c-4g` = Self(rawValue: "2c-4g")

    /// 2 CPU, 8 GB.
    public static let `2c-8g` = Self(rawValue: "2c-8g")

    /// 2 CPU, 16 GB.
    public static let `2c-16g` = Self(rawValue: "2c-16g")

    /// 4 CPU, 16 GB.
    public static let `4c-16g` = Self(rawValue: "4c-16g")

    /// 4 CPU, 32 GB.
    public static let `4c-32g` = Self(rawValue: "4c-32g")

    /// 8 CPU, 32 GB.
    public static let `8c-32g` = Self(rawValue: "8c-32g")

    /// 8 CPU, 64 GB.
    public static let `8c-64g` = Self(rawValue: "8c-64g")

    /// 16 CPU, 64 GB.
    public static let `16c-64g` = Self(rawValue: "16c-64g")

    /// 16 CPU, 128 GB.
    public static let `16c-128g` = Self(rawValue: "16c-128g")

    /// 32 CPU, 128 GB.
    public static let `32c-128g` = Self(rawValue: "32c-128g")

    /// 32 CPU, 256 GB.
    public static let `32c-256g` = Self(rawValue: "32c-256g")

    /// 48 CPU, 192 GB.
    public static let `48c-192g` = Self(rawValue: "48c-192g")

    /// 48 CPU, 384 GB.
    public static let `48c-384g` = Self(rawValue: "48c-384g")

    /// 64 CPU, 256 GB.
    public static let `64c-256g` = Self(rawValue: "64c-256g")

    /// 64 CPU, 512 GB.
    public static let `64c-512g` = Self(rawValue: "64c-512g")

    /// 96 CPU, 384 GB.
    public static let `96c-384g` = Self(rawValue: "96c-384g")

    /// 96 CPU, 768 GB.
    public static let `96c-768g` = Self(rawValue: "96c-768g")

    /// 128 CPU, 512 GB.
    public static let `128c-512g` = Self(rawValue: "128c-512g")

    /// 128 CPU, 1024 GB.
    public static let `128c-1024g` = Self(rawValue: "128c-1024g")

    /// The older name of a plan with 256 MB of memory.
    public static let basic256MB = Self(rawValue: "basic-256mb")

    /// The older name of a plan with 1 GB of memory.
    public static let basic1GB = Self(rawValue: "basic-1gb")

    /// The older name of a plan with 4 GB of memory.
    public static let basic4GB = Self(rawValue: "basic-4gb")

    /// The older name of a plan with 4 GB of memory.
    public static let pro4GB = Self(rawValue: "pro-4gb")

    /// The older name of a plan with 8 GB of memory.
    public static let pro8GB = Self(rawValue: "pro-8gb")

    /// The older name of a plan with 16 GB of memory.
    public static let pro16GB = Self(rawValue: "pro-16gb")

    /// The older name of a plan with 32 GB of memory.
    public static let pro32GB = Self(rawValue: "pro-32gb")

    /// The older name of a plan with 64 GB of memory.
    public static let pro64GB = Self(rawValue: "pro-64gb")

    /// The older name of a plan with 128 GB of memory.
    public static let pro128GB = Self(rawValue: "pro-128gb")

    /// The older name of a plan with 192 GB of memory.
    public static let pro192GB = Self(rawValue: "pro-192gb")

    /// The older name of a plan with 256 GB of memory.
    public static let pro256GB = Self(rawValue: "pro-256gb")

    /// The older name of a plan with 384 GB of memory.
    public static let pro384GB = Self(rawValue: "pro-384gb")

    /// The older name of a plan with 512 GB of memory.
    public static let pro512GB = Self(rawValue: "pro-512gb")

    /// The older name of a plan with 16 GB of memory.
    public static let accelerated16GB = Self(rawValue: "accelerated-16gb")

    /// The older name of a plan with 32 GB of memory.
    public static let accelerated32GB = Self(rawValue: "accelerated-32gb")

    /// The older name of a plan with 64 GB of memory.
    public static let accelerated64GB = Self(rawValue: "accelerated-64gb")

    /// The older name of a plan with 128 GB of memory.
    public static let accelerated128GB = Self(rawValue: "accelerated-128gb")

    /// The older name of a plan with 256 GB of memory.
    public static let accelerated256GB = Self(rawValue: "accelerated-256gb")

    /// The older name of a plan with 384 GB of memory.
    public static let accelerated384GB = Self(rawValue: "accelerated-384gb")

    /// The older name of a plan with 512 GB of memory.
    public static let accelerated512GB = Self(rawValue: "accelerated-512gb")

    /// The older name of a plan with 768 GB of memory.
    public static let accelerated768GB = Self(rawValue: "accelerated-768gb")

    /// The older name of a plan with 1024 GB of memory.
    public static let accelerated1024GB = Self(rawValue: "accelerated-1024gb")

    /// A legacy plan with a fixed disk, refused for new instances.
    public static let starter = Self(rawValue: "starter")

    /// A legacy plan with a fixed disk, refused for new instances.
    public static let standard = Self(rawValue: "standard")

    /// A legacy plan with a fixed disk, refused for new instances.
    public static let pro = Self(rawValue: "pro")

    /// A legacy plan with a fixed disk, refused for new instances.
    public static let proPlus = Self(rawValue: "pro plus")

    /// The words that the schema takes.
    public static let schemaWords: [Self] = [
      .free, .`0.1c-256mb`, .`0.5c-1g`, .`1c-2g`, .`1c-4g`, .`2c-4g`, .`2c-8g`, .`2c-16g`,
      .`4c-16g`, .`4c-32g`, .`8c-32g`, .`8c-64g`, .`16c-64g`, .`16c-128g`, .`32c-128g`,
      .`32c-256g`, .`48c-192g`, .`48c-384g`, .`64c-256g`, .`64c-512g`, .`96c-384g`, .`96c-768g`,
      .`128c-512g`, .`128c-1024g`, .basic256MB, .basic1GB, .basic4GB, .pro4GB, .pro8GB, .pro16GB,
      .pro32GB, .pro64GB, .pro128GB, .pro192GB, .pro256GB, .pro384GB, .pro512GB, .accelerated16GB,
      .accelerated32GB, .accelerated64GB, .accelerated128GB, .accelerated256GB, .accelerated384GB,
      .accelerated512GB, .accelerated768GB, .accelerated1024GB, .starter, .standard, .pro,
      .proPlus,
    ]
  }
}
