/** Starts the attacker as the rehearsal starts a handler, and asks it. Also a program: the action's stand-in. */
import { mkdirSync } from 'node:fs'
import { handlerEnvironment } from '../../../src/host/process/environment'
import { freePort } from '../../../src/host/process/free-port'
import { type HandlerProcess, startHandler } from '../../../src/host/process/handler-process'
import type { IsolationWay } from '../../../src/host/process/isolation'
import { waitUntilReady } from '../../../src/host/readiness'

export interface StartedAttacker {
  readonly handler: HandlerProcess
  readonly environment: Readonly<Record<string, string>>
  /** From the call to the first answer. */
  readonly elapsedMs: number
  ask(path: string): Promise<string>
}

/**
 * @param app folder of the package
 * @param home the handler's `/home`
 * @param way undefined starts it in the open
 * @returns the handler, ready to answer
 */
export async function startAttacker(
  app: string,
  home: string,
  way: IsolationWay | undefined,
): Promise<StartedAttacker> {
  mkdirSync(home, { recursive: true })
  const port = await freePort()
  const environment = handlerEnvironment({
    port,
    workerId: `attacker-${port}-${Date.now()}`,
    appRoot: app,
    home,
  })
  const program = `${app}/handler`
  const command = { fileName: program, program, arguments: [], workingDirectory: app }
  const isolation = way && { way, folder: app, home, covered: [], port }
  const startedAt = performance.now()
  const handler = await startHandler(command, environment, undefined, isolation)
  const readiness = await waitUntilReady({ port, handler, timeoutMs: 20_000 })
  const elapsedMs = performance.now() - startedAt
  if (readiness.kind !== 'ready') {
    const words = handler.lastErrors(5).join('\n')
    await handler.kill()
    throw new Error(`${readiness.kind}: ${words}`)
  }
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  return { handler, environment, elapsedMs, ask }
}
