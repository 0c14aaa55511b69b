import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import { projectCodes } from '../../src/checks/codes'
import { portVariableUnread } from '../../src/checks/program/port-variable'
import type { Project } from '../../src/checks/project'
import { goRoutesOf } from '../../src/gosource/routes'
import { cases, unmark } from '../checks/cases'
import type { Case } from '../checks/cases/case'
import { anApp, aProject } from '../checks/folder'
import { buildHandlerProgram } from '../host/handler-program'
import { compare, type Expectation, nothing } from './expectation'
import { observe } from './observation'
import { projectExpectations } from './project-expectations'

let program = ''
beforeAll(() => {
  program = buildHandlerProgram()
})
afterAll(() => rmSync(dirname(program), { recursive: true, force: true }))

const rows = cases.map((bad, index) => {
  const row = projectExpectations[bad.code]
  const ordinal = cases.slice(0, index).filter(({ code }) => code === bad.code).length
  const expectation = isList(row) ? row[ordinal] : row
  if (expectation === undefined) throw new Error(`bad project ${index} of ${bad.code} has no expectation`)
  const reason = 'reason' in expectation ? `: ${expectation.reason}` : ''
  return { name: `${index} ${bad.code}: ${expectation.kind}${reason}`, bad, expectation }
})

function isList(row: Expectation | readonly Expectation[]): row is readonly Expectation[] {
  return Array.isArray(row)
}

describe
  .runIf(process.platform === 'linux')
  .concurrent('what is predicted is what the host does (needs Linux)', () => {
    it('for the good app, of which nothing is predicted', async () => {
      const project = await aProject(anApp())
      expect(checkProject(project)).toEqual([])
      const seen = await observe(program, packaged(project, { files: {} }))
      compare(seen, nothing('it is good'))
      expect(seen).toMatchObject({ listed: ['Hello'], statuses: { Hello: 200 } })
    })

    it.for(rows.filter(({ expectation }) => expectation.kind !== 'elsewhere'))(
      '$name',
      async ({ bad, expectation }) => {
        const project = await aProject(anApp(unmark(bad.files).files), bad.request)
        expect(checkProject(project, bad.context).map(({ code }) => code)).toContain(bad.code)
        const release = await heldPort(bad)
        try {
          compare(await observe(program, packaged(project, bad)), expectation)
        } finally {
          release()
        }
      },
    )

    it.each([
      ['port-variable-unread', ':8080', 'other-port'],
      ['port-variable-legacy', ':"+os.Getenv("FUNCTIONS_HTTPWORKER_PORT")+"', 'legacy-port'],
    ] as const)('%s', async (code, address, mode) => {
      const source = `package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("${address}", nil)\n}\n`
      const files = {
        'host.json': JSON.stringify({
          version: '2.0',
          customHandler: {
            description: { defaultExecutablePath: 'handler', arguments: [mode] },
            enableForwardingHttpRequest: true,
          },
        }),
        'hello/function.json': anApp()['Hello/function.json'],
        'Hello/function.json': undefined,
        'main.go': source,
      }
      const project = await aProject(anApp(files))
      expect(portVariableUnread(project, undefined)?.code).toBe(code)
      const app = { ...packaged(project, { files }), files: anApp(files), readinessTimeoutMs: 300 }
      const expectation = projectExpectations[code]
      if (isList(expectation)) throw new Error('one app, one expectation')
      compare(await observe(program, app), expectation)
    })
  })

describe('the table of expectations', () => {
  it('has a row for every code, and a list only where it fits the bad projects', () => {
    expect(Object.keys(projectExpectations).sort()).toEqual(Object.keys(projectCodes).sort())
    for (const [code, row] of Object.entries(projectExpectations)) {
      if (isList(row))
        expect([code, row.length]).toEqual([code, cases.filter((bad) => bad.code === code).length])
    }
  })

  it('lets an error be invisible only where the host is not asked, or for a reason', () => {
    const silent = cases.filter(({ code, severity }, index) => {
      return severity === 'error' && rows[index]?.expectation.kind === 'nothing' && code.length > 0
    })
    // Of a hidden route the requests are answered, but by another function.
    expect([...new Set(silent.map(({ code }) => code))]).toEqual(['executable-is-script', 'route-shadowed'])
  })
})

/** The package that the action would make of a bad project, with a program that knows the routes of its Go code. */
function packaged(project: Project, { files, context = {}, request = {}, code }: Partial<Case>) {
  const { plan, workerRuntime, settingNames = [], deliveredExecutable } = context
  const routes = code === 'http-output-missing' ? undefined : goRoutesOf(project.go)
  // A handler without source here, written for the forwarding that its author asked for.
  const fallback = code === 'forwarding-no-value' ? '/api/Hello' : '*'
  const paths = routes?.patterns.map(({ text }) => text.split(' ').at(-1) ?? '') ?? [fallback]
  // Elsewhere the good app's name shows what the host makes of a wrong one.
  const named = code === 'executable-name-windows' ? project.executable : 'handler'
  const settings = Object.fromEntries(settingNames.map((name) => [name, 'value']))
  return {
    files: { ...anApp(unmark(files ?? {}).files), 'routes.txt': paths.join('\n') },
    executable: deliveredExecutable ?? (request.executableInput || named),
    settings:
      workerRuntime === undefined ? settings : { ...settings, FUNCTIONS_WORKER_RUNTIME: workerRuntime },
    ...(plan === undefined ? {} : { profile: plan }),
  }
}

/** Holds the port that a project fixes, as the handler that is being replaced does; someone else may hold it. */
async function heldPort({ code, message }: Case): Promise<() => void> {
  const port = code === 'handler-port-fixed' ? /fixes port (\d+)/.exec(message)?.[1] : undefined
  if (port === undefined) return () => {}
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.once('error', () => resolve())
    server.listen(Number(port), '127.0.0.1', () => resolve())
  })
  return () => server.close()
}
