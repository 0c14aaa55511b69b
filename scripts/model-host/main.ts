/**
 * Our model of the Functions host as a program that stands where the host's own stands: the same variables, keys,
 * port, pages and console, and it ends as the host ends. What the host does is in `src/host`; this only serves it.
 */
import { statSync } from 'node:fs'
import { effectiveRoute } from '../../src/functions/routes/route'
import { type FunctionsHost, startFunctionsHost } from '../../src/host/functions-host'
import { answerRequest, type HostSite } from '../../src/host/host-pages'
import { consoleLog } from './console-log'
import { readHostEnvironment } from './host-environment'
import { readKeys } from './key-files'
import { watchPackage } from './package-watch'
import { servePublicly } from './public-port'

const environment = readHostEnvironment(process.env)
const { folder, port, address, settings } = environment
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  process.stderr.write(`AzureWebJobsScriptRoot is '${folder}', and there is no such folder.\n`)
  process.exit(1)
}
const log = consoleLog(environment.hasConsole)
const startedAtMs = Date.now()
const origin = `http://localhost:${port}`
let isEnding = false
let unwatch = (): void => {}
let host = launch()

function launch(): FunctionsHost {
  const started = startFunctionsHost({
    ...{ folder, settings, origin, log },
    profile: environment.plan,
    home: environment.home,
    hasAllSettings: true,
  })
  const onEnded = (): void => {
    if (started === host) end(0)
  }
  // The process whose package nobody can run for long ends by itself; what runs it decides what comes next.
  if (started.ended.aborted) setImmediate(onEnded)
  else started.ended.addEventListener('abort', onEnded, { once: true })
  logRoutes(started)
  unwatch()
  unwatch = watchPackage(
    folder,
    started.functions.map(({ name }) => name),
    reload,
  )
  return started
}

function logRoutes({ app, state }: FunctionsHost): void {
  if (state !== 'Running') return
  const mapped = app.routes.entries.map(({ function: { name, route = '', methods } }) => {
    const template = `${app.routePrefix}/${effectiveRoute(name, route)}`
    return `Mapped function route '${template}' [${methods?.join(',') ?? 'all'}] to '${name}'`
  })
  log.write('information', ['Initializing function HTTP routes', ...mapped].join('\n'))
}

/** The same process reads its package anew. */
function reload(): void {
  if (isEnding) return
  const old = host
  host = launch()
  void old.stop()
}

function site(): HostSite {
  return {
    ...{ host, settings, origin, restart: reload },
    keys: readKeys(
      environment.secretsFolder,
      host.functions.map(({ name }) => name),
    ),
    identity: { id: environment.hostId, instanceId: '', startedAtMs },
  }
}

const server = servePublicly((request) => answerRequest(site(), request))
server.on('error', (error) => {
  process.stderr.write(`Failed to bind to address http://${address}:${port}: ${error.message}\n`)
  end(1)
})
server.listen(port, address, () => log.write('information', `Now listening on: http://${address}:${port}`))

function end(code: number): void {
  if (isEnding) return
  isEnding = true
  unwatch()
  server.close()
  server.closeAllConnections()
  void host.stop().finally(() => process.exit(code))
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(0))
