#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Methods of `LocalFileSystem` carry the names of the calls they make, and hide them.

/// Repeats a call that a signal interrupted, and throws where it answers less than zero.
@discardableResult
func retrying<Result: SignedInteger>(
  _ action: String,
  _ path: String,
  _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemError(action, path: path, code: errno) }
  }
}

/// Closes a descriptor.
func systemClose(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}

/// Renames a file.
func systemRename(_ source: String, _ target: String) -> Int32 {
  rename(source, target)
}

/// Reads as much as fits into a buffer, or less.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// Writes a buffer from an offset of it.
func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer, from offset: Int) -> Int {
  write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
}
