/**
 * What `ldd` says of a binary: its own words where it has nothing to resolve, and for a dynamic binary the
 * resolution on the Functions hosts, without load addresses. Nothing of the runner is looked at.
 */
import { isHostLoader, type Resolution } from './host-gaps'
import { hostLoader } from './host-images'
import { type ElfImage, elfTypes } from './image'
import { goTargets, machineName } from './machine-names'
import { printable } from './printable'

const notDynamic = '\tnot a dynamic executable'

/**
 * Words the output of `ldd` (glibc 2.31 to 2.41 agree on it).
 *
 * @param name the binary as the user calls it
 * @param image the binary; undefined when it is not a readable ELF file
 * @param resolutions from resolveOnHosts
 * @returns lines separated by LF, without a line end at the end
 */
export function lddText(
  name: string,
  image: ElfImage | undefined,
  resolutions: readonly Resolution[],
): string {
  if (image === undefined) return notDynamic
  if (!isLoadable(image)) return `${notDynamic}${foreignNote(image)}`
  if (image.interpreter === undefined && image.dynamic === undefined) return notDynamic
  const fault = image.dynamic?.faults[0]
  if (fault !== undefined) return `(the loader that ldd runs cannot read this file: ${fault})`
  if (image.dynamic === undefined || image.dynamic.needed.length === 0) {
    return image.interpreter === undefined
      ? '\tstatically linked'
      : `\tstatically linked\n(no libraries, but it still starts only where its loader exists: ${describeLoader(image)})`
  }
  return resolutions.map((resolution) => block(name, image, resolution)).join('\n\n')
}

/** ldd's loader takes programs and shared objects of its own machine with the system marks 0 and 3. */
function isLoadable(image: ElfImage): boolean {
  const { type, osAbi, machine, bits } = image.header
  const isX64 = machine === goTargets['amd64']?.machine && bits === 64
  const isProgram = type === elfTypes.executable || type === elfTypes.shared
  return isProgram && (osAbi === 0 || osAbi === 3) && isX64 && image.segmentFault === undefined
}

/** ldd says the same of every file for another CPU, also of a dynamic one. */
function foreignNote(image: ElfImage): string {
  if (image.interpreter === undefined) return ''
  const needed = image.dynamic?.needed ?? []
  const libraries = needed.length === 0 ? '' : ` and the libraries ${needed.join(', ')}`
  const machine = machineName(image.header.machine)
  return `\n(this file for ${machine} asks for ${describeLoader(image)}${libraries})`
}

function describeLoader(image: ElfImage): string {
  const path = image.interpreter?.path ?? ''
  return path === '' ? '*empty*' : path
}

function block(name: string, image: ElfImage, resolution: Resolution): string {
  const { host, gap, loaded } = resolution
  const lines = [`On the Functions host ${host.name} (${host.plans}), not on this runner:`]
  for (const { library, version } of gap.missingVersions) {
    const path = host.libraries.get(library)?.path ?? library
    const shown = printable(name)
    lines.push(`./${shown}: ${path}: version \`${version}' not found (required by ./${shown})`)
  }
  lines.push('\tlinux-vdso.so.1')
  let isLoaderListed = false
  for (const { name: wanted, library } of loaded) {
    if (library?.path === hostLoader) {
      lines.push(loaderLine(image))
      isLoaderListed = true
    } else {
      lines.push(`\t${wanted} => ${library?.path ?? 'not found'}`)
    }
  }
  if (!isLoaderListed && image.interpreter !== undefined) lines.push(loaderLine(image))
  return lines.join('\n')
}

function loaderLine(image: ElfImage): string {
  const path = image.interpreter?.path ?? hostLoader
  return isHostLoader(path) ? `\t${path}` : `\t${describeLoader(image)} => not found`
}
