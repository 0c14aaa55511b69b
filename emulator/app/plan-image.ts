/**
 * What becomes of a handler's command on the image of the app's plan: a program that the image cannot load fails as
 * it would there, and a package that the plan mounts cannot be written to. It starts no handler.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { hasElfMagic } from '../../src/elf/headers'
import { type Resolution, resolveOnHosts } from '../../src/elf/host-gaps'
import { hostImages } from '../../src/elf/host-images'
import { readImage } from '../../src/elf/read-image'
import { BoundedReader, openSource } from '../../src/elf/source'
import type { Plan } from '../../src/functions/plans'
import type { HandlerCommand } from '../../src/host/process/command-line'
import { startProblem } from '../../src/host/process/handler-process'
import { type App, isUnpacked } from './state'

/** By the name of our own host table, which says on which plans each is used. */
const imageNames: Readonly<Record<Plan, string>> = {
  'flex-consumption': 'Debian 12, glibc 2.36',
  consumption: 'Debian 11, glibc 2.31',
  'elastic-premium': 'Debian 11, glibc 2.31',
  dedicated: 'Debian 11, glibc 2.31',
}

/** The image of the native Go worker, which Flex Consumption alone has. */
export const nativeImage = 'Ubuntu 24.04, glibc 2.39'

/**
 * @param folder the app's files
 * @param image by the name of our own host table; that of custom handlers on the plan when absent
 * @returns what is started instead; the names in the host's log stay
 */
export function onPlanImage(
  command: HandlerCommand,
  folder: string,
  app: App,
  image = imageNames[app.spec.plan],
): HandlerCommand {
  const { program } = command
  if (program === undefined || startProblem(command) !== undefined) return command
  const resolution = relative(folder, program).startsWith('..') ? undefined : gapOf(program, image)
  if (resolution !== undefined && !resolution.gap.hasInterpreter) {
    return { ...command, program: join(folder, 'no such loader') }
  }
  const words = resolution === undefined ? undefined : loaderWords(command.fileName, resolution)
  if (words !== undefined)
    return { ...command, program: '/bin/sh', arguments: ['-c', failing, 'sh', ...words] }
  return isUnpacked(app) || !canMount() ? command : readOnly(command, program, folder)
}

const failing = 'printf "%s\\n" "$2" >&2; exit "$1"'

function gapOf(program: string, name: string): Resolution | undefined {
  const source = openSource(program)
  try {
    const reader = new BoundedReader(source)
    const image = hasElfMagic(reader) ? readImage(reader)?.image : undefined
    if (image === undefined) return undefined
    return resolveOnHosts(image).find(({ host }) => host.name === name)
  } finally {
    source.close()
  }
}

/** Exit code and words of ld.so (glibc, dl-load.c and dl-version.c); undefined when it would start the program. */
function loaderWords(fileName: string, { gap }: Resolution): readonly [string, string] | undefined {
  const [library] = gap.missingLibraries
  if (library !== undefined) {
    const file = 'cannot open shared object file: No such file or directory'
    return ['127', `${fileName}: error while loading shared libraries: ${library}: ${file}`]
  }
  if (gap.missingVersions.length === 0) return undefined
  const host = hostImages.find(({ name }) => name === gap.host)
  const lines = gap.missingVersions.map(({ library: name, version }) => {
    const path = host?.libraries.get(name)?.path ?? name
    return `${fileName}: ${path}: version \`${version}' not found (required by ${fileName})`
  })
  return ['1', lines.join('\n')]
}

/** The handler sees its package read-only, as the plan mounts it; everything else stays as it is. */
function readOnly(command: HandlerCommand, program: string, folder: string): HandlerCommand {
  const args = ['--mount', '/bin/sh', '-c', mounting, 'sh', folder, program, ...command.arguments]
  return { ...command, program: unshare, arguments: args }
}

const unshare = '/usr/bin/unshare'
// The working directory is entered anew: the old one lies below the mount.
const mounting =
  'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && cd "$PWD" && unset PWD OLDPWD SHLVL && shift && exec "$@"'

let isMounting: boolean | undefined

/** Only root may, and not in every container; without it the package stays writable. */
function canMount(): boolean {
  isMounting ??= process.getuid?.() === 0 && existsSync(unshare) && tryMount()
  return isMounting
}

function tryMount(): boolean {
  try {
    execFileSync(unshare, ['--mount', '/bin/sh', '-c', mounting, 'sh', '/usr/bin', '/bin/true'], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}
