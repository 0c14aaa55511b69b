/** Holds what a dynamic binary asks for against the library tables of the Functions hosts. */
import { type HostImage, type HostLibrary, hostImages, hostLoader } from './host-images'
import type { ElfImage } from './image'
import { goTargets } from './machine-names'

/** What one generation of the Functions host lacks to load the binary. */
export interface HostGap {
  /** For example `Debian 11, glibc 2.31`. */
  readonly host: string
  /** Plans on which this host is used, in words. */
  readonly plans: string
  readonly hasInterpreter: boolean
  readonly missingLibraries: readonly string[]
  /** Libraries in the order of the binary, the versions of each from the oldest on. */
  readonly missingVersions: readonly { readonly library: string; readonly version: string }[]
}

/** What the loader of one host would do with the binary. */
export interface Resolution {
  readonly host: HostImage
  readonly gap: HostGap
  /** Libraries in the loader's order, breadth first; without `library` where the host has none of that name. */
  readonly loaded: readonly { readonly name: string; readonly library?: HostLibrary }[]
}

/** More names than any binary needs; a hostile one cannot make the list longer. */
const maxLoaded = 512

/**
 * Resolves a binary on each host generation the way ld.so does: breadth first over DT_NEEDED, versions
 * compared by exact name, weak ones not required.
 *
 * @param image a binary that was read
 * @returns one entry per host; empty when it is static or not for x86-64, the only CPU of the hosts
 */
export function resolveOnHosts(image: ElfImage): readonly Resolution[] {
  const isDynamic = image.interpreter !== undefined || (image.dynamic?.needed.length ?? 0) > 0
  const isX64 = image.header.machine === goTargets['amd64']?.machine && image.header.bits === 64
  return isDynamic && isX64 ? hostImages.map((host) => resolve(image, host)) : []
}

function resolve(image: ElfImage, host: HostImage): Resolution {
  const loaded: { name: string; library?: HostLibrary }[] = []
  const seen = new Set<string>()
  const queue = [...(image.dynamic?.needed ?? [])]
  for (let name = queue.shift(); name !== undefined && loaded.length < maxLoaded; name = queue.shift()) {
    if (seen.has(name)) continue
    seen.add(name)
    const library = host.libraries.get(name)
    loaded.push(library === undefined ? { name } : { name, library })
    queue.push(...(library?.needed ?? []))
  }
  const missing = (image.dynamic?.versions ?? [])
    .filter((need) => {
      const versions = host.libraries.get(need.library)?.versions
      return !need.isWeak && versions !== undefined && !versions.has(need.version)
    })
    .map(({ library, version }) => ({ library, version }))
  const gap = {
    host: host.name,
    plans: host.plans,
    hasInterpreter: image.interpreter === undefined || isHostLoader(image.interpreter.path),
    missingLibraries: loaded.filter((entry) => entry.library === undefined).map((entry) => entry.name),
    missingVersions: sorted(missing),
  }
  return { host, gap, loaded }
}

/** Linkers write the versions of a library in no order. */
function sorted<T extends { readonly library: string; readonly version: string }>(needs: readonly T[]): T[] {
  const libraries = [...new Set(needs.map(({ library }) => library))]
  return libraries.flatMap((library) =>
    needs
      .filter((need) => need.library === library)
      .sort((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true })),
  )
}

/**
 * Whether a path leads to the hosts' loader; /lib64 is a link to /usr/lib64 there.
 *
 * @param path PT_INTERP
 * @returns false for every other loader, musl's for example
 */
export function isHostLoader(path: string): boolean {
  return path === hostLoader || path === `/usr${hostLoader}`
}
