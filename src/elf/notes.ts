/** Walks ELF notes (gABI chapter 5, note section) and picks out the few that say where a file comes from. */
import { Fields } from './headers'
import type { ElfHeader, NoteFacts, Segment } from './image'
import { segmentTypes } from './image'
import { octalEscaped, untilNul } from './printable'
import type { BoundedReader } from './source'

const noteHeaderBytes = 12
const maxNoteSegmentBytes = 64 * 1024
/** libmagic's own limit for one file; real files hold fewer than ten that matter. */
export const maxNotes = 256
const signBit = 0x80000000

/** One note, or the reason for which a walker gives up on the block. */
export type NoteEvent =
  | {
      readonly kind: 'note'
      /** Owner with its NUL, as bytes in a string; cut at 16. */
      readonly owner: string
      readonly ownerBytes: number
      readonly type: number
      readonly descriptionBytes: number
      /** The first `length` bytes of the description. */
      readonly description: (length: number) => Uint8Array
    }
  | { readonly kind: 'bad-name'; readonly size: number }
  | { readonly kind: 'bad-description'; readonly size: number }

/** How many notes may still be looked at; shared by all blocks of one file. */
export interface NoteBudget {
  left: number
}

/**
 * Walks one block of notes the way libmagic does: a size with its top bit set ends the block with an
 * event, a note that reaches past the block ends it silently.
 *
 * @param header class and byte order
 * @param block place, size and alignment of the block
 * @param budget counted down once for every note header that is tried
 * @returns the notes in order, and the event when there is one
 */
export function* walkNotes(
  reader: BoundedReader,
  header: Pick<ElfHeader, 'bits' | 'byteOrder'>,
  block: { readonly offset: bigint; readonly size: number; readonly align: number },
  budget: NoteBudget,
): Generator<NoteEvent> {
  let at = 0
  while (at < block.size && budget.left > 0) {
    budget.left -= 1
    if (at + noteHeaderBytes > block.size) return
    const bytes = reader.at(block.offset + BigInt(at), noteHeaderBytes)
    if (bytes.length < noteHeaderBytes) return
    const fields = new Fields(bytes, header)
    const ownerBytes = fields.u32(0)
    const descriptionBytes = fields.u32(4)
    if (ownerBytes === 0 && descriptionBytes === 0) return
    if (ownerBytes >= signBit) return yield { kind: 'bad-name', size: ownerBytes }
    if (descriptionBytes >= signBit) return yield { kind: 'bad-description', size: descriptionBytes }
    const ownerAt = at + noteHeaderBytes
    const descriptionAt = aligned(ownerAt + ownerBytes, block.align)
    if (descriptionAt + descriptionBytes > block.size) return
    const owner = reader.at(block.offset + BigInt(ownerAt), Math.min(ownerBytes, 16))
    yield {
      kind: 'note',
      owner: Buffer.from(owner).toString('latin1'),
      ownerBytes,
      type: fields.u32(8),
      descriptionBytes,
      description: (length) =>
        reader.at(block.offset + BigInt(descriptionAt), Math.min(length, descriptionBytes)),
    }
    at = aligned(descriptionAt + descriptionBytes, block.align)
  }
}

/**
 * Reads the notes of the PT_NOTE segments.
 *
 * @returns build ids, glibc's ABI tag and marks of other systems, printable; empty where absent
 */
export function readNotes(reader: BoundedReader, header: ElfHeader, segments: readonly Segment[]): NoteFacts {
  const facts = { goBuildId: '', gnuBuildId: '', abiTag: '', foreignOs: '' }
  const budget: NoteBudget = { left: maxNotes }
  for (const segment of segments) {
    if (segment.type !== segmentTypes.note) continue
    const size = segment.fileSize < maxNoteSegmentBytes ? Number(segment.fileSize) : maxNoteSegmentBytes
    const block = { offset: segment.offset, size, align: segment.align === 8n ? 8 : 4 }
    for (const note of walkNotes(reader, header, block, budget)) {
      if (note.kind === 'note') collect(note, header, facts)
    }
  }
  return facts
}

const foreignOwners = ['FreeBSD', 'NetBSD', 'OpenBSD', 'DragonFly', 'Android'] as const
const abiSystems = ['Linux', 'Hurd', 'Solaris', 'kFreeBSD', 'kNetBSD'] as const

function collect(
  note: Extract<NoteEvent, { kind: 'note' }>,
  header: ElfHeader,
  facts: { goBuildId: string; gnuBuildId: string; abiTag: string; foreignOs: string },
): void {
  const owner = note.owner.replace(/\0.*$/s, '')
  if (owner === 'Go' && note.type === 4 && facts.goBuildId === '') {
    facts.goBuildId = octalEscaped(untilNul(note.description(128)))
  } else if (owner === 'GNU' && note.type === 3 && facts.gnuBuildId === '') {
    facts.gnuBuildId = Buffer.from(note.description(64)).toString('hex')
  } else if (owner === 'GNU' && note.type === 1 && note.descriptionBytes === 16 && facts.abiTag === '') {
    const bytes = note.description(16)
    if (bytes.length < 16) return
    const fields = new Fields(bytes, header)
    const system = abiSystems[fields.u32(0)] ?? 'unknown'
    facts.abiTag = `GNU/${system} ${fields.u32(4)}.${fields.u32(8)}.${fields.u32(12)}`
  } else if (note.type === 1 && facts.foreignOs === '') {
    facts.foreignOs = foreignOwners.find((name) => name === owner) ?? ''
  }
}

function aligned(value: number, align: number): number {
  return Math.ceil(value / align) * align
}
