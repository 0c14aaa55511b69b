/**
 * Holds the checks against the model of the host: where the model refuses an app, or finds nothing to run in it, the
 * checks must have an error. Apps are good ones with one or two edits, made from a seed.
 */
import { checkProject } from '../../src/checks'
import type { Project } from '../../src/checks/project'
import { readFunctionApp } from '../../src/functions/app'
import type { AppFiles } from '../../src/functions/app-files'
import { Dice, edit } from './edits'

type App = Parameters<typeof edit>[0]

export interface Disagreement {
  readonly seed: number
  readonly files: Readonly<Record<string, unknown>>
  /** What the model says. */
  readonly model: string
}

const http = (route?: string) => ({
  bindings: [
    {
      ...{ type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous', methods: ['get'] },
      ...(route === undefined ? {} : { route }),
    },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})

function goodApp(): App {
  const bundle = { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' }
  const files = {
    'host.json': {
      version: '2.0',
      extensionBundle: bundle,
      customHandler: {
        description: { defaultExecutablePath: 'handler', arguments: ['--quiet'] },
        enableForwardingHttpRequest: true,
      },
      logging: { logLevel: { default: 'Information' } },
    },
    'Hello/function.json': http('hello/{id?}'),
    'Tick/function.json': {
      bindings: [{ type: 'timerTrigger', direction: 'in', name: 'timer', schedule: '0 */5 * * * *' }],
    },
    'Work/function.json': {
      bindings: [{ type: 'queueTrigger', direction: 'in', name: 'item', queueName: 'work', connection: 'S' }],
      retry: { strategy: 'fixedDelay', maxRetryCount: 3, delayInterval: '00:00:05' },
    },
  }
  return new Map(Object.entries(structuredClone(files))) as unknown as App
}

/** The app of one seed: even seeds have one edit, odd ones two. */
export function appOf(seed: number): App {
  const dice = new Dice(seed)
  const files = goodApp()
  for (let count = 0; count <= seed % 2; count += 1) edit(files, dice)
  return files
}

/**
 * @param project any project, for everything but its files
 * @returns what the model refuses while the checks have no error; undefined where they agree
 */
export function compareSeed(project: Project, seed: number): Disagreement | undefined {
  const files = appOf(seed)
  const reader = readerOf(files)
  const app = readFunctionApp(reader)
  const asked: Project = {
    ...project,
    files: [...files.keys(), 'handler'].map((path) => ({ path, kind: 'file', sizeBytes: 1, mode: 0o755 })),
    ...{ app, reader, hostJson: app.hostJson.file, configuration: app.hostJson.configuration },
    functions: app.functions,
  }
  const [refusal] = app.refusals
  const left = app.hostFunctions.filter(({ errors }) => errors.length === 0)
  const model = refusal?.text ?? (left.length === 0 ? 'no valid function' : undefined)
  if (model === undefined) return undefined
  const isRed = checkProject(asked, { deliveredExecutable: 'handler' }).some(
    ({ severity }) => severity === 'error',
  )
  return isRed ? undefined : { seed, model, files: Object.fromEntries(files) }
}

function readerOf(files: App): AppFiles {
  const listed = [...files.keys(), 'handler'].map((path) => ({ path, kind: 'file' as const }))
  return {
    listed,
    read: (path) => (files.has(path) ? Buffer.from(JSON.stringify(files.get(path))) : undefined),
  }
}
