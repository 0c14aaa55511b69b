/**
 * What was read from an ELF file, as plain data. Names follow the gABI; 64-bit fields stay bigint, because
 * a hostile header may hold any value.
 */

/** Values of the ELF gABI that decide something here. */
export const elfTypes = { relocatable: 1, executable: 2, shared: 3, core: 4 } as const
export const segmentTypes = { load: 1, dynamic: 2, interpreter: 3, note: 4 } as const
export const segmentFlags = { execute: 1, write: 2 } as const

/** e_ident and the ELF header. */
export interface ElfHeader {
  readonly bits: 32 | 64
  readonly byteOrder: 'little' | 'big'
  /** EI_OSABI. */
  readonly osAbi: number
  /** e_type. */
  readonly type: number
  /** e_machine. */
  readonly machine: number
  readonly version: number
  readonly entry: bigint
  readonly flags: number
  readonly programOffset: bigint
  readonly programEntrySize: number
  readonly programCount: number
  readonly sectionOffset: bigint
  readonly sectionEntrySize: number
  readonly sectionCount: number
  readonly sectionNamesIndex: number
}

/** One program header. */
export interface Segment {
  readonly type: number
  readonly flags: number
  readonly offset: bigint
  readonly address: bigint
  readonly fileSize: bigint
  readonly memorySize: bigint
  readonly align: bigint
}

/** One section header. */
export interface Section {
  readonly nameOffset: number
  readonly type: number
  readonly offset: bigint
  readonly size: bigint
}

/** A version of a library that the binary asks for (Elf64_Verneed and Elf64_Vernaux). */
export interface VersionNeed {
  readonly library: string
  readonly version: string
  /** VER_FLG_WEAK: the loader only warns when it is missing. */
  readonly isWeak: boolean
}

/** The dynamic section. */
export interface DynamicSection {
  /** DT_NEEDED in order. */
  readonly needed: readonly string[]
  readonly soname: string
  readonly rpath: string
  readonly runpath: string
  /** DT_FLAGS_1, when there is one. */
  readonly flags1?: bigint
  readonly versions: readonly VersionNeed[]
  /** What could not be read, in words. */
  readonly faults: readonly string[]
}

/** What the note segments say. */
export interface NoteFacts {
  /** Go's own build id, as text. */
  readonly goBuildId: string
  /** GNU build id in hexadecimal. */
  readonly gnuBuildId: string
  /** The GNU ABI tag, for example `GNU/Linux 3.2.0`: the file holds glibc's start-up code. */
  readonly abiTag: string
  /** Another operating system that marked the file, for example `FreeBSD`. */
  readonly foreignOs: string
}

/** How the kernel would take PT_INTERP (fs/binfmt_elf.c): the first one counts. */
export interface InterpreterSegment {
  /** The path in printable form; empty when it is invalid. */
  readonly path: string
  /** Why the kernel refuses it, in words. */
  readonly fault?: string
}

/** An ELF file whose header could be read. */
export interface ElfImage {
  readonly header: ElfHeader
  /** Short machine name, for example `x86-64`. */
  readonly machine: string
  readonly segments: readonly Segment[]
  /** What is wrong with the program headers, in words; `isTruncated` when bytes are missing. */
  readonly segmentFault?: { readonly text: string; readonly isTruncated: boolean }
  readonly interpreter?: InterpreterSegment
  readonly dynamic?: DynamicSection
  readonly notes: NoteFacts
  readonly hasSymbolTable: boolean
  readonly hasDebugInfo: boolean
  /** Packed with UPX: the headers describe the unpacker, not the program. */
  readonly isPacked: boolean
}
