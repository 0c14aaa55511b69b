/**
 * What the app is like before the upload, so that it can be told from what comes after it. Read beside other work,
 * with whatever is there by the time the upload begins; it changes nothing and is never an error.
 */
import { type ActivePackage, readActivePackage } from '../deploy'
import type { Session } from '../sign-in'
import { type ListedFunction, listFunctions, type Site } from '../site'
import { appUrlOf, callApp } from './call'
import { type PackagedFunction, planCalls } from './call-target'
import { type Before, printOf } from './fresh'
import { readHostStatus } from './host-status'
import type { Sighting } from './processes'

export interface Remembering {
  /** What is known by now, or a moment later; undefined when it is nothing. */
  finish(): Promise<Before | undefined>
  /** Nothing is deployed. */
  stop(): void
}

export interface RememberRequest {
  /** Of the package: what is called after the upload is called before it, if it needs no key. */
  readonly functions: readonly PackagedFunction[]
  readonly verifyPath: string
  readonly callsFunctions: boolean
  readonly signal: AbortSignal
}

// Several instances take turns.
const statusReads = 3
// Answers with a time in them differ by then.
const betweenAnswersMs = 1100
const graceMs = 2000
const longestMs = 60_000

/** Begins to read. */
export function rememberBefore(session: Session, site: Site, request: RememberRequest): Remembering {
  const stopping = new AbortController()
  const signal = AbortSignal.any([request.signal, stopping.signal])
  const known: {
    sightings: Sighting[]
    functions?: readonly ListedFunction[]
    answers: Map<string, string>
    active?: ActivePackage
  } = { sightings: [], answers: new Map() }
  const parts = [
    ...Array.from({ length: statusReads }, async () => {
      const { process } = await readHostStatus(session, site, signal)
      if (process !== undefined) known.sightings.push(process)
    }),
    (async () => {
      const { functions, cut } = await listFunctions(session, site, signal)
      if (cut === '') known.functions = functions.filter(({ name }) => name.toLowerCase() !== 'warmup')
    })(),
    (async () => {
      known.active = await readActivePackage(session, site, signal)
    })(),
    ...pathsOf(request).map(async (path) => {
      const print = await stablePrint(session, appUrlOf(site, path), signal)
      if (print !== undefined) known.answers.set(path, print)
    }),
  ]
  const all = Promise.allSettled(parts)
  return {
    async finish() {
      const grace = session.clock.sleep(graceMs, request.signal).catch(() => undefined)
      await Promise.race([all, grace])
      stopping.abort(new Error('the upload begins'))
      if (known.sightings.length === 0 && known.functions === undefined && known.active === undefined)
        return undefined
      const active = known.active ?? { deploymentId: '', sha256: '', problem: 'it was not read in time' }
      return {
        sightings: [...known.sightings],
        functions: known.functions,
        answers: new Map(known.answers),
        active,
      }
    },
    stop: () => stopping.abort(new Error('nothing is deployed')),
  }
}

function pathsOf({ functions, verifyPath, callsFunctions }: RememberRequest): readonly string[] {
  const { targets } = planCalls(functions, [], [], { callsFunctions, fetchesKeys: false })
  const paths = targets.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return [...new Set(verifyPath === '' ? paths : [verifyPath, ...paths])]
}

// An answer that differs by itself proves nothing when it differs later.
async function stablePrint(session: Session, url: string, signal: AbortSignal): Promise<string | undefined> {
  const ask = async (): Promise<string | undefined> => {
    const deadline = session.clock.now() + longestMs
    const answer = await callApp(session, { method: 'GET', url, deadline, signal })
    return answer.status === 0 || answer.status >= 500 ? undefined : printOf(answer)
  }
  const first = await ask()
  if (first === undefined) return undefined
  await session.clock.sleep(betweenAnswersMs, signal)
  return (await ask()) === first ? first : undefined
}
