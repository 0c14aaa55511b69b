/**
 * Changes inputs: bits, fields, lengths that lie, pieces repeated, moved, cut out and taken from other inputs.
 */
import type { Random } from './random'

/** Values at which readers break: sizes of nothing, signs, ends of ranges, and offsets just past them. */
const edges = [
  0n,
  1n,
  2n,
  3n,
  4n,
  7n,
  8n,
  16n,
  63n,
  64n,
  127n,
  128n,
  255n,
  256n,
  4095n,
  4096n,
  32_767n,
  32_768n,
  65_535n,
  65_536n,
  0x7fff_ffffn,
  0x8000_0000n,
  0xffff_fffen,
  0xffff_ffffn,
  0x1_0000_0000n,
  0x1f_ffff_ffff_ffffn,
  0x20_0000_0000_0000n,
  0x7fff_ffff_ffff_ffffn,
  0x8000_0000_0000_0000n,
  0xffff_ffff_ffff_ffffn,
] as const

export interface MutationRequest {
  readonly input: Uint8Array
  /** Another input, from which pieces are taken. */
  readonly other: Uint8Array
  readonly dictionary: readonly Uint8Array[]
  readonly longestBytes: number
  readonly random: Random
}

/**
 * A new input made from one or two others by one to eight changes.
 *
 * @param request the inputs, and the longest result
 * @returns new bytes; the inputs are not touched
 */
export function mutate(request: MutationRequest): Uint8Array {
  const { random, longestBytes } = request
  let bytes = Buffer.from(request.input)
  for (let changes = 1 + random.below(random.oneIn(3) ? 8 : 3); changes > 0; changes -= 1) {
    bytes = random.pick(ways)(bytes, request)
    if (bytes.length > longestBytes) bytes = bytes.subarray(0, longestBytes)
  }
  return bytes
}

type Way = (bytes: Buffer<ArrayBuffer>, request: MutationRequest) => Buffer<ArrayBuffer>

const flipBit: Way = (bytes, { random }) => {
  const at = random.below(bytes.length)
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  return bytes
}

const setByte: Way = (bytes, { random }) => {
  if (bytes.length > 0) bytes[random.below(bytes.length)] = random.next() & 0xff
  return bytes
}

const addToByte: Way = (bytes, { random }) => {
  const at = random.below(bytes.length)
  if (bytes.length > 0) bytes[at] = ((bytes[at] ?? 0) + random.below(71) - 35) & 0xff
  return bytes
}

/** Writes an edge value, or the size of the input give or take a little, as a field of 1 to 8 bytes. */
const setField: Way = (bytes, { random }) => {
  const width = random.pick([1, 2, 4, 4, 8, 8])
  if (bytes.length < width) return bytes
  const step = random.oneIn(2) ? width : 1
  const at = Math.floor(random.below(bytes.length - width + 1) / step) * step
  const near = BigInt(Math.max(0, bytes.length + random.below(9) - 4))
  let value = random.oneIn(4) ? near : random.pick(edges)
  const isBig = random.oneIn(4)
  for (let index = 0; index < width; index += 1) {
    bytes[isBig ? at + width - 1 - index : at + index] = Number(value & 0xffn)
    value >>= 8n
  }
  return bytes
}

const cutOff: Way = (bytes, { random }) => bytes.subarray(0, random.below(bytes.length + 1))

const cutOut: Way = (bytes, { random }) => {
  const from = random.below(bytes.length)
  const length = 1 + random.below(Math.min(64, bytes.length - from))
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
}

const repeatPiece: Way = (bytes, { random, longestBytes }) => {
  const from = random.below(bytes.length)
  const piece = bytes.subarray(from, from + 1 + random.below(32))
  if (piece.length === 0) return bytes
  // Rarely very often: what is slower than linear shows then.
  const room = Math.floor((longestBytes - bytes.length) / piece.length)
  const times = Math.min(random.oneIn(200) ? room : 1 + random.below(16), room)
  if (times < 1) return bytes
  const many = Buffer.alloc(piece.length * times)
  for (let index = 0; index < times; index += 1) many.set(piece, index * piece.length)
  return Buffer.concat([bytes.subarray(0, from), many, bytes.subarray(from)])
}

const copyPiece: Way = (bytes, { random }) => {
  const from = random.below(bytes.length)
  const length = 1 + random.below(128)
  bytes.copy(bytes, random.below(bytes.length), from, Math.min(bytes.length, from + length))
  return bytes
}

const takePiece: Way = (bytes, { random, other }) => {
  const from = random.below(other.length)
  const piece = other.subarray(from, from + 1 + random.below(256))
  const at = random.below(bytes.length + 1)
  const rest = random.oneIn(2)
    ? bytes.subarray(at)
    : bytes.subarray(Math.min(bytes.length, at + piece.length))
  return Buffer.concat([bytes.subarray(0, at), piece, rest])
}

const spliceOther: Way = (bytes, { random, other }) =>
  Buffer.concat([
    bytes.subarray(0, random.below(bytes.length + 1)),
    other.subarray(random.below(other.length + 1)),
  ])

const putWord: Way = (bytes, { random, dictionary }) => {
  if (dictionary.length === 0) return bytes
  const word = random.pick(dictionary)
  const at = random.below(bytes.length + 1)
  const rest = random.oneIn(2) ? bytes.subarray(at) : bytes.subarray(Math.min(bytes.length, at + word.length))
  return Buffer.concat([bytes.subarray(0, at), word, rest])
}

const ways: readonly Way[] = [
  flipBit,
  flipBit,
  setByte,
  addToByte,
  setField,
  setField,
  setField,
  cutOff,
  cutOut,
  repeatPiece,
  copyPiece,
  takePiece,
  spliceOther,
  putWord,
  putWord,
]
