import { describe, expect, it } from 'vitest'
import { readRows } from '../../../scripts/truth/rows'
import { buildRouteTable, findFunction } from '../../../src/functions/routes/route-table'
import { samplePath } from '../../../src/functions/routes/sample-path'

interface Row {
  readonly id: string
  readonly files: Readonly<Record<string, string>>
  readonly host: {
    readonly errors?: readonly string[]
    readonly functionErrors?: Readonly<Record<string, readonly string[]>>
    readonly answers?: readonly { readonly request: string; readonly status: number }[]
  }
}

interface WrittenTrigger {
  readonly type: string
  readonly route?: string
  readonly methods?: readonly string[]
}

function tableOf({ files }: Row) {
  const hostJson = JSON.parse(files['host.json'] ?? '{}')
  const functions = Object.entries(files).flatMap(([path, text]) => {
    if (!path.endsWith('/function.json')) return []
    const bindings: readonly WrittenTrigger[] = JSON.parse(text).bindings
    const trigger = bindings.find(({ type }) => type === 'httpTrigger')
    return [
      { name: path.split('/')[0] ?? '', route: trigger && (trigger.route ?? ''), methods: trigger?.methods },
    ]
  })
  return buildRouteTable(functions, hostJson.extensions?.http?.routePrefix ?? 'api')
}

describe('routes that the host was started with', () => {
  const rows = readRows('routes-start') as readonly unknown[] as readonly Row[]
  it.each(rows.map((row) => ({ id: row.id, row })))('$id: the same words and answers', ({ row }) => {
    const table = tableOf(row)
    const { errors = [], functionErrors = {}, answers = [] } = row.host
    expect(table.hostError).toBe(errors[0])
    expect(
      Object.fromEntries(table.problems.map(({ function: { name }, message }) => [name, [message]])),
    ).toEqual(functionErrors)
    for (const { request, status } of answers) {
      const [method = '', path = ''] = request.split(' ')
      expect(`${request} ${findFunction(table, method, path) ? 200 : 404}`).toBe(`${request} ${status}`)
    }
    for (const entry of table.entries) {
      const sample = samplePath(entry.route)
      expect(findFunction(table, entry.function.methods?.[0] ?? 'GET', sample?.path ?? '')).toBeDefined()
    }
  })
})
