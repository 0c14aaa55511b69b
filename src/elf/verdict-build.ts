/** Rules about how the binary was made: Go build info, packers, C library start-up code. */
import type { Finding } from '../findings'
import { printable } from './printable'
import { finding, type Subject, setting } from './subject'

/**
 * Judges what the build info and a few marks say.
 *
 * @param name printable
 * @param file `isSound`: nothing else refuses it; `isWhole`: no part of it is missing or damaged
 * @returns the findings, none for a plain static build
 */
export function judgeBuild(
  subject: Subject,
  name: string,
  { isSound, isWhole }: { readonly isSound: boolean; readonly isWhole: boolean },
): readonly Finding[] {
  if (subject.image.isPacked) return [packed(name)]
  return [
    ...(isSound ? staticCrash(subject, name) : []),
    ...goamd64(subject, name),
    ...instrumented(subject, name),
    ...(isSound ? cgoButStatic(subject, name) : []),
    ...(isWhole ? notGo(subject, name) : []),
  ]
}

/** An error, not a warning: a packed dynamic binary has the same headers as a packed static one and dies with exit code 127. */
function packed(name: string): Finding {
  const message = `${name} is packed with UPX, so its headers describe the unpacker and not the program. A dynamic program inside would fail on Azure without a message.`
  const hint =
    'Leave UPX out: the package is compressed anyway, and unpacking costs time at every cold start.'
  return finding('elf-packed', 'error', message, hint)
}

/** Go 1.21 and older linked glibc's start-up code into a program whose runtime does not set it up. */
function staticCrash(subject: Subject, name: string): readonly Finding[] {
  const { abiTag } = subject.image.notes
  if (setting(subject, 'CGO_ENABLED') !== '0' || abiTag === '') return []
  const version = printable(subject.buildInfo?.goVersion ?? '')
  const message = `${name} was linked by the C compiler (its note says '${abiTag}') although CGO_ENABLED=0 (${version}). Such a file crashes at once with SIGTRAP.`
  const hint =
    'Drop -linkmode=external and -extldflags from the linker flags; CGO_ENABLED=0 alone makes it static.'
  return [finding('elf-static-crash', 'error', message, hint)]
}

function goamd64(subject: Subject, name: string): readonly Finding[] {
  const level = setting(subject, 'GOAMD64')
  if (level === '' || level === 'v1') return []
  const severity = level === 'v4' ? 'error' : 'warning'
  const message = `${name} was built with GOAMD64='${level}' and ends with an error message on a CPU without these instructions.`
  const hint = 'Build with GOAMD64=v1: Azure does not promise a CPU level for Functions.'
  return [finding('goamd64-level', severity, message, hint)]
}

function instrumented(subject: Subject, name: string): readonly Finding[] {
  const flags = ['-race', '-msan', '-asan', '-cover'].filter((flag) => setting(subject, flag) === 'true')
  if (flags.length === 0) return []
  const message = `${name} was built with ${flags.join(' and ')}, which is for tests: it is slower and needs more memory.`
  return [finding('race-or-cover-build', 'warning', message, `Build it without ${flags.join(' and ')}.`)]
}

function cgoButStatic(subject: Subject, name: string): readonly Finding[] {
  if (setting(subject, 'CGO_ENABLED') !== '1') return []
  const usesGlibc = subject.image.notes.abiTag !== ''
  const detail = usesGlibc
    ? ' With glibc inside, looking up users and hosts still wants the libraries of the glibc it was linked with.'
    : ''
  const message = `${name} was built with CGO_ENABLED=1 but is statically linked, so it starts everywhere.${detail}`
  const hint =
    'Build with CGO_ENABLED=0 if no package needs C, so that the next change cannot make it dynamic.'
  return [finding('cgo-but-static', 'notice', message, hint)]
}

function notGo(subject: Subject, name: string): readonly Finding[] {
  if (subject.buildInfo !== undefined || subject.image.notes.goBuildId !== '') return []
  const message = `${name} has no Go build info, so it was not built by Go 1.13 or later, or the info was removed.`
  const hint = 'Check that the right file is meant; how it was built cannot be checked.'
  return [finding('not-go', 'warning', message, hint)]
}
