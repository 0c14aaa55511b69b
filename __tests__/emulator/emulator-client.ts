/**
 * Plain https requests to an emulator, and packages to send: what its tests are written with.
 */
import { Agent, type RequestOptions, request } from 'node:https'
import JSZip from 'jszip'
import type { Emulator } from '../../emulator/emulator'

export interface Reply {
  readonly status: number
  readonly statusText: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** Parsed body; undefined when it is no JSON. */
  readonly json: ReturnType<typeof JSON.parse>
}

/** Requests of one test file; `close` ends kept connections. */
export class EmulatorClient {
  readonly #emulator: Emulator
  readonly #agent: Agent

  constructor(emulator: Emulator) {
    this.#emulator = emulator
    this.#agent = new Agent({ ca: emulator.ca, keepAlive: true })
  }

  send(method: string, url: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { ...options, method, agent: this.#agent }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.once('error', reject)
        incoming.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({
            status: incoming.statusCode ?? 0,
            statusText: incoming.statusMessage ?? '',
            headers: incoming.headers,
            text,
            json: parsed(text),
          })
        })
      })
      outgoing.once('error', reject)
      outgoing.end(body)
    })
  }

  /** A request to ARM as the deployer; the api-version is added, and a list comes whole, over its pages. */
  async arm(method: string, path: string, body?: object): Promise<Reply> {
    const token = await this.#emulator.tokens.issue(this.#emulator.deployer, 'https://management.azure.com')
    const glue = path.includes('?') ? '&' : '?'
    const headers = { authorization: `Bearer ${token}` }
    const reply = await this.send(
      method,
      `${this.#emulator.urls.arm}${path}${glue}api-version=2023-12-01`,
      { headers },
      body === undefined ? undefined : JSON.stringify(body),
    )
    for (let next = reply.json?.nextLink; next; ) {
      const { json } = await this.send('GET', next, { headers })
      reply.json.value.push(...json.value)
      next = json.nextLink
    }
    return reply
  }

  /** A request to an SCM site as the deployer. */
  async scm(
    app: string,
    method: string,
    path: string,
    body?: Buffer,
    type = 'application/zip',
  ): Promise<Reply> {
    const [name = '', slot] = app.split('/')
    const token = await this.#emulator.tokens.issue(this.#emulator.deployer, 'https://appservice.azure.com')
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    if (body) headers['content-type'] = type
    return await this.send(
      method,
      `https://${this.#emulator.state.get(name, slot).scmHost}${path}`,
      { headers },
      body,
    )
  }

  /** Polls until the condition holds, for at most ten seconds. */
  async until(ask: () => Promise<Reply>, isDone: (reply: Reply) => boolean): Promise<Reply> {
    const end = Date.now() + 10_000
    for (;;) {
      const reply = await ask()
      if (isDone(reply)) return reply
      if (Date.now() > end) throw new Error(`still ${reply.status} ${reply.text} after ten seconds`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  close(): void {
    this.#agent.destroy()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A package with one HTTP function and no handler that could start. */
export function aPackage(functionNames: readonly string[] = ['HttpExample']): Promise<Buffer> {
  const zip = new JSZip()
  zip.file(
    'host.json',
    JSON.stringify({
      version: '2.0',
      extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
      customHandler: { enableForwardingHttpRequest: true, description: { defaultExecutablePath: 'handler' } },
    }),
  )
  for (const name of functionNames) {
    const bindings = [
      { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous', methods: ['get', 'post'] },
      { type: 'http', direction: 'out', name: 'res' },
    ]
    zip.file(`${name}/function.json`, JSON.stringify({ bindings }))
  }
  return zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
}
