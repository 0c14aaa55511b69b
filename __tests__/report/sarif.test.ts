import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import * as library from 'node-sarif-builder'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings'
import { renderSarif, type SarifRequest } from '../../src/report/sarif'
import { codeDescriptions } from '../../src/stages/code-descriptions'
import { aFinding } from './a-report'
import { hostileTexts } from './hostile'

// The published schema says draft 4, of which it uses only `id`: everything else means the same in draft 7.
const schemaPath = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
)
const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(schemaPath, 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats['default'](ajv)
const validate = ajv.compile(schema)
const errorsOf = (log: unknown): string[] => {
  validate(log)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

const page = 'https://github.com/octo/action/blob/v1/docs/findings.md'
const aRequest = (parts: Partial<SarifRequest> = {}): SarifRequest => ({
  tool: { name: 'a-tool', version: '1.2.3', findingsPage: page, homePage: 'https://github.com/octo/action' },
  findings: [],
  ignored: [],
  descriptions: codeDescriptions,
  defaultFile: 'api/host.json',
  ...parts,
})
const logOf = (parts: Partial<SarifRequest>) => JSON.parse(renderSarif(aRequest(parts), library))
const runOf = (parts: Partial<SarifRequest>) => logOf(parts).runs[0]
const resultOf = (parts: Partial<Finding>) => runOf({ findings: [aFinding(parts)] }).results[0]
const fingerprintOf = (parts: Partial<Finding>): string =>
  resultOf(parts).partialFingerprints['findingHash/v1']

describe('the log', () => {
  it('is valid without any finding, and names the tool', () => {
    const log = logOf({})
    expect(errorsOf(log)).toEqual([])
    expect(log.version).toBe('2.1.0')
    expect(log.runs[0].results).toEqual([])
    expect(log.runs[0].tool.driver).toMatchObject({
      name: 'a-tool',
      version: '1.2.3',
      informationUri: 'https://github.com/octo/action',
    })
  })

  it('is valid with a finding of every code', () => {
    const findings = Object.entries(codeDescriptions).map(([code, { severity }], index) =>
      aFinding({ code, severity, location: { file: `f ${index % 7}.go`, line: index + 1, column: 2 } }),
    )
    const log = logOf({ findings, ignored: findings.slice(0, 3) })
    expect(errorsOf(log)).toEqual([])
    const { rules } = log.runs[0].tool.driver
    expect(rules).toHaveLength(findings.length)
    expect(log.runs[0].artifacts).toHaveLength(7)
    for (const { ruleId, ruleIndex, locations } of log.runs[0].results) {
      expect(rules[ruleIndex].id).toBe(ruleId)
      const { index, ...place } = locations[0].physicalLocation.artifactLocation
      expect(log.runs[0].artifacts[index].location).toEqual(place)
    }
    for (const { shortDescription, fullDescription, help, name } of rules) {
      for (const text of [shortDescription.text, fullDescription.text]) expect(text.length).toBeLessThan(1025)
      expect(help.markdown).toContain('**How to fix it.**')
      expect(name).toMatch(/^[A-Z][A-Za-z0-9]+$/)
    }
  })

  it('is what the schema check would refuse when it were wrong', () => {
    const log = logOf({ findings: [aFinding()] })
    log.runs[0].results[0].level = 'notice'
    expect(errorsOf(log)).toEqual(['/runs/0/results/0/level must be equal to one of the allowed values'])
  })

  it('leaves out addresses that are not known', () => {
    const tool = { name: 'a-tool', version: '1', findingsPage: undefined, homePage: undefined }
    const { driver } = runOf({ tool, findings: [aFinding()] }).tool
    expect(driver).not.toHaveProperty('informationUri')
    expect(driver.rules[0]).not.toHaveProperty('helpUri')
  })
})

describe('a rule', () => {
  it('says what the page of findings says', () => {
    const [rule] = runOf({ findings: [aFinding()] }).tool.driver.rules
    expect(rule).toMatchObject({
      id: 'elf-interpreter',
      name: 'ElfInterpreter',
      shortDescription: { text: codeDescriptions['elf-interpreter']?.title },
      fullDescription: { text: codeDescriptions['elf-interpreter']?.wrong },
      helpUri: `${page}#elf-interpreter`,
      defaultConfiguration: { level: 'error' },
      properties: { 'problem.severity': 'error' },
    })
    expect(rule.help.text).toContain(codeDescriptions['elf-interpreter']?.fix)
  })

  it('is made from the code when nothing describes it', () => {
    const log = logOf({ findings: [aFinding({ code: 'no-such-code', severity: 'notice' })] })
    expect(errorsOf(log)).toEqual([])
    expect(log.runs[0].tool.driver.rules[0]).toMatchObject({
      name: 'NoSuchCode',
      shortDescription: { text: 'No such code' },
      defaultConfiguration: { level: 'note' },
    })
  })
})

describe('a result', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['notice', 'note'],
  ] as const)('of severity %s has level %s', (severity, level) => {
    expect(resultOf({ severity }).level).toBe(level)
  })

  it('is not suppressed, unless it is ignored', () => {
    const { results } = runOf({ findings: [aFinding()], ignored: [aFinding({ code: 'elf-needed-library' })] })
    expect(results[0].suppressions).toBeUndefined()
    expect(results[1].suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }])
  })

  const line1 = { startLine: 1 }
  it.each<[string, Finding['location'], string, object]>([
    ['nowhere', undefined, 'api/host.json', line1],
    ['in a file', { file: 'a/b.go' }, 'a/b.go', line1],
    ['on a line', { file: 'b.go', line: 3 }, 'b.go', { startLine: 3 }],
    ['at a column', { file: 'b.go', line: 3, column: 4 }, 'b.go', { startLine: 3, startColumn: 4 }],
    [
      'in a range on one line',
      { file: 'b.go', line: 3, column: 4, endLine: 3, endColumn: 9 },
      'b.go',
      { startLine: 3, startColumn: 4, endColumn: 9 },
    ],
    [
      'in a range of lines',
      { file: 'b.go', line: 3, column: 4, endLine: 5, endColumn: 1 },
      'b.go',
      { startLine: 3, startColumn: 4, endLine: 5, endColumn: 1 },
    ],
    [
      'in a range that ends before it begins',
      { file: 'b.go', line: 3, column: 4, endLine: 2, endColumn: 1 },
      'b.go',
      { startLine: 3, startColumn: 4 },
    ],
    ['on line 0', { file: 'b.go', line: 0, column: 0 }, 'b.go', line1],
    ['with a fraction', { file: 'b.go', line: 1.5, column: Number.NaN }, 'b.go', line1],
    ['in a name that needs escaping', { file: 'a b/ä#?%.go' }, 'a%20b/%C3%A4%23%3F%25.go', line1],
    ['in a name like a scheme', { file: 'javascript:alert(1)' }, 'javascript%3Aalert(1)', line1],
    ['in half a surrogate pair', { file: '\ud800.go' }, '%EF%BF%BD.go', line1],
    ['outside the repository', { file: '../x.go', line: 9 }, 'api/host.json', line1],
    ['in an absolute path', { file: '/etc/passwd', line: 9 }, 'api/host.json', line1],
    ['on a drive', { file: 'C:/x.go', line: 9 }, 'api/host.json', line1],
    ['in the root folder', { file: '.' }, 'api/host.json', line1],
  ])('%s', (_, location, uri, region) => {
    const log = logOf({ findings: [aFinding(location === undefined ? {} : { location })] })
    expect(errorsOf(log)).toEqual([])
    expect(log.runs[0].results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%', index: 0 }, region } },
    ])
  })

  it('says a place that cannot be shown', () => {
    const text = resultOf({ message: 'm', hint: 'h', location: { file: '/etc/passwd' } }).message.text
    expect(text).toBe('/etc/passwd: m\nh')
  })

  it.each([
    ["the range '[4.*, 5.0.0)' stays", "the range '[4.*, 5.0.0)' stays"],
    ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
    ['\\[x](https://evil.example)', '\\\\\\[x\\](https://evil.example)'],
    ["the route 'items/{id}'", "the route 'items/{id}'"],
    ['SARIF_BUILDER_INVALID', 'SARIF_BUILDER_INVALID'],
    ['\u001b[31mred\u202e', '␛[31mred[U+202E]'],
    ['', '(no message)'],
  ])('shows %j as %j', (message, text) => {
    expect(resultOf({ message, hint: '' }).message).toEqual({ text })
  })
})

describe('hostile text', () => {
  it.each(hostileTexts)('%s stays text', (_, text) => {
    const finding = aFinding({ message: text, hint: text, location: { file: text, line: 1 } })
    const log = logOf({ findings: [finding], ignored: [finding] })
    expect(errorsOf(log)).toEqual([])
    for (const { message } of log.runs[0].results) {
      expect(message.markdown).toBeUndefined()
      expect(message.text).not.toMatch(/(?<!\\)\]\(/)
      expect(message.text.length).toBeLessThan(10_000)
    }
  })
})

describe('the fingerprint', () => {
  const base: Partial<Finding> = {
    message: "took 31 ms at line 7 of 'v1'",
    location: { file: 'a.go', line: 7 },
  }

  it.each<[string, Partial<Finding>]>([
    ['another line', { location: { file: 'a.go', line: 90, column: 3 } }],
    ['another number in the message', { message: "took 1250 ms at line 90 of 'v1'" }],
    ['other blanks', { message: "took 31 ms\n  at line 7 of 'v1'" }],
    ['another hint', { hint: 'other' }],
    ['another severity', { severity: 'notice' }],
  ])('stays with %s', (_, change) => {
    expect(fingerprintOf({ ...base, ...change })).toBe(fingerprintOf(base))
  })

  it.each<[string, Partial<Finding>]>([
    ['code', { code: 'elf-class' }],
    ['file', { location: { file: 'b.go', line: 7 } }],
    ['quoted value', { message: "took 31 ms at line 7 of 'v2'" }],
  ])('changes with the %s', (_, change) => {
    expect(fingerprintOf({ ...base, ...change })).not.toBe(fingerprintOf(base))
  })
})
