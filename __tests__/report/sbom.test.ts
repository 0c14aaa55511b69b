import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { renderSbom, type SbomModule, type SbomRequest } from '../../src/report/sbom'
import { hostileTexts } from './hostile'

const manifest = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')
const readSchema = (name: string): object =>
  JSON.parse(readFileSync(join(dirname(manifest), 'res', 'schema', name), 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats['default'](ajv)
// Formats that ajv-formats does not know; nothing of ours uses them.
for (const format of ['idn-email', 'iri-reference']) ajv.addFormat(format, true)
for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
  const file = `${name}.SNAPSHOT.schema.json`
  ajv.addSchema(readSchema(file), `http://cyclonedx.org/schema/${file}`)
}
const validate = ajv.compile(readSchema('bom-1.6.SNAPSHOT.schema.json'))
const errorsOf = (bom: unknown): string[] => {
  validate(bom)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

const aModule = (parts: Partial<SbomModule> = {}): SbomModule => ({
  path: 'github.com/BurntSushi/toml',
  version: 'v1.4.0',
  sum: 'h1:abc=',
  ...parts,
})
const aRequest = (parts: Partial<SbomRequest> = {}): SbomRequest => ({
  tool: { name: 'a-tool', version: '1.2.3' },
  binaryName: 'handler',
  binarySha256: '0'.repeat(64),
  goVersion: 'go1.26.1',
  main: { path: 'example.com/app', version: '(devel)', sum: '' },
  modules: [],
  settings: new Map(),
  ...parts,
})
const bomOf = (parts: Partial<SbomRequest> = {}) => JSON.parse(renderSbom(aRequest(parts)))
const libraryOf = (parts: Partial<SbomModule>) => bomOf({ modules: [aModule(parts)] }).components[1]

describe('the bill of materials', () => {
  it('is valid CycloneDX 1.6', () => {
    const bom = bomOf({ modules: [aModule()], settings: new Map([['GOOS', 'linux']]) })
    expect(errorsOf(bom)).toEqual([])
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
    expect(errorsOf({ ...bom, bomFormat: 'SPDX' })).toEqual([
      '/bomFormat must be equal to one of the allowed values',
    ])
  })

  it('is the same each time, and another one for another binary', () => {
    expect(renderSbom(aRequest())).toBe(renderSbom(aRequest()))
    expect(bomOf().serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(bomOf({ binarySha256: '1'.repeat(64) }).serialNumber).not.toBe(bomOf().serialNumber)
    expect(bomOf().metadata).not.toHaveProperty('timestamp')
    expect(bomOf().metadata.properties).toEqual([{ name: 'cdx:reproducible', value: 'true' }])
  })

  it('claims neither licences nor a graph that build info does not have', () => {
    const text = renderSbom(aRequest({ modules: [aModule()] }))
    expect(text).not.toMatch(/licen[cs]e|dependencies|dependsOn/i)
  })

  it('describes the binary with its commit', () => {
    const settings = new Map([
      ['GOOS', 'linux'],
      ['GOARCH', 'amd64'],
      ['CGO_ENABLED', '0'],
      ['-tags', 'netgo,osusergo'],
      ['-ldflags', '-X main.secret=1'],
      ['vcs', 'git'],
      ['vcs.revision', 'f00d'],
      ['vcs.time', '2026-03-04T05:06:07Z'],
      ['vcs.modified', 'false'],
    ])
    expect(bomOf({ settings }).metadata.component).toEqual({
      type: 'application',
      name: 'example.com/app',
      'bom-ref': 'binary',
      hashes: [{ alg: 'SHA-256', content: '0'.repeat(64) }],
      purl: 'pkg:golang/example.com/app',
      properties: [
        { name: 'cdx:gomod:binary:name', value: 'handler' },
        { name: 'cdx:gomod:build:env:GOVERSION', value: 'go1.26.1' },
        { name: 'cdx:gomod:build:env:GOOS', value: 'linux' },
        { name: 'cdx:gomod:build:env:GOARCH', value: 'amd64' },
        { name: 'cdx:gomod:build:env:CGO_ENABLED', value: '0' },
        { name: 'cdx:gomod:build:tag', value: 'netgo' },
        { name: 'cdx:gomod:build:tag', value: 'osusergo' },
        { name: 'go:vcs', value: 'git' },
        { name: 'go:vcs.revision', value: 'f00d' },
        { name: 'go:vcs.time', value: '2026-03-04T05:06:07Z' },
        { name: 'go:vcs.modified', value: 'false' },
      ],
    })
  })

  it('names the binary where there is no main module', () => {
    const { main: _main, ...request } = aRequest()
    const { component } = JSON.parse(renderSbom(request)).metadata
    expect(component.name).toBe('handler')
    expect(component).not.toHaveProperty('purl')
    expect(component).not.toHaveProperty('version')
  })

  it.each([
    ['go1.26.1', 'pkg:golang/stdlib@1.26.1'],
    ['go1.26.1 X:nocoverageredesign', 'pkg:golang/stdlib@1.26.1'],
    ['devel go1.27-abcdef', 'pkg:golang/stdlib'],
  ])('has the standard library of %s as %s', (goVersion, purl) => {
    expect(bomOf({ goVersion }).components[0]).toMatchObject({ name: 'stdlib', version: goVersion, purl })
  })
})

describe('a module', () => {
  it('has version, address and checksum', () => {
    expect(libraryOf({})).toEqual({
      type: 'library',
      name: 'github.com/BurntSushi/toml',
      version: 'v1.4.0',
      'bom-ref': 'pkg:golang/github.com/BurntSushi/toml@v1.4.0',
      purl: 'pkg:golang/github.com/BurntSushi/toml@v1.4.0',
      properties: [{ name: 'go:sum', value: 'h1:abc=' }],
    })
  })

  it('that is replaced by another one is that one', () => {
    const replacedBy = { path: 'example.com/fork', version: 'v2.0.0+incompatible', sum: 'h1:def=' }
    expect(libraryOf({ sum: '', replacedBy })).toMatchObject({
      name: 'example.com/fork',
      version: 'v2.0.0+incompatible',
      purl: 'pkg:golang/example.com/fork@v2.0.0%2Bincompatible',
      properties: [
        { name: 'go:sum', value: 'h1:def=' },
        { name: 'go:replaces', value: 'github.com/BurntSushi/toml@v1.4.0' },
        { name: 'go:replacement', value: 'example.com/fork@v2.0.0+incompatible' },
      ],
    })
  })

  it('that is replaced by a folder keeps its name and has no released version', () => {
    const library = libraryOf({ replacedBy: { path: '../toml', version: '', sum: '' } })
    expect(library).toMatchObject({
      name: 'github.com/BurntSushi/toml',
      purl: 'pkg:golang/github.com/BurntSushi/toml',
      properties: [
        { name: 'go:replaces', value: 'github.com/BurntSushi/toml@v1.4.0' },
        { name: 'go:replacement', value: '../toml' },
      ],
    })
    expect(library).not.toHaveProperty('version')
  })

  it('is listed once', () => {
    expect(bomOf({ modules: [aModule(), aModule()] }).components).toHaveLength(2)
  })
})

it.each(hostileTexts)('stays valid when a binary says: %s', (_, text) => {
  const module = aModule({ path: text, version: text, sum: text })
  const request = aRequest({
    binaryName: text,
    goVersion: text,
    main: module,
    modules: [module, { ...module, replacedBy: { path: text, version: '', sum: '' } }],
    settings: new Map([
      ['-tags', text],
      ['vcs.revision', text],
    ]),
  })
  const rendered = renderSbom(request)
  expect(errorsOf(JSON.parse(rendered))).toEqual([])
  expect(renderSbom(request)).toBe(rendered)
})
