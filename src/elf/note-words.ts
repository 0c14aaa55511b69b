/**
 * What libmagic 5.44 writes into the `file` line for each note: the first system note and the first GNU
 * build id count, and once a GNU build id was printed a later Go build id is not.
 */
import { Fields } from './headers'
import type { ElfHeader } from './image'
import { maxNotes, type NoteBudget, type NoteEvent, walkNotes } from './notes'
import { octalEscaped, untilNul } from './printable'
import type { BoundedReader } from './source'

type Note = Extract<NoteEvent, { kind: 'note' }>

const buildIdKinds: Readonly<Record<number, string>> = { 8: 'xxHash', 16: 'md5/uuid', 20: 'sha1' }
const gnuSystems = ['Linux', 'Hurd', 'Solaris', 'kFreeBSD', 'kNetBSD'] as const
const paxFlags = ['+mprotect', '-mprotect', '+segvguard', '-segvguard', '+ASLR', '-ASLR'] as const
const netbsdTags: Readonly<Record<number, string>> = {
  2: 'emulation:',
  5: 'compiled for',
  6: 'compiler model',
}

/** Writes the notes of one file; remembers what it has already written. */
export class NoteWriter {
  readonly #reader: BoundedReader
  readonly #header: ElfHeader
  readonly #budget: NoteBudget = { left: maxNotes }
  readonly #done = new Set<string>()

  constructor(reader: BoundedReader, header: ElfHeader) {
    this.#reader = reader
    this.#header = header
  }

  /** Whether the file holds more notes than libmagic looks at. */
  get isSpent(): boolean {
    return this.#budget.left === 0
  }

  /**
   * @param offset place of the block in the file
   * @param size bytes of the block
   * @param align alignment of the notes in it
   * @returns text to append to the line
   */
  write(offset: bigint, size: number, align: number): string {
    let text = ''
    for (const note of walkNotes(this.#reader, this.#header, { offset, size, align }, this.#budget)) {
      if (note.kind === 'bad-name') text += `, bad note name size 0x${note.size.toString(16)}`
      else if (note.kind === 'bad-description') {
        text += `, bad note description size 0x${note.size.toString(16)}`
      } else text += this.#words(note)
    }
    return text
  }

  #words(note: Note): string {
    const owner = note.owner
    const system = this.#done.has('system') ? undefined : this.#systemWords(note, owner)
    if (system !== undefined) {
      this.#done.add('system')
      return system
    }
    if (!this.#done.has('gnu-build-id')) {
      if (owner === 'GNU\0' && note.type === 3 && note.descriptionBytes >= 4 && note.descriptionBytes <= 20) {
        this.#done.add('gnu-build-id')
        const kind = buildIdKinds[note.descriptionBytes] ?? 'unknown'
        return `, BuildID[${kind}]=${Buffer.from(note.description(20)).toString('hex')}`
      }
      if (
        owner.startsWith('Go\0') &&
        note.ownerBytes === 4 &&
        note.type === 4 &&
        note.descriptionBytes < 128
      ) {
        return `, Go BuildID=${octalEscaped(untilNul(note.description(127)))}`
      }
    }
    if (owner === 'PaX\0' && note.type === 3 && note.descriptionBytes === 4 && this.#once('pax')) {
      return this.#paxWords(note)
    }
    return this.#styleWords(note, owner) + this.#netbsdWords(note, owner)
  }

  #systemWords(note: Note, owner: string): string | undefined {
    const size = note.descriptionBytes
    if (owner === 'SuSE\0' && note.type === 1 && size === 2) {
      const [major, minor] = note.description(2)
      return `, for SuSE ${major ?? 0}.${minor ?? 0}`
    }
    if (owner === 'GNU\0' && note.type === 1 && size === 16) {
      const system = gnuSystems[this.#word(note, 0)] ?? '<unknown>'
      const version = [4, 8, 12].map((at) => this.#word(note, at) | 0).join('.')
      return `, for GNU/${system} ${version}`
    }
    if (note.type !== 1 || size !== 4) return undefined
    if (owner === 'NetBSD\0') return `, for NetBSD${netbsdVersion(this.#word(note, 0))}`
    if (owner === 'FreeBSD\0') return `, for FreeBSD${freebsdVersion(this.#word(note, 0))}`
    if (owner === 'OpenBSD\0') return ', for OpenBSD'
    if (owner === 'DragonFly\0') {
      const version = this.#word(note, 0)
      const minor = Math.floor(version / 10000) % 10
      return `, for DragonFly ${Math.floor(version / 100000)}.${minor}.${version % 10000}`
    }
    return undefined
  }

  #paxWords(note: Note): string {
    const bits = this.#word(note, 0)
    const words = paxFlags.filter((_, index) => (bits & (1 << index)) !== 0)
    return bits === 0 ? '' : `, PaX: ${words.join(',')}`
  }

  #styleWords(note: Note, owner: string): string {
    const style =
      (note.ownerBytes === 4 && owner === 'CORE') || owner === 'CORE\0'
        ? 'SVR4'
        : owner === 'FreeBSD\0'
          ? 'FreeBSD'
          : owner.startsWith('NetBSD-CORE')
            ? 'NetBSD'
            : undefined
    return style !== undefined && this.#once('style') ? `, ${style}-style` : ''
  }

  #netbsdWords(note: Note, owner: string): string {
    if (owner !== 'NetBSD\0' || note.type === 1) return ''
    const tag = netbsdTags[note.type]
    if (tag === undefined) return this.#once('netbsd-unknown') ? `, note=${note.type}` : ''
    if (!this.#once(`netbsd-${note.type}`)) return ''
    return `, ${tag}: ${octalEscaped(untilNul(note.description(100)))}`
  }

  #word(note: Note, at: number): number {
    const bytes = note.description(at + 4)
    return bytes.length < at + 4 ? 0 : new Fields(bytes, this.#header).u32(at)
  }

  #once(what: string): boolean {
    if (this.#done.has(what)) return false
    this.#done.add(what)
    return true
  }
}

/** __NetBSD_Version__ is MMmmrrpp00; releases below 9 wrote rr as letters. */
function netbsdVersion(version: number): string {
  if (version <= 100_000_000) return ''
  const major = Math.floor(version / 100_000_000)
  const minor = Math.floor(version / 1_000_000) % 100
  let release = Math.floor(version / 10_000) % 100
  let patch = Math.floor(version / 100) % 100
  if (major >= 9) {
    patch += 100 * release
    release = 0
  }
  if (release === 0) return ` ${major}.${minor}${patch === 0 ? '' : `.${patch}`}`
  const letters = 'Z'.repeat(Math.floor((release - 1) / 26))
  return ` ${major}.${minor}${letters}${String.fromCharCode(65 + ((release - 1) % 26))}`
}

/** __FreeBSD_version: the scheme changed at 4.10 and 5.0 (Porter's Handbook, version table). */
function freebsdVersion(version: number): string {
  const digit = (place: number, modulus = 10) => Math.floor(version / place) % modulus
  const major = Math.floor(version / 100_000)
  const whole = ` (${version})`
  if (version === 460_002) return ' 4.6.2'
  if (version < 460_100) {
    const point = digit(1000) > 0 ? `.${digit(1000)}` : ''
    const development = version % 1000 > 0 || version % 100_000 === 0
    return ` ${major}.${digit(10_000)}${point}${development ? whole : ''}`
  }
  const minor = version < 500_000 ? digit(10_000) + digit(1000) : digit(1000, 100)
  const isDevelopment = digit(100) > 0 || (version >= 500_000 && digit(100, 1000) === 0)
  const patch = digit(10) > 0 ? `.${digit(10)}` : ''
  return ` ${major}.${minor}${isDevelopment ? whole : patch}`
}
