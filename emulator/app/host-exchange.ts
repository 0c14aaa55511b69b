/**
 * One request to the process of one host: its own pages, its keys and its functions are those of the host model. It
 * chooses no instance.
 */
import { publicPath } from '../../src/functions/routes/route'
import { switchingSetting } from '../../src/functions/switched-off'
import { answerRequest } from '../../src/host/host-pages'
import type { WebRequest } from '../server/service'
import type { HostProcess } from './host-instance'
import { keysOf } from './host-keys'
import type { HostReply, Publication } from './publication'
import type { App } from './state'

/** @returns what the process answers, or that it ended before */
export async function askProcess(
  { host, instanceId, startedAtMs, restart }: HostProcess,
  app: App,
  request: WebRequest,
): Promise<HostReply> {
  const site = {
    host,
    keys: keysOf(
      app,
      host.functions.map(({ name }) => name),
    ),
    identity: { id: app.key.replace('/', '-').slice(0, 32).toLowerCase(), instanceId, startedAtMs },
    settings: app.settings,
    origin: `https://${app.host}`,
    restart,
  }
  const { method, target: path, headers, body } = request
  const answer = await answerRequest(site, { method, path, headers, body })
  if (answer === undefined) return 'broken'
  return { status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) }
}

/** What the process would publish: its admin list, those in error and those switched off too. */
export function publicationOf({ host }: HostProcess, app: App): Publication {
  return {
    isInError: host.state !== 'Running',
    functions: host.functions
      .filter(({ isListed }) => isListed)
      .map(({ name, bindings, route }) => ({
        name,
        bindings: bindings.map((binding) => ({ ...binding })),
        isDisabled: switchingSetting(name, app.settings) !== undefined,
        ...(route === undefined ? {} : { urlPath: publicPath(host.app.routePrefix, route) }),
      })),
  }
}
