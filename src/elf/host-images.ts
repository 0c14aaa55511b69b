/**
 * What the generations of the Linux Functions host offer a dynamically linked x86-64 program: loader,
 * libraries, symbol versions. Explains a refusal; it never turns a dynamic binary into a pass, because
 * which generation an app gets is Microsoft's choice and changes.
 *
 * Sources: the FROM lines of Azure/azure-functions-docker (host/4/bullseye, host/4/bookworm), the image
 * names in the native Go worker's guides, and `readelf -V` of the distributions' own packages.
 */

/** One library of a host. */
export interface HostLibrary {
  readonly path: string
  readonly needed: readonly string[]
  /** Symbol versions it defines. Absent: not recorded here, every version is taken to be there. */
  readonly versions?: ReadonlySet<string>
}

/** One generation of the host. */
export interface HostImage {
  /** For example `Debian 11, glibc 2.31`. */
  readonly name: string
  /** Plans on which it is used, in words. */
  readonly plans: string
  readonly libraries: ReadonlyMap<string, HostLibrary>
}

/** The loader of glibc for x86-64, the only one that the hosts have. */
export const hostLoader = '/lib64/ld-linux-x86-64.so.2'

const folder = '/lib/x86_64-linux-gnu'

/** GLIBC version names up to a release. There is no GLIBC_2.19 to 2.21, and none for a release without new symbols. */
function glibc(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map((version) => (/^\d/.test(version) ? `GLIBC_${version}` : version)))
}

function numbered(prefix: string, first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${first + index}`).join(' ')
}

const libcOldest = `2.2.5 2.2.6 2.3 2.3.2 2.3.3 2.3.4 ${numbered('2.', 4, 18)} GLIBC_PRIVATE`
const libc231 = `${libcOldest} ${numbered('2.', 22, 30)}`
const libc236 = `${libc231} ${numbered('2.', 31, 36)} GLIBC_ABI_DT_RELR`
const libc239 = `${libc236} 2.38 2.39`
const libm231 = `2.2.5 2.4 2.15 2.18 ${numbered('2.', 23, 29)} 2.31`
const libm236 = `${libm231} 2.32 2.35`
const libgcc10 =
  'GCC_3.0 GCC_3.3 GCC_3.3.1 GCC_3.4 GCC_3.4.2 GCC_3.4.4 GCC_4.0.0 GCC_4.2.0 GCC_4.3.0 GCC_4.7.0 GCC_4.8.0 GCC_7.0.0'

function libstdcxx(glibcxx: number, cxxabi: number): ReadonlySet<string> {
  const names = `GLIBCXX_3.4 ${numbered('GLIBCXX_3.4.', 1, glibcxx)} CXXABI_1.3 ${numbered('CXXABI_1.3.', 1, cxxabi)}`
  return new Set([...names.split(' '), 'CXXABI_TM_1', 'CXXABI_FLOAT128'])
}

const loaderName = 'ld-linux-x86-64.so.2'
const libcOnly = ['libc.so.6'] as const

interface Generation {
  readonly libc: string
  readonly libm: string
  readonly loader: string
  readonly gcc: string
  readonly stdcxx: ReadonlySet<string>
  readonly ssl: string
  /** Before glibc 2.34 these were libraries of their own with needs of their own. */
  readonly hasSeparatePthread: boolean
}

function libraries(generation: Generation): ReadonlyMap<string, HostLibrary> {
  const { hasSeparatePthread, ssl } = generation
  const old = (needs: readonly string[]) => (hasSeparatePthread ? needs : libcOnly)
  const sslNeeds = hasSeparatePthread ? ['libdl.so.2', 'libpthread.so.0', 'libc.so.6'] : libcOnly
  const rows: readonly (readonly [string, readonly string[], ReadonlySet<string>?])[] = [
    ['libc.so.6', [loaderName], glibc(generation.libc)],
    ['libm.so.6', ['libc.so.6', loaderName], glibc(generation.libm)],
    [
      'libpthread.so.0',
      old(['libc.so.6', loaderName]),
      glibc('2.2.5 2.2.6 2.3.2 2.3.3 2.3.4 2.4 2.11 2.12 2.18 2.28 2.30 2.31 GLIBC_PRIVATE'),
    ],
    ['libdl.so.2', old(['libc.so.6', loaderName]), glibc('2.2.5 2.3.3 2.3.4 GLIBC_PRIVATE')],
    ['librt.so.1', old(['libpthread.so.0', 'libc.so.6']), glibc('2.2.5 2.3.3 2.3.4 2.4 2.7 GLIBC_PRIVATE')],
    ['libresolv.so.2', libcOnly, glibc('2.2.5 2.3.2 2.9 GLIBC_PRIVATE')],
    ['libutil.so.1', libcOnly, glibc('2.2.5')],
    ['libnsl.so.1', libcOnly, glibc('2.2.5 GLIBC_PRIVATE')],
    ['libanl.so.1', libcOnly, glibc('2.2.5')],
    ['libcrypt.so.1', libcOnly, glibc('2.2.5 XCRYPT_2.0 XCRYPT_4.3 XCRYPT_4.4')],
    ['libgcc_s.so.1', libcOnly, new Set(generation.gcc.split(' '))],
    ['libstdc++.so.6', ['libm.so.6', 'libc.so.6', loaderName, 'libgcc_s.so.1'], generation.stdcxx],
    ['libz.so.1', libcOnly],
    [`libcrypto.so.${ssl}`, sslNeeds],
    [`libssl.so.${ssl}`, [`libcrypto.so.${ssl}`, ...sslNeeds]],
  ]
  const table = new Map<string, HostLibrary>()
  for (const [name, needed, versions] of rows) {
    table.set(name, { path: `${folder}/${name}`, needed, ...(versions === undefined ? {} : { versions }) })
  }
  table.set(loaderName, { path: hostLoader, needed: [], versions: glibc(generation.loader) })
  return table
}

/** The generations from oldest to newest. */
export const hostImages: readonly HostImage[] = [
  {
    name: 'Debian 11, glibc 2.31',
    // Debian 11 ended on that day (LTS). The row stays: nothing says that every app has been moved.
    plans:
      'Consumption, Premium and App Service plans that still run the Debian 11 host image, out of support since 2026-08-31',
    libraries: libraries({
      libc: libc231,
      libm: libm231,
      loader: '2.2.5 2.3 2.4 GLIBC_PRIVATE',
      gcc: libgcc10,
      stdcxx: libstdcxx(28, 12),
      ssl: '1.1',
      hasSeparatePthread: true,
    }),
  },
  {
    name: 'Debian 12, glibc 2.36',
    plans: 'Flex Consumption with a custom handler',
    libraries: libraries({
      libc: libc236,
      libm: libm236,
      loader: '2.2.5 2.3 2.4 2.34 2.35 GLIBC_PRIVATE',
      gcc: `${libgcc10} GCC_12.0.0`,
      stdcxx: libstdcxx(30, 13),
      ssl: '3',
      hasSeparatePthread: false,
    }),
  },
  {
    name: 'Ubuntu 24.04, glibc 2.39',
    plans: 'Flex Consumption with the native Go worker',
    libraries: libraries({
      libc: libc239,
      libm: `${libm236} 2.38 2.39`,
      loader: '2.2.5 2.3 2.4 2.34 2.35 GLIBC_PRIVATE',
      gcc: `${libgcc10} GCC_12.0.0 GCC_13.0.0 GCC_14.0.0`,
      stdcxx: libstdcxx(33, 15),
      ssl: '3',
      hasSeparatePthread: false,
    }),
  },
]
