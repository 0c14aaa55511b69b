import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootRoutes, siteCalls } from '../../emulator/arm/routes'
import { issuerRoutes } from '../../emulator/entra/oidc-issuer'
import { entraRoutes } from '../../emulator/entra/routes'
import { flexRoutes } from '../../emulator/scm/flex'
import { kuduRoutes } from '../../emulator/scm/kudu'
import type { Route } from '../../emulator/server/route-table'
import { repositoryRoot } from '../../scripts/run-action'

// docs/emulator.md against the code: neither knows of more than the other.

const page = read('docs/emulator.md')

function read(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8')
}

/** The names in the first column of the tables after a text, up to the next heading. */
function namedAfter(text: string): readonly string[] {
  const from = page.indexOf(text)
  if (from === -1) throw new Error(`The page does not say '${text}'.`)
  const part = page.slice(from).split(/\n## /)[0] ?? ''
  return part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split(/(?<!\\)\|/)[1]?.match(/`[^`]+`/g) ?? [])
    .map((name) => name.slice(1, -1).replaceAll('\\|', '|'))
}

/** Fields of an interface that begin its lines. */
function fieldsOf(path: string, name: string): readonly string[] {
  const body = new RegExp(`export interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(read(path))?.[1] ?? ''
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map((match) => match[1] ?? '')
}

describe('docs/emulator.md', () => {
  it('names every call of the resource manager, and no other', () => {
    const calls = [
      ...rootRoutes.map(({ method, path }) => `${method} ${path}`),
      ...siteCalls.map(
        ({ method, path, slotOnly }) => `${method} S${slotOnly ? '/slots/{slot}' : ''}${path}`,
      ),
    ]
    expect([...namedAfter('## The calls of the resource manager')].sort()).toEqual(calls.sort())
  })

  it.each<[string, readonly Route[]]>([
    ['## The calls of an SCM site\n', kuduRoutes],
    ['## The calls of an SCM site on Flex Consumption', flexRoutes],
    ["## The calls of Entra ID, and of the job's token endpoint", [...entraRoutes, ...issuerRoutes]],
  ])('names every call below %s, and no other', (heading, routes) => {
    const calls = routes.map(({ method, path }) => `${method} ${path}`)
    expect(calls.length).toBeGreaterThan(5)
    expect([...namedAfter(heading)].sort()).toEqual(calls.sort())
  })

  it('names every knob of an app, and no other', () => {
    const knobs = [
      ...fieldsOf('emulator/server/faults.ts', 'AppFaults'),
      ...fieldsOf('emulator/server/life-faults.ts', 'LifeFaults'),
    ]
    expect(knobs.length).toBeGreaterThan(30)
    const named = namedAfter('`apps`: by `app`').filter((name) => /^\w+$/.test(name))
    expect([...named].sort()).toEqual(knobs.sort())
  })

  it('names every effect on a request', () => {
    const effects = [...read('emulator/server/faults.ts').matchAll(/readonly kind: '([\w-]+)'/g)].map(
      (each) => each[1],
    )
    expect(namedAfter('`requests`: `{')).toEqual(expect.arrayContaining(effects))
  })
})
