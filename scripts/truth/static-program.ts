/**
 * The smallest program that Linux starts: a static ELF for amd64 that ends at once. It stands for the handlers of
 * the recordings, of which only the path matters.
 */

const base = 0x400000
const headerBytes = 64 + 56

let made: Buffer | undefined

/** The bytes of the program: one header, one loaded segment, `exit(0)`. */
export function staticProgram(): Buffer {
  made ??= build()
  return made
}

function build(): Buffer {
  // mov edi, 0; mov eax, 60; syscall
  const code = Buffer.from([0xbf, 0, 0, 0, 0, 0xb8, 60, 0, 0, 0, 0x0f, 0x05])
  const file = Buffer.alloc(headerBytes + code.length)
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  // System V gABI, ELF header: executable for x86-64.
  file.writeUInt16LE(2, 16)
  file.writeUInt16LE(62, 18)
  file.writeUInt32LE(1, 20)
  file.writeBigUInt64LE(BigInt(base + headerBytes), 24)
  file.writeBigUInt64LE(64n, 32)
  file.writeUInt16LE(64, 52)
  file.writeUInt16LE(56, 54)
  file.writeUInt16LE(1, 56)
  file.writeUInt16LE(64, 58)
  // Program header: PT_LOAD, readable and executable, the whole file.
  file.writeUInt32LE(1, 64)
  file.writeUInt32LE(5, 68)
  file.writeBigUInt64LE(BigInt(base), 80)
  file.writeBigUInt64LE(BigInt(base), 88)
  file.writeBigUInt64LE(BigInt(file.length), 96)
  file.writeBigUInt64LE(BigInt(file.length), 104)
  file.writeBigUInt64LE(4096n, 112)
  file.set(code, headerBytes)
  return file
}
