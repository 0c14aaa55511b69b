/**
 * Rules about dynamic linking: interpreter, needed libraries, symbol versions. PT_INTERP absent and no
 * DT_NEEDED is the only pass, because which libraries a plan has is not ours to know.
 */
import type { Finding } from '../findings'
import { isHostLoader } from './host-gaps'
import { elfTypes } from './image'
import { finding, quotedList, type Subject, setting } from './subject'

/**
 * Judges how the binary is linked.
 *
 * @param name printable
 * @param isForeign whether it is for another CPU: then libraries are not held against the hosts
 * @returns nothing for a static binary
 */
export function judgeLinking(subject: Subject, name: string, isForeign: boolean): readonly Finding[] {
  const interpreter = interpreterFinding(subject, name)
  return [
    ...interpreter,
    ...(isForeign && interpreter.length > 0 ? [] : neededFinding(subject, name)),
    ...versionFinding(subject, name),
    ...faultFinding(subject, name, interpreter.length > 0),
  ]
}

function interpreterFinding(subject: Subject, name: string): readonly Finding[] {
  const { interpreter, dynamic } = subject.image
  if (interpreter === undefined) return []
  if (interpreter.fault !== undefined) {
    const message = `${name} has an invalid interpreter: ${interpreter.fault}. Linux refuses to start it.`
    return [finding('elf-interpreter', 'error', message, remedy(subject))]
  }
  const path = interpreter.path
  const reason = isHostLoader(path)
    ? 'so it is dynamically linked and Azure Functions cannot be relied on to start it'
    : `${path.includes('ld-musl') ? 'the loader of musl (Alpine), ' : ''}which no Functions host has, so it cannot start there`
  const needsNothing = dynamic?.needed.length === 0 && dynamic.faults.length === 0
  const note = needsNothing
    ? ' It needs no library, and ldd calls it statically linked, but it does not start without its interpreter.'
    : ''
  // What one sees there was measured with the host, 4.1037.0; docs/why-dynamic.md has both faces.
  const face = isHostLoader(path)
    ? ''
    : ' Its functions would stay listed without an error, and every request would hang.'
  const message = `${name} asks for the interpreter '${path}', ${reason}.${face}${note}`
  return [finding('elf-interpreter', 'error', message, remedy(subject))]
}

/** What undoes the linking, from what the build info says about how the file was made. */
function remedy(subject: Subject): string {
  const mode = setting(subject, '-buildmode')
  const cgo = setting(subject, 'CGO_ENABLED')
  const isPie = mode === 'pie' || subject.image.header.type === elfTypes.shared
  if (cgo === '0' && isPie) {
    return 'Drop -buildmode=pie (also from GOFLAGS and `go env -w`): with CGO_ENABLED=0 it still asks for the loader. Build with CGO_ENABLED=0 -buildmode=exe.'
  }
  if (cgo === '0') {
    return 'Drop -linkmode=external (also from GOFLAGS and -ldflags) and build with CGO_ENABLED=0 -buildmode=exe.'
  }
  const pie = mode === 'pie' ? ' and without -buildmode=pie' : ''
  const why = cgo === '1' ? 'It was built with CGO_ENABLED=1. ' : ''
  return `${why}Build it with CGO_ENABLED=0 GOOS=linux${pie}, so that it needs neither loader nor libraries.`
}

/** The other face: the loader is there, and gives up before any Go code runs. */
const endsAtOnce = 'the program ends at once; after three times the host ends, and it all begins again.'

function neededFinding(subject: Subject, name: string): readonly Finding[] {
  const needed = subject.image.dynamic?.needed ?? []
  if (needed.length === 0) return []
  const missing = new Map<string, string[]>()
  for (const gap of subject.gaps) {
    for (const library of gap.missingLibraries) {
      missing.set(library, [...(missing.get(library) ?? []), gap.host])
    }
  }
  const lacks = [...missing]
    .slice(0, 8)
    .map(([library, hosts]) => ` '${library}' is missing on ${hosts.join('; ')}.`)
  const noun = needed.length === 1 ? 'the library' : 'the libraries'
  const message = `${name} needs ${noun} ${quotedList(needed)} of the host.${lacks.join('')}${missing.size > 0 ? ` There ${endsAtOnce}` : ''}`
  const hint =
    missing.size > 0
      ? `${remedy(subject)} A library that the host lacks cannot be installed there.`
      : remedy(subject)
  return [finding('elf-needed-library', 'error', message, hint)]
}

function versionFinding(subject: Subject, name: string): readonly Finding[] {
  const refusals = new Map<string, { library: string; version: string; hosts: string[] }>()
  for (const gap of subject.gaps) {
    for (const { library, version } of gap.missingVersions) {
      const key = `${library} ${version}`
      const refusal = refusals.get(key) ?? { library, version, hosts: [] }
      refusal.hosts.push(`${gap.host} (${gap.plans})`)
      refusals.set(key, refusal)
    }
  }
  if (refusals.size === 0) return []
  // One clause for all versions of a library that the same hosts refuse.
  const clauses = new Map<string, string[]>()
  for (const { library, version, hosts } of refusals.values()) {
    const clause = `of ${library}, missing on ${hosts.join('; ')}`
    clauses.set(clause, [...(clauses.get(clause) ?? []), version])
  }
  const text = [...clauses]
    .map(([clause, versions]) => `${quotedList(versions)} ${clause}`)
    .join('. It needs ')
  const hint = `${remedy(subject)} A build machine with an older glibc would only move the problem.`
  return [finding('elf-glibc-version', 'error', `${name} needs ${text}. There ${endsAtOnce}`, hint)]
}

/** A broken dynamic section matters only where nothing else already refuses the file. */
function faultFinding(subject: Subject, name: string, isRefused: boolean): readonly Finding[] {
  const fault = subject.image.dynamic?.faults[0]
  if (fault === undefined || isRefused) return []
  return [finding('elf-malformed', 'error', `${name} is a malformed ELF file: ${fault}.`, 'Build it again.')]
}
