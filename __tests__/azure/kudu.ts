/**
 * A deployment server for tests: a list of records, and for each look at them what the test wants.
 */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Deployment, type DeployRequest, deployPackage } from '../../src/azure/deploy/deployment'
import type { Session } from '../../src/azure/sign-in/session'
import type { Site } from '../../src/azure/site/site'
import { openFile } from '../../src/files/opened-file'
import { type Answer, aSession, aSite, keepingLog, type LoopbackServer, type SeenRequest } from './loopback'

export interface KuduScript {
  /** Answers the upload. */
  post: (request: SeenRequest, count: number) => Answer
  /** Answers `GET /api/deployments`. */
  list?: (count: number) => Answer
  /** Answers `GET /api/deployments/{id}`. */
  one?: (id: string, count: number) => Answer
  /** Answers the log of a deployment and its details. */
  log?: (path: string) => Answer
}

export interface Kudu {
  readonly uploads: SeenRequest[]
  /** The unique part of the message of an upload. */
  tokenOf(index: number): string
}

/** Plays a script on a server. */
export function playKudu(server: LoopbackServer, script: KuduScript): Kudu {
  const uploads: SeenRequest[] = []
  const counts = { list: 0, one: 0 }
  server.handler = (request) => {
    if (request.method === 'POST' && /^\/api\/(publish|zipdeploy)$/.test(request.path)) {
      uploads.push(request)
      return script.post(request, uploads.length)
    }
    if (request.path.includes('/log')) return script.log?.(request.path) ?? { status: 404 }
    if (request.path === '/api/deployments') {
      counts.list += 1
      return script.list?.(counts.list) ?? { body: [] }
    }
    const id = /^\/api\/deployments\/([^/]+)$/.exec(request.path)?.[1]
    if (id !== undefined) {
      counts.one += 1
      return script.one?.(id, counts.one) ?? { status: 404, body: 'not found' }
    }
    return { status: 404 }
  }
  return {
    uploads,
    tokenOf: (index) => JSON.parse(uploads[index]?.query.get('message') ?? '{}').token ?? '',
  }
}

/** A record as both servers send it. */
export function aRecord(overrides: object = {}): object {
  return {
    id: 'd1',
    status: 4,
    status_text: '',
    message: '',
    deployer: 'LegionOneDeploy',
    author: null,
    progress: '',
    received_time: '2026-11-23T00:00:00Z',
    complete: true,
    active: true,
    is_temp: false,
    log_url: '',
    ...overrides,
  }
}

export interface Run {
  readonly session: Session
  readonly site: Site
  readonly request: DeployRequest
  readonly log: ReturnType<typeof keepingLog>
  deploy(): Promise<Deployment>
}

export const packageBytes = Buffer.from('PK a package')
export const packageSha256 = createHash('sha256').update(packageBytes).digest('hex')

/** A deployment that is ready to start. */
export async function aRun(
  server: LoopbackServer,
  folder: string,
  overrides: {
    readonly site?: Partial<Site>
    readonly session?: Partial<Session>
    readonly request?: Partial<DeployRequest>
  } = {},
): Promise<Run> {
  const packagePath = join(folder, 'package.zip')
  await writeFile(packagePath, packageBytes)
  const log = keepingLog()
  const session = aSession(server, { log, ...overrides.session })
  const site = aSite({ scmHost: server.host, appUrl: server.origin, ...overrides.site })
  const request: DeployRequest = {
    file: await openFile(packagePath),
    sizeBytes: packageBytes.length,
    sha256: packageSha256,
    message: { sha: 'c0ffee', repoName: 'octo/app', actor: 'mona', slotName: 'production' },
    deadline: session.clock.now() + 15 * 60_000,
    log,
    signal: new AbortController().signal,
    ...overrides.request,
  }
  return { session, site, request, log, deploy: () => deployPackage(session, site, request) }
}

/** Codes of the findings, each with its severity. */
export function codesOf(deployment: Deployment): string[] {
  return deployment.findings.map((finding) => `${finding.severity} ${finding.code}`)
}
