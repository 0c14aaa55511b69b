/** What this command asks the resource manager itself, each request recorded as those of the action are. */
import { appendFileSync } from 'node:fs'
import { request } from 'node:https'
import { cleaned, type Surroundings } from './redaction'
import type { Session } from './session'

export interface ArmAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: unknown
}

export interface ArmClient {
  ask(method: string, pathOrUrl: string, body?: object): Promise<ArmAnswer>
}

const silenceMs = 120_000

/** @param surroundings asked at each request, since names and hosts become known while it goes on */
export function armClient(
  session: Session,
  recording: {
    readonly file: string
    readonly scenario: () => string
    readonly startedAtMs: () => number
    readonly surroundings: () => Surroundings
  },
): ArmClient {
  return {
    async ask(method, pathOrUrl, body) {
      const url = new URL(pathOrUrl, session.armEndpoint)
      if (url.origin !== new URL(session.armEndpoint).origin)
        throw new Error('The resource manager named an address that is not its own.')
      const token = await session.armToken()
      const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body))
      const startedAtMs = Date.now()
      const answer = await new Promise<{ status: number; headers: ArmAnswer['headers']; bytes: Buffer }>(
        (resolve, reject) => {
          const outgoing = request(
            url,
            {
              method,
              ...(session.ca === undefined ? {} : { ca: session.ca }),
              headers: {
                authorization: `Bearer ${token}`,
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                'content-length': sent.length,
              },
            },
            (incoming) => {
              const chunks: Buffer[] = []
              incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
              incoming.once('error', reject)
              incoming.once('end', () =>
                resolve({
                  status: incoming.statusCode ?? 0,
                  headers: incoming.headers,
                  bytes: Buffer.concat(chunks),
                }),
              )
            },
          )
          outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error(`${url.host} does not answer.`)))
          outgoing.once('error', reject)
          outgoing.end(sent)
        },
      )
      const exchange = cleaned(
        {
          scenario: recording.scenario(),
          atMs: startedAtMs - recording.startedAtMs(),
          tookMs: Date.now() - startedAtMs,
          method,
          url: url.href,
          sentType: body === undefined ? '' : 'application/json',
          sent,
          status: answer.status,
          headers: answer.headers,
          body: answer.bytes,
        },
        recording.surroundings(),
      )
      appendFileSync(recording.file, `${JSON.stringify(exchange)}\n`)
      return { status: answer.status, headers: answer.headers, body: parsed(answer.bytes) }
    },
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
