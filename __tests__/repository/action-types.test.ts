/** action-types.yml says of which kind each input and output is (github-actions-typing); here it is held against the code. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/run-action'
import { clouds } from '../../src/inputs/cloud'
import { architectures, failLevels, modelChoices, rehearsalModes } from '../../src/inputs/inputs'

interface Kind {
  readonly type: string
  readonly 'allowed-values'?: readonly string[]
  readonly separator?: string
  readonly 'list-item'?: Kind
}
interface Declared {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
}
interface Typed {
  readonly inputs: Readonly<Record<string, Kind>>
  readonly outputs: Readonly<Record<string, Kind>>
}

const read = <T>(...path: string[]): T => parse(readFileSync(join(repositoryRoot, ...path), 'utf8'))

describe.each(['.', 'discover', 'overview'])('%s/action-types.yml', (folder) => {
  const declared = read<Declared>(folder, 'action.yml')
  const path = join(folder, 'action-types.yml')
  const typed = existsSync(join(repositoryRoot, path)) ? read<Typed>(path) : { inputs: {}, outputs: {} }

  it('types every input and output, and nothing else', () => {
    expect(Object.keys(typed.inputs)).toEqual(Object.keys(declared.inputs))
    expect(Object.keys(typed.outputs)).toEqual(Object.keys(declared.outputs))
  })

  it('uses kinds that the schema knows', () => {
    for (const kind of Object.values({ ...typed.inputs, ...typed.outputs })) {
      expect(['string', 'boolean', 'integer', 'float', 'list', 'enum']).toContain(kind.type)
      expect(kind['allowed-values'] !== undefined).toBe(kind.type === 'enum')
      expect(kind.separator !== undefined && kind['list-item'] !== undefined).toBe(kind.type === 'list')
    }
  })

  it('allows every default', () => {
    for (const [name, { default: value }] of Object.entries(declared.inputs)) {
      const kind = typed.inputs[name]
      if (value === undefined || kind === undefined) continue
      if (kind.type === 'boolean') expect(['true', 'false']).toContain(value)
      if (kind.type === 'integer') expect(value).toMatch(/^\d+$/)
      if (kind.type === 'enum') expect(kind['allowed-values']).toContain(value)
    }
  })
})

it('action-types.yml allows what the reader of the inputs allows', () => {
  const { inputs } = read<Typed>('action-types.yml')
  const allowed = Object.entries(inputs).flatMap(([name, kind]) =>
    kind['allowed-values'] === undefined ? [] : [[name, kind['allowed-values']]],
  )
  expect(Object.fromEntries(allowed)).toEqual({
    model: modelChoices,
    goarch: architectures,
    rehearse: rehearsalModes,
    cloud: clouds,
    'fail-on': failLevels,
  })
})
