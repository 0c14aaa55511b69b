/**
 * What a binary says about its parts as CycloneDX 1.6: the Go it was built with, its modules, what replaced them,
 * and the commit. Facts of the binary only: no licences, no guesses at who depends on whom, nothing that changes
 * between two runs. Pure; loads a library, so it is imported only when a file is asked for.
 */
import { createHash } from 'node:crypto'
import { ComponentType, HashAlgorithm } from '@cyclonedx/cyclonedx-library/Enums'
import {
  Bom,
  Component,
  ComponentRepository,
  HashDictionary,
  Metadata,
  Property,
  PropertyRepository,
  Tools,
} from '@cyclonedx/cyclonedx-library/Models'
import { JSON as CycloneJson } from '@cyclonedx/cyclonedx-library/Serialize'
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec'
import { clip, visible } from '../text/visible'
import { encodedPath } from './position'

/** A module as Go's build info has it. */
export interface SbomModule {
  readonly path: string
  readonly version: string
  readonly sum: string
  readonly replacedBy?: { readonly path: string; readonly version: string; readonly sum: string }
}

export interface SbomRequest {
  readonly tool: { readonly name: string; readonly version: string }
  /** File name of the binary. */
  readonly binaryName: string
  /** SHA-256 of the binary in hexadecimal. */
  readonly binarySha256: string
  /** For example `go1.26.1`. */
  readonly goVersion: string
  readonly main?: SbomModule
  readonly modules: readonly SbomModule[]
  /** The `build` lines of the build info. */
  readonly settings: ReadonlyMap<string, string>
}

const longestText = 1000

/**
 * Renders the bill of materials.
 *
 * @param request what the binary's build info says; untrusted text
 * @returns JSON text; the same binary gives the same text
 * @see CycloneDX 1.6; property names of the CycloneDX Property Taxonomy, `cdx` and `cdx:gomod`; Go's debug/buildinfo
 */
export function renderSbom(request: SbomRequest): string {
  const { tool, goVersion, modules } = request
  const toolComponent = new Component(ComponentType.Application, tool.name, { version: tool.version })
  const metadata = new Metadata({
    tools: new Tools({ components: new ComponentRepository([toolComponent]) }),
    component: applicationOf(request),
    properties: properties([['cdx:reproducible', 'true']]),
  })
  const components = [standardLibrary(goVersion), ...modules.map(libraryOf)]
  const bom = new Bom({ metadata, components: new ComponentRepository(firstOfEachRef(components)) })
  // The library's serializer would number what it takes for duplicates at random.
  const normalizer = new CycloneJson.Normalize.Factory(Spec1dot6).makeForBom()
  // An entry without dependencies means that there are none; build info does not say which module imports which.
  const { dependencies: _unknown, ...document } = normalizer.normalize(bom, {})
  const serialNumber = serialNumberOf(JSON.stringify(document))
  return `${JSON.stringify({ ...document, serialNumber }, null, 2)}\n`
}

function applicationOf({ binaryName, binarySha256, goVersion, main, settings }: SbomRequest): Component {
  const version = main === undefined ? '' : released(main.version)
  const environment = ['GOOS', 'GOARCH', 'CGO_ENABLED'].flatMap((name) => {
    const value = settings.get(name)
    return value === undefined ? [] : [[`cdx:gomod:build:env:${name}`, value] as const]
  })
  const tags = (settings.get('-tags') ?? '').split(',').filter((tag) => tag !== '')
  const commit = ['vcs', 'vcs.revision', 'vcs.time', 'vcs.modified'].flatMap((name) => {
    const value = settings.get(name)
    return value === undefined ? [] : [[`go:${name}`, value] as const]
  })
  return new Component(ComponentType.Application, shown(main?.path || binaryName), {
    bomRef: 'binary',
    hashes: new HashDictionary([[HashAlgorithm['SHA-256'], binarySha256]]),
    ...(version === '' ? {} : { version: shown(version) }),
    ...(main === undefined || main.path === '' ? {} : { purl: golangPurl(main.path, version) }),
    properties: properties([
      ['cdx:gomod:binary:name', binaryName],
      ['cdx:gomod:build:env:GOVERSION', goVersion],
      ...environment,
      ...tags.map((tag) => ['cdx:gomod:build:tag', tag] as const),
      ...commit,
    ]),
  })
}

// `stdlib` is the name under which scanners look up vulnerabilities of Go itself.
function standardLibrary(goVersion: string): Component {
  const number = /^go(\d\S*)/.exec(goVersion)?.[1] ?? ''
  return new Component(ComponentType.Library, 'stdlib', {
    bomRef: 'stdlib',
    version: shown(goVersion),
    purl: golangPurl('stdlib', number),
  })
}

function libraryOf(module: SbomModule): Component {
  const { replacedBy } = module
  // A replacement without version is a folder; the module keeps its name, and its code is not the released one.
  const isFolder = replacedBy !== undefined && replacedBy.version === ''
  const { path, version, sum } =
    replacedBy === undefined ? module : isFolder ? { path: module.path, version: '', sum: '' } : replacedBy
  const number = released(version)
  const purl = golangPurl(path, number)
  const facts: (readonly [string, string])[] = []
  if (sum !== '') facts.push(['go:sum', sum])
  if (replacedBy !== undefined)
    facts.push(['go:replaces', named(module)], ['go:replacement', named(replacedBy)])
  return new Component(ComponentType.Library, shown(path), {
    bomRef: purl,
    purl,
    ...(number === '' ? {} : { version: shown(number) }),
    ...(facts.length === 0 ? {} : { properties: properties(facts) }),
  })
}

// What Go writes for code that no version control knows.
function released(version: string): string {
  return version === '(devel)' ? '' : version
}

function named({ path, version }: { readonly path: string; readonly version: string }): string {
  return version === '' ? path : `${path}@${version}`
}

/** A package URL of type `golang`. Upper case is kept, since Go tells module paths apart by it. */
function golangPurl(path: string, version: string): string {
  const suffix = version === '' ? '' : `@${encodedPath(version).replaceAll('/', '%2F')}`
  return `pkg:golang/${encodedPath(path)}${suffix}`
}

function firstOfEachRef(components: readonly Component[]): Component[] {
  const byRef = new Map<string, Component>()
  for (const component of components) {
    const ref = component.bomRef.value ?? ''
    if (!byRef.has(ref)) byRef.set(ref, component)
  }
  return [...byRef.values()]
}

function properties(entries: readonly (readonly [string, string])[]): PropertyRepository {
  return new PropertyRepository(entries.map(([name, value]) => new Property(name, shown(value))))
}

function shown(text: string): string {
  return clip(visible(text), longestText)
}

/** actions/attest takes no CycloneDX file without serial number: this one is a UUID version 8 of the content. */
function serialNumberOf(text: string): string {
  const digest = createHash('sha256').update(text).digest()
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}
