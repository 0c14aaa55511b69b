/** The static program that stands in every recorded package, built once from `handler/`; tells nothing of a host. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, 'handler')
const built = join(import.meta.dirname, '..', '..', '.cache', 'truth-record', 'handler')

/** What the handler does, as JSON in the variable of this name. */
export const planVariable = 'HANDLER_PLAN'

/** @returns the path of the program, for linux/amd64 */
export function handlerProgram(): string {
  if (existsSync(built) && statSync(built).mtimeMs > statSync(join(source, 'main.go')).mtimeMs) return built
  mkdirSync(join(built, '..'), { recursive: true })
  execFileSync('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', built, '.'], {
    cwd: source,
    env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return built
}

/** A request as the handler got it. */
export interface ReceivedRequest {
  readonly body: string
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly host: string
  readonly length: number
  readonly method: string
  readonly te: readonly string[] | null
  readonly uri: string
}

/** @param log the host's console, with what the handler printed */
export function receivedRequests(log: readonly string[]): readonly ReceivedRequest[] {
  const parts = new Map<string, string>()
  const whole: ReceivedRequest[] = []
  for (const line of log) {
    const [, number = '', part = '', end] = /^\s*received (\d+) ([\w+/=]*)([.+])$/.exec(line) ?? []
    if (end === undefined) continue
    const text = (parts.get(number) ?? '') + part
    parts.set(number, end === '.' ? '' : text)
    if (end === '.') whole.push(JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as ReceivedRequest)
  }
  return whole
}
