import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { severities } from '../../src/findings'
import { outcomes, stageNames, stageStates } from '../../src/report/run-report'
import { aGreenRun, aRedRun, runsOfEveryKind } from './a-report'
import { aFullReport } from './hostile'

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: true, allErrors: true })
formats['default'](ajv)
const validate = ajv.compile(schema)
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const errorsOf = (value: unknown): string[] => {
  validate(asJson(value))
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

/** Every object inside a value, with its path. */
function objectsIn(value: unknown, path = ''): [string, Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return []
  const own: [string, Record<string, unknown>][] = Array.isArray(value)
    ? []
    : [[path, value as Record<string, unknown>]]
  return [...own, ...Object.entries(value).flatMap(([key, item]) => objectsIn(item, `${path}/${key}`))]
}

describe('docs/report.schema.json', () => {
  it.each(runsOfEveryKind)('accepts a report of kind "%s"', (_, make) => {
    expect(errorsOf(make())).toEqual([])
  })

  it('accepts a report with every part', () => {
    expect(errorsOf(aFullReport())).toEqual([])
  })

  it('accepts no unknown property anywhere', () => {
    const places = objectsIn(asJson(aFullReport())).map(([path]) => path)
    expect(places.length).toBeGreaterThan(40)
    for (const place of places) {
      const copy = asJson(aFullReport())
      const target = objectsIn(copy).find(([path]) => path === place)?.[1]
      if (target === undefined) throw new Error(`no object at ${place}`)
      target['unknown'] = 1
      expect(errorsOf(copy), place).toEqual([`${place} must NOT have additional properties`])
    }
  })

  it.each<[string, object, string]>([
    ['another version', { schemaVersion: 2 }, '/schemaVersion must be equal to constant'],
    ['another outcome', { outcome: 'green' }, '/outcome must be equal to one of the allowed values'],
    ['a negative time', { elapsedMs: -1 }, '/elapsedMs must be >= 0'],
    ['a time that is no time', { startedAt: 'yesterday' }, '/startedAt must match format "date-time"'],
    ['no findings', { findings: undefined }, " must have required property 'findings'"],
  ])('refuses %s', (_, change, error) => {
    expect(errorsOf({ ...aGreenRun(), ...change })).toEqual([error])
  })

  it('has the same words as the code', () => {
    const { $defs, properties } = schema
    expect($defs.stage.properties.name.enum).toEqual(stageNames)
    expect($defs.stage.properties.state.enum).toEqual(stageStates)
    expect($defs.finding.properties.severity.enum).toEqual(severities)
    expect(properties.outcome.enum).toEqual(outcomes)
  })

  it('describes every property', () => {
    const bare = objectsIn(schema).flatMap(([path, node]) =>
      Object.entries((node['properties'] ?? {}) as Record<string, Record<string, unknown>>)
        .filter(([, property]) => property['description'] === undefined && property['$ref'] === undefined)
        .map(([name]) => `${path}/${name}`),
    )
    expect(bare).toEqual([])
    expect(Object.values(schema.$defs).every((part) => (part as { description?: string }).description)).toBe(
      true,
    )
  })

  it('knows every property that the reports of the tests have, and no other', () => {
    const seen = new Set(
      [aFullReport(), aRedRun()].flatMap((run) => objectsIn(asJson(run)).flatMap(([, o]) => Object.keys(o))),
    )
    const known = new Set(
      objectsIn(schema).flatMap(([, node]) => Object.keys((node['properties'] ?? {}) as object)),
    )
    expect([...known].filter((name) => !seen.has(name))).toEqual(['endLine', 'endColumn'])
    expect([...seen].filter((name) => !known.has(name))).toEqual([])
  })
})
