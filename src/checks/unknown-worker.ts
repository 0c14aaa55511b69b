/**
 * Go code for a language worker that Azure does not have: experiments of 2018 and later, for hosts that were set up with
 * a worker of their own. What it is, is said by the finding about what host.json lacks.
 */
import { goCodeOf } from '../gosource/code'
import { workerModule } from '../gosource/native-worker'
import type { Project } from './project'

const workerPath = /^github\.com\/[^/]+\/azure-functions-go(?:lang)?-worker(?=\/|$)/i

/** @returns a sentence with the module's name, after a space; empty when no file imports such a worker */
export function unknownWorkerSentence({ go }: Project): string {
  for (const path of goCodeOf(go).foreignImports) {
    const module = workerPath.exec(path)?.[0]
    if (module !== undefined && module.toLowerCase() !== workerModule)
      return ` The Go code is written for the worker '${module}', which Azure does not have.`
  }
  return ''
}
