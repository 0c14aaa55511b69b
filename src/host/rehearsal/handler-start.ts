/** Starts a handler for the rehearsal, with the settings that it gets here and whatever tells about its end later. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { messageOf } from '../../errors'
import type { HostApp, HostHandler } from '../app'
import { resolveCommand } from '../process/command-line'
import { handlerEnvironment } from '../process/environment'
import { freePort } from '../process/free-port'
import { HandlerStartError, startHandler } from '../process/handler-process'
import { type Isolation, IsolationError } from '../process/isolation'
import type { EndedHandler } from './exit-finding'
import { type HostFinding, hostFinding } from './finding'
import type { HandlerOutput } from './handler-output'
import type { SourceFacts } from './source-facts'

export interface StartRequest {
  readonly app: HostApp
  readonly home: string
  readonly output: HandlerOutput
  readonly settings: Readonly<Record<string, string>>
  readonly source: SourceFacts | undefined
  readonly isolation: Pick<Isolation, 'way' | 'covered'> | undefined
}

export type StartedHandler = EndedHandler & { readonly port: number }

/** What every app has, and what harms nobody: a program that only looks whether it is there goes on. */
const harmlessSettings: Readonly<Record<string, string>> = {
  AzureWebJobsStorage: 'UseDevelopmentStorage=true',
  APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=00000000-0000-0000-0000-000000000000',
  APPINSIGHTS_INSTRUMENTATIONKEY: '00000000-0000-0000-0000-000000000000',
  WEBSITE_SITE_NAME: 'rehearsal',
  WEBSITE_HOSTNAME: 'localhost',
  WEBSITE_INSTANCE_ID: '0'.repeat(64),
}

/**
 * Starts the handler on a free port.
 *
 * @returns the handler; without one, the finding or the reason in one sentence
 */
export async function startForRehearsal(
  request: StartRequest,
): Promise<StartedHandler | { readonly finding: HostFinding } | { readonly note: string }> {
  const { app, home, output, settings, source } = request
  const { handler: description, folder } = app
  const printedBefore = output.count()
  if (description === undefined) return { note: 'Not started: host.json names no program.' }
  let port: number
  try {
    port = await freePort(description.port)
  } catch (thrown) {
    return { note: `Not started: ${messageOf(thrown)}` }
  }
  const environment = handlerEnvironment({
    port,
    workerId: randomUUID(),
    appRoot: folder,
    home,
    settings: { ...harmlessSettings, ...settings },
  })
  try {
    const isolation = request.isolation && { ...request.isolation, folder, home, port }
    const command = resolveCommand(description, folder, environment)
    const handler = await startHandler(command, environment, output.onLine, isolation)
    const givenNames = new Set(Object.keys(environment))
    const unsetNames = unsetNamesIn(description, givenNames)
    return {
      handler,
      port,
      output,
      printedBefore,
      appFolder: folder,
      source,
      givenNames,
      unsetNames,
      existsHere: existsSync,
    }
  } catch (thrown) {
    if (thrown instanceof IsolationError) return { note: `Not started: ${thrown.message}` }
    if (!(thrown instanceof HandlerStartError)) throw thrown
    return { finding: startFailure(thrown, folder) }
  }
}

function unsetNamesIn(description: HostHandler, given: ReadonlySet<string>): readonly string[] {
  const { executable, workerPath, workerArguments, arguments: own } = description
  const texts = [executable, workerPath, ...own, ...workerArguments]
  const names = texts.flatMap((text) => [...text.matchAll(/%([^%]{1,200})%/g)].map(([, name = '']) => name))
  return [...new Set(names)].filter((name) => !given.has(name))
}

function startFailure({ problem, message }: HandlerStartError, folder: string): HostFinding {
  const hints = {
    ENOENT:
      'customHandler.description.defaultExecutablePath must name a file in the package, and workingDirectory a folder in it.',
    EACCES: 'Pack the executable with mode 0755.',
    ENOEXEC: 'Build package main with GOOS=linux, for the architecture of the function app.',
  }
  // The temporary folder says nothing to the reader; in Azure it is this one.
  const shown = message.replaceAll(folder, '/home/site/wwwroot')
  return hostFinding('handler-start-failed', 'error', shown, hints[problem])
}
