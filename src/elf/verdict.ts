/**
 * Decides whether Azure Functions can start the file. The rules run from the coarse to the fine and stop
 * where the rest would only repeat the cause. Nothing is read here.
 *
 * Stricter than Linux on purpose: a wrong EI_CLASS or EI_DATA, a foreign EI_OSABI and a segment past the
 * end of the file may still start on some kernels, but no toolchain makes such a file for Linux.
 */
import type { Finding } from '../findings'
import { elfTypes, segmentFlags, segmentTypes } from './image'
import { goarchOf, goTargets, machineName } from './machine-names'
import { describeOther } from './not-elf'
import { octalEscaped, printable } from './printable'
import type { BoundedReader } from './source'
import { finding, type Subject, setting } from './subject'
import { judgeBuild } from './verdict-build'
import { judgeLinking } from './verdict-linking'

interface Request {
  readonly name: string
  readonly goarch: string
}

const rebuild = 'Build it with CGO_ENABLED=0 GOOS=linux GOARCH='
const cutOff =
  'Build or download it again: the file is incomplete. Check for a full disk and for a partial copy.'
const maxMemoryBytes = 1n << 40n

/**
 * Judges an ELF file whose header could be read.
 *
 * @param request its name and the target architecture
 * @returns findings; no error among them means that Azure can start it
 */
export function judge(subject: Subject, request: Request): readonly Finding[] {
  const name = printable(request.name)
  const fatal =
    wrongClass(subject, request, name) ??
    wrongType(subject, request, name) ??
    wrongSystem(subject, request, name) ??
    badSegments(subject, name)
  const permission = notExecutable(subject, name)
  if (fatal !== undefined) return [fatal, ...permission]
  const machine = wrongMachine(subject, request, name)
  const findings = [
    ...machine,
    ...truncatedLoads(subject, name),
    ...judgeLinking(subject, name, machine.length > 0),
    ...wrongEntry(subject, request, name),
  ]
  const isSound = findings.length === 0
  const isWhole = !findings.some(({ code }) => code === 'elf-truncated' || code === 'elf-malformed')
  return [...findings, ...judgeBuild(subject, name, { isSound, isWhole }), ...permission]
}

/**
 * Judges a file without the ELF magic number.
 *
 * @param request its name and the target architecture
 * @returns one error that says what it is instead
 */
export function judgeOther(reader: BoundedReader, request: Request): readonly Finding[] {
  const other = describeOther(reader)
  const message = `${printable(request.name)} is ${other.kind}, not a Linux executable (ELF). (${printable(other.line)})`
  return [finding('not-elf', 'error', message, other.advice)]
}

/**
 * Judges a file that begins like ELF but whose header is incomplete or of no known class or byte order.
 *
 * @param request its name and the target architecture
 * @param reason what is wrong with it, when that is known already
 * @returns one error that says what is missing or unknown
 */
export function judgeUnreadable(
  reader: BoundedReader,
  request: Request,
  reason?: string,
): readonly Finding[] {
  const name = printable(request.name)
  const hint = `${rebuild}${printable(request.goarch)} again; no toolchain writes such a file.`
  if (reason !== undefined) {
    return [finding('elf-malformed', 'error', `${name} is a malformed ELF file: ${reason}.`, hint)]
  }
  const [, , , , elfClass, byteOrder] = reader.at(0, 16)
  const headerBytes = elfClass === 1 ? 52 : 64
  if (reader.sizeBytes < headerBytes) {
    const message = `${name} is cut off: it has ${reader.sizeBytes} bytes and ends inside the ELF header of ${headerBytes}.`
    return [finding('elf-truncated', 'error', message, cutOff)]
  }
  if (elfClass !== 1 && elfClass !== 2) {
    const message = `${name} has the ELF class ${elfClass}, which is neither 32-bit (1) nor 64-bit (2).`
    return [finding('elf-class', 'error', message, hint)]
  }
  const message = `${name} is a malformed ELF file: its byte order (EI_DATA) is '${byteOrder}', which is neither 1 nor 2.`
  return [finding('elf-malformed', 'error', message, hint)]
}

/** The machine is right but the class or byte order is not: x32, or a header that contradicts itself. */
function wrongClass(subject: Subject, request: Request, name: string): Finding | undefined {
  const target = goTargets[request.goarch]
  const { machine, bits, byteOrder } = subject.image.header
  if (target === undefined || machine !== target.machine) return undefined
  if (bits === target.bits && byteOrder === target.byteOrder) return undefined
  const message = `${name} is a ${bits}-bit ${byteOrder}-endian file for ${machineName(machine)}, but GOARCH=${request.goarch} is ${target.bits}-bit ${target.byteOrder}-endian.`
  return finding('elf-class', 'error', message, `${rebuild}${request.goarch}.`)
}

function wrongMachine(subject: Subject, request: Request, name: string): readonly Finding[] {
  const target = goTargets[request.goarch]
  const { header } = subject.image
  if (target === undefined || header.machine === target.machine) return []
  const goarch = goarchOf(header)
  const made = goarch === undefined ? '' : ` (GOARCH=${goarch})`
  const message = `${name} is for the CPU '${machineName(header.machine)}'${made}, but the host needs '${machineName(target.machine)}' (GOARCH=${request.goarch}).`
  return [finding('elf-machine', 'error', message, `${rebuild}${request.goarch}.`)]
}

const typeNames: Readonly<Record<number, string>> = {
  0: 'a file without a type',
  1: 'a relocatable object (.o)',
  4: 'a core dump',
}

function wrongType(subject: Subject, request: Request, name: string): Finding | undefined {
  const { type, entry } = subject.image.header
  const hint = `Build the package that has func main with CGO_ENABLED=0 GOOS=linux GOARCH=${printable(request.goarch)} go build -buildmode=exe.`
  if (type === elfTypes.executable) return undefined
  if (type === elfTypes.shared) {
    const isLibrary = subject.image.interpreter === undefined && entry === 0n
    if (!isLibrary || subject.image.segmentFault !== undefined) return undefined
    const mode = setting(subject, '-buildmode')
    const how = mode === '' ? '' : ` It was built with -buildmode=${mode}.`
    const message = `${name} is a shared library, not a program: it has no entry point and no interpreter.${how}`
    return finding('elf-type', 'error', message, hint)
  }
  const what = typeNames[type] ?? 'of an unknown type'
  return finding('elf-type', 'error', `${name} is ${what} (e_type ${type}), not a program.`, hint)
}

/** EI_OSABI values of the gABI; 0 is System V and 3 is GNU/Linux. */
const systemNames: Readonly<Record<number, string>> = {
  2: 'NetBSD',
  6: 'Solaris',
  9: 'FreeBSD',
  12: 'OpenBSD',
  17: 'CloudABI',
}

function wrongSystem(subject: Subject, request: Request, name: string): Finding | undefined {
  const { osAbi } = subject.image.header
  const { foreignOs } = subject.image.notes
  const goos = setting(subject, 'GOOS')
  const hint = `${rebuild}${printable(request.goarch)}.`
  if (goos !== '' && goos !== 'linux') {
    return finding('elf-os', 'error', `${name} was built with GOOS='${goos}', not for Linux.`, hint)
  }
  const system = foreignOs !== '' ? foreignOs : (systemNames[osAbi] ?? `system number ${osAbi}`)
  if (foreignOs === '' && (osAbi === 0 || osAbi === 3)) return undefined
  return finding('elf-os', 'error', `${name} is marked as a file for '${system}', not for Linux.`, hint)
}

function badSegments(subject: Subject, name: string): Finding | undefined {
  const fault = subject.image.segmentFault
  if (fault === undefined) return undefined
  return fault.isTruncated
    ? finding('elf-truncated', 'error', `${name} is cut off: ${fault.text}.`, cutOff)
    : finding('elf-malformed', 'error', `${name} is a malformed ELF file: ${fault.text}.`, 'Build it again.')
}

function truncatedLoads(subject: Subject, name: string): readonly Finding[] {
  for (const segment of subject.image.segments) {
    if (segment.type !== segmentTypes.load) continue
    const end = segment.offset + segment.fileSize
    if (end > BigInt(subject.sizeBytes)) {
      const message = `${name} is cut off: a segment reaches to byte ${end}, but the file has ${subject.sizeBytes} bytes.`
      return [finding('elf-truncated', 'error', message, cutOff)]
    }
    if (segment.memorySize > maxMemoryBytes) {
      const message = `${name} is a malformed ELF file: a segment asks for ${segment.memorySize} bytes of memory.`
      return [finding('elf-malformed', 'error', message, 'Build it again.')]
    }
  }
  return []
}

/** With an interpreter the entry point is the loader's business; without one the kernel jumps to it. */
function wrongEntry(subject: Subject, request: Request, name: string): readonly Finding[] {
  const { header, interpreter, segments } = subject.image
  if (interpreter !== undefined) return []
  const isInside = segments.some(
    (segment) =>
      segment.type === segmentTypes.load &&
      (segment.flags & segmentFlags.execute) !== 0 &&
      header.entry >= segment.address &&
      header.entry < segment.address + segment.memorySize,
  )
  if (isInside) return []
  const message = `${name} starts at the address 0x${header.entry.toString(16)}, where it has no code; it would crash at once.`
  return [finding('elf-entry', 'error', message, `${rebuild}${printable(request.goarch)} again.`)]
}

function notExecutable({ mode }: Subject, name: string): readonly Finding[] {
  if (mode === undefined || (mode & 0o111) !== 0) return []
  const message = `${name} has the mode ${octalEscaped(Buffer.from(mode.toString(8).padStart(4, '0')))}, without the executable bit.`
  const hint = `Run chmod +x on it, and do not pass it through a zip that was made on Windows. The package made here stores it as 0755.`
  return [finding('elf-not-executable', 'warning', message, hint)]
}
