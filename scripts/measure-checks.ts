/**
 * Measures how long a project of 200 functions takes to read and to check. Prints figures; judges nothing.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkProject } from '../src/checks'
import { readProject } from '../src/checks/read-project'

const functionCount = 200
const rounds = 9

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'measure-checks-')))
try {
  writeProject()
  const [first, ...warm] = await measure(rounds + 1)
  if (first === undefined) throw new Error('nothing was measured')
  print('cold', first)
  print(`median of ${rounds}`, {
    readMs: median(warm.map(({ readMs }) => readMs)),
    checkMs: median(warm.map(({ checkMs }) => checkMs)),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Round {
  readonly readMs: number
  readonly checkMs: number
}

async function measure(count: number): Promise<Round[]> {
  const measured: Round[] = []
  while (measured.length < count) {
    const startMs = performance.now()
    const project = readProject({ projectFolder: folder, repositoryRoot: folder, executableInput: '' })
    const readMs = performance.now() - startMs
    const findings = checkProject(project)
    measured.push({ readMs, checkMs: performance.now() - startMs - readMs })
    // A project with findings would be another measurement.
    if (findings.length > 0 || project.functions.length !== functionCount) {
      throw new Error(`the project is not what it should be: ${JSON.stringify(findings[0])}`)
    }
  }
  return measured
}

/** HTTP functions, timers and queues in turn, and a handler that registers all of them in ten files. */
function writeProject(): void {
  const registrations: string[] = []
  write('go.mod', 'module example.com/measured\n\ngo 1.22\n')
  write(
    'host.json',
    JSON.stringify({
      version: '2.0',
      extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
      customHandler: {
        description: { defaultExecutablePath: 'handler' },
        enableForwardingHttpRequest: true,
      },
    }),
  )
  for (let index = 0; index < functionCount; index += 1) {
    const name = `Function${index}`
    const { bindings, path } = functionOf(index, name)
    write(`${name}/function.json`, JSON.stringify({ bindings }, null, 2))
    registrations.push(`\thttp.HandleFunc("${path}", func(w http.ResponseWriter, r *http.Request) {})`)
  }
  for (let file = 0; file < 10; file += 1) {
    const lines = registrations.slice(file * 20, file * 20 + 20).join('\n')
    write(`routes${file}.go`, `package main\n\nimport "net/http"\n\nfunc register${file}() {\n${lines}\n}\n`)
  }
  const calls = Array.from({ length: 10 }, (_, file) => `\tregister${file}()`).join('\n')
  write(
    'main.go',
    `package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n${calls}\n\thttp.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)\n}\n`,
  )
}

function functionOf(index: number, name: string): { readonly bindings: object[]; readonly path: string } {
  if (index % 4 === 2) {
    const timer = {
      type: 'timerTrigger',
      direction: 'in',
      name: 'timer',
      schedule: `0 ${index % 60} * * * *`,
    }
    return { bindings: [timer], path: `/${name}` }
  }
  if (index % 4 === 3) {
    const queue = { type: 'queueTrigger', direction: 'in', name: 'item', queueName: `work-${index}` }
    return { bindings: [queue], path: `/${name}` }
  }
  const route = `items${index}`
  const request = { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'function', route }
  return { bindings: [request, { type: 'http', direction: 'out', name: 'res' }], path: `/api/${route}` }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function print(title: string, { readMs, checkMs }: Round): void {
  const total = (readMs + checkMs).toFixed(1)
  process.stdout.write(
    `${functionCount} functions, ${title}: read ${readMs.toFixed(1)} ms, check ${checkMs.toFixed(1)} ms, together ${total} ms\n`,
  )
}
