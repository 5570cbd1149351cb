import Glibc

/// Hands the command line to libFuzzer, which runs the inputs.
@main struct Fuzz {
  static func main() {
    // Swift would report a crash itself, and end before libFuzzer has kept the input.
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { signal(number, SIG_DFL) }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, testOneInput))
  }
}

/// One input: a promise that does not hold stops the program, and libFuzzer keeps the input.
private func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let broken = Promises.broken(by: bytes) { fatalError(broken) }
  return 0
}

// What libFuzzer has and calls by these names.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ capacity: Int) -> Int

/// Half of the changes are libFuzzer's own, to bytes; the others move whole tokens.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ capacity: Int, _ seed: UInt32)
  -> Int
{
  var generator = SeededGenerator(seed: UInt64(seed))
  guard size > 0, Bool.random(using: &generator) else { return mutateBytes(data, size, capacity) }
  var text = TokenText(UnsafeBufferPointer(start: data, count: size))
  for _ in 0..<Int.random(in: 1...4, using: &generator) { text.change(&generator) }
  return text.write(to: UnsafeMutableBufferPointer(start: data, count: capacity))
}

/// Puts a stretch of the second text into the first.
@_cdecl("LLVMFuzzerCustomCrossOver")
func cross(
  _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>,
  _ secondSize: Int, _ result: UnsafeMutablePointer<UInt8>, _ capacity: Int, _ seed: UInt32
) -> Int {
  var generator = SeededGenerator(seed: UInt64(seed))
  var text = TokenText(UnsafeBufferPointer(start: first, count: firstSize))
  let other = TokenText(UnsafeBufferPointer(start: second, count: secondSize))
  text.splice(other, &generator)
  return text.write(to: UnsafeMutableBufferPointer(start: result, count: capacity))
}

/// A generator of numbers that gives the same ones for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
