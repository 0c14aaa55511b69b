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
 * @param subject the binary
 * @param name printable
 * @param isForeign whether it is for another CPU: then libraries are not held against the hosts
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
    : `${loaderOwner(path)}, which no Functions host has, so it cannot start there`
  const note =
    dynamic?.needed.length === 0
      ? ' It needs no library, and ldd calls it statically linked, but it does not start without its interpreter.'
      : ''
  return [
    finding(
      'elf-interpreter',
      'error',
      `${name} asks for the interpreter '${path}', ${reason}.${note}`,
      remedy(subject),
    ),
  ]
}

function loaderOwner(path: string): string {
  return path.includes('ld-musl') ? 'the loader of musl (Alpine)' : 'a loader'
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
    .map(([library, hosts]) => `'${library}' is not on ${hosts.join(', ')}`)
  const detail = lacks.length === 0 ? '' : ` ${lacks.join('; ')}.`
  const noun = needed.length === 1 ? 'the library' : 'the libraries'
  const message = `${name} needs ${noun} ${quotedList(needed)} of the host.${detail}`
  const hint =
    missing.size > 0
      ? `${remedy(subject)} A library that the host lacks cannot be installed there.`
      : remedy(subject)
  return [finding('elf-needed-library', 'error', message, hint)]
}

function versionFinding(subject: Subject, name: string): readonly Finding[] {
  const refusals = new Map<string, string[]>()
  for (const gap of subject.gaps) {
    for (const { library, version } of gap.missingVersions) {
      const need = `${version} of ${library}`
      refusals.set(need, [...(refusals.get(need) ?? []), `${gap.host} (${gap.plans})`])
    }
  }
  if (refusals.size === 0) return []
  const byHosts = new Map<string, string[]>()
  for (const [need, hosts] of refusals) {
    const key = hosts.join(' and ')
    byHosts.set(key, [...(byHosts.get(key) ?? []), need])
  }
  const parts = [...byHosts].map(([hosts, needs]) => `${quotedList(needs)}, which ${hosts} lacks`)
  const message = `${name} needs ${parts.join('; and ')}.`
  const hint = `${remedy(subject)} A build machine with an older glibc would only move the problem.`
  return [finding('elf-glibc-version', 'error', message, hint)]
}

/** A broken dynamic section matters only where nothing else already refuses the file. */
function faultFinding(subject: Subject, name: string, isRefused: boolean): readonly Finding[] {
  const fault = subject.image.dynamic?.faults[0]
  if (fault === undefined || isRefused) return []
  return [finding('elf-malformed', 'error', `${name} is a malformed ELF file: ${fault}.`, 'Build it again.')]
}
