public import InfraContract

// Authors write these names in descriptions and should need one import for them.

/// A secret's name and where its value comes from, and never the value itself.
public typealias Secret = InfraContract.Secret

/// The value of a variable: text, references to other resources, and secrets, in order.
public typealias Value = InfraContract.Value

/// A property of another resource, named by kind, name and property.
public typealias Reference = InfraContract.Reference

/// A place in the author's own Swift source, as the compiler names it.
public typealias CallSite = InfraContract.CallSite

/// A TCP port, 1 to 65535.
public typealias Port = InfraContract.Port

/// A web origin: scheme, host and port without a path, such as `https://app.example.com`.
public typealias WebOrigin = InfraContract.WebOrigin
