/**
 * Names of e_machine: as libmagic 5.44 words them in the `file` line, and short ones for messages.
 * Machines for which Linux, Go or LLVM have ever had a port; others are named by number.
 */
import type { ElfHeader } from './image'

const namesInFile: Readonly<Record<number, string>> = {
  0: 'no machine,',
  1: 'AT&T WE32100,',
  2: 'SPARC,',
  3: 'Intel 80386,',
  4: 'Motorola m68k,',
  5: 'Motorola m88k,',
  6: 'Intel 80486,',
  7: 'Intel 80860,',
  8: 'MIPS,',
  9: 'Amdahl,',
  10: 'MIPS,',
  15: 'PA-RISC,',
  18: 'SPARC32PLUS,',
  20: 'PowerPC or cisco 4500,',
  21: '64-bit PowerPC or cisco 7500,',
  22: 'IBM S/390,',
  23: 'Cell SPU,',
  40: 'ARM,',
  41: 'Alpha,',
  42: 'Renesas SH,',
  43: 'SPARC V9,',
  50: 'IA-64,',
  62: 'x86-64,',
  75: 'Digital VAX,',
  76: 'Axis cris,',
  80: 'MMIX,',
  83: 'Atmel AVR 8-bit,',
  87: 'NEC v850,',
  88: 'Renesas M32R,',
  89: 'Matsushita MN10300,',
  92: 'OpenRISC,',
  93: 'Synopsys ARCompact ARC700 cores,',
  94: 'Tensilica Xtensa,',
  105: 'TI msp430,',
  106: 'Analog Devices Blackfin,',
  113: 'Altera Nios II,',
  138: 'LatticeMico32,',
  140: 'TI TMS320C6000 DSP family,',
  164: 'QUALCOMM DSP6,',
  167: 'Andes embedded RISC,',
  174: 'META,',
  180: 'Intel L1OM,',
  181: 'Intel K1OM,',
  183: 'ARM aarch64,',
  187: 'Tilera TILE64,',
  188: 'Tilera TILEPro,',
  189: 'Xilinx MicroBlaze 32-bit RISC,',
  190: 'NVIDIA CUDA architecture,',
  191: 'Tilera TILE-Gx,',
  195: 'Synopsys ARCv2/HS3x/HS4x cores,',
  243: 'UCB RISC-V,',
  244: 'Lanai 32-bit processor,',
  247: 'eBPF,',
  251: 'NEC Vector Engine,',
  252: 'C-SKY processor family,',
  258: 'LoongArch,',
  36902: 'Alpha (unofficial),',
}

/** EM_* numbers up to here are assigned in the gABI registry as libmagic 5.44 knows it. */
const highestAssigned = 259

const mipsLevels = [
  'MIPS-I',
  'MIPS-II',
  'MIPS-III',
  'MIPS-IV',
  'MIPS-V',
  'MIPS32',
  'MIPS64',
  'MIPS32 rel2',
  'MIPS64 rel2',
  'MIPS32 rel6',
  'MIPS64 rel6',
] as const

const sparcOrders = ['total store ordering,', 'partial store ordering,', 'relaxed memory ordering,'] as const
const riscvFloats = ['soft-float ABI,', 'single-float ABI,', 'double-float ABI,', 'quad-float ABI,'] as const
const powerAbis = ['Unspecified or Power ELF V1 ABI,', 'Power ELF V1 ABI,', 'OpenPOWER ELF V2 ABI,'] as const

/**
 * The machine as it stands in the `file` line, with the words that libmagic adds from e_flags.
 *
 * @param machine e_machine
 * @param flags e_flags; undefined when the file ends before it
 * @param bits class of the file; undefined when EI_CLASS is invalid
 * @returns pieces to be joined by blanks
 */
export function machineInFile(
  machine: number,
  flags: number | undefined,
  bits: ElfHeader['bits'] | undefined,
): readonly string[] {
  const name = namesInFile[machine]
  if (name === undefined) {
    // libmagic has a name for most numbers of this range; one that is not in the table is not made up.
    if (machine <= highestAssigned) return [`machine number ${machine},`]
    // libmagic prints the 16-bit field as a signed number widened to 32 bits.
    const widened = machine >= 0x8000 ? machine + 0xffff0000 : machine
    return [`*unknown arch 0x${widened.toString(16)}*`]
  }
  return flags === undefined ? [name] : [name, ...flagWords(machine, flags, bits)]
}

function flagWords(machine: number, flags: number, bits: ElfHeader['bits'] | undefined): readonly string[] {
  const has = (mask: number) => (flags & mask) === mask
  const present = (words: readonly (string | undefined | false)[]) =>
    words.filter((word): word is string => typeof word === 'string')
  switch (machine) {
    case 4:
      return bits === 32
        ? present([has(0x01000000) && '68000,', has(0x00810000) && 'CPU32,', flags === 0 && '68020,'])
        : []
    case 8:
      return present([bits === 32 && has(0x20) && 'N32', bits !== undefined && mipsLevels[flags >>> 28]])
    case 10:
      return present([bits === 32 && has(0x20) && 'N32', 'MIPS (deprecated),'])
    case 15: {
      const level = { 523: '1.0', 528: '1.1', 532: '2.0' }[flags & 0xffff]
      return bits === undefined ? [] : present([level, has(8) && '(LP64)'])
    }
    case 18:
      return bits === 32 ? present(sparcWords(flags)) : []
    case 21:
      return present([powerAbis[flags]])
    case 40:
      return bits === 32
        ? present([
            flags >>> 24 === 4 && 'EABI4',
            flags >>> 24 === 5 && 'EABI5',
            has(0x00800000) && 'BE8',
            has(0x00400000) && 'LE8',
          ])
        : []
    case 43:
      return bits === 64 ? present(sparcWords(flags)) : []
    case 243:
      return bits === undefined
        ? []
        : present([has(1) && 'RVC,', has(8) && 'RVE,', riscvFloats[(flags & 6) >> 1]])
    default:
      return []
  }
}

function sparcWords(flags: number): readonly (string | undefined)[] {
  const extensions: Readonly<Record<number, string>> = {
    256: 'V8+ Required,',
    512: 'Sun UltraSPARC1 Extensions Required,',
    1024: 'HaL R1 Extensions Required,',
    2048: 'Sun UltraSPARC3 Extensions Required,',
  }
  return [extensions[flags & 0x00ffff00], sparcOrders[flags & 3]]
}

/** What a Go architecture is in an ELF header. */
export interface Target {
  readonly machine: number
  readonly bits: ElfHeader['bits']
  readonly byteOrder: ElfHeader['byteOrder']
}

/** ELF identity of each GOARCH with GOOS=linux (cmd/link and `go tool dist list`). */
export const goTargets: Readonly<Record<string, Target>> = {
  '386': { machine: 3, bits: 32, byteOrder: 'little' },
  amd64: { machine: 62, bits: 64, byteOrder: 'little' },
  arm: { machine: 40, bits: 32, byteOrder: 'little' },
  arm64: { machine: 183, bits: 64, byteOrder: 'little' },
  loong64: { machine: 258, bits: 64, byteOrder: 'little' },
  mips: { machine: 8, bits: 32, byteOrder: 'big' },
  mipsle: { machine: 8, bits: 32, byteOrder: 'little' },
  mips64: { machine: 8, bits: 64, byteOrder: 'big' },
  mips64le: { machine: 8, bits: 64, byteOrder: 'little' },
  ppc64: { machine: 21, bits: 64, byteOrder: 'big' },
  ppc64le: { machine: 21, bits: 64, byteOrder: 'little' },
  riscv64: { machine: 243, bits: 64, byteOrder: 'little' },
  s390x: { machine: 22, bits: 64, byteOrder: 'big' },
}

/**
 * A short name for messages and outputs.
 *
 * @param machine e_machine
 * @returns for example `x86-64`, or `e_machine 4660` for an unknown one
 */
export function machineName(machine: number): string {
  return namesInFile[machine]?.replace(/,$/, '') ?? `e_machine ${machine}`
}

/**
 * The GOARCH that makes such a file.
 *
 * @param header machine, class and byte order
 * @returns for example `arm64`; undefined when Go has none
 */
export function goarchOf(header: Target): string | undefined {
  return Object.entries(goTargets).find(
    ([, target]) =>
      target.machine === header.machine &&
      target.bits === header.bits &&
      target.byteOrder === header.byteOrder,
  )?.[0]
}
