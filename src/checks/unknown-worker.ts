/**
 * Go code for a language worker that Azure does not have: experiments of 2018 and later, for hosts that were set up with
 * a worker of their own.
 */
import { handlerSection } from '../functions/host-json/handler'
import { goCodeOf } from '../gosource/code'
import { workerModule } from '../gosource/native-worker'
import { placeOfOffset } from '../gosource/source'
import type { Check, Problem } from './check'
import type { Project } from './project'

export const unknownWorkerChecks: readonly Check[] = [
  { code: 'worker-unknown', severity: 'error', run: unknownWorker },
]

const workerPath = /^github\.com\/[^/]+\/azure-functions-go(?:lang)?-worker(?=\/|$)/i

// With a custom handler the module is a library like any other.
function unknownWorker(project: Project): readonly Problem[] {
  const { model, hostJson, configuration, go } = project
  if (model !== 'custom-handler' || hostJson.state !== 'parsed') return []
  if (handlerSection(configuration) !== undefined) return []
  for (const { path, text, imports, tokens } of goCodeOf(go).files) {
    const imported = imports.find((name) => workerPath.test(name) && !isNative(name))
    if (imported === undefined) continue
    const module = workerPath.exec(imported)?.[0] ?? imported
    const token = tokens().find((each) => each.kind === 'string' && each.text === imported)
    return [
      {
        message: `The Go code is written for the worker '${module}'. Azure does not have this worker.`,
        hint: 'Write the program as a custom handler: an HTTP server on the port in FUNCTIONS_CUSTOMHANDLER_PORT, and a host.json that names it. docs/first-function.md of this action shows the three files.',
        location: { file: path, ...(token === undefined ? {} : placeOfOffset(text, token.offset)) },
      },
    ]
  }
  return []
}

function isNative(path: string): boolean {
  return workerPath.exec(path)?.[0].toLowerCase() === workerModule
}
