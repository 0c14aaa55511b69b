/**
 * The server's own log of a deployment: fetched with its details, and its error lines as findings.
 * Follows links on the SCM host only, since every request carries a token.
 */
import type { Finding } from '../../findings'
import { listAt, numberAt, parseJson, textAt } from '../../text/json-value'
import { adviceFor, azureFinding, HttpError, redactText } from '../http'
import type { DeployContext } from './deploy-context'

export interface ServerLog {
  readonly lines: readonly string[]
  readonly errors: readonly string[]
}

// A log is for reading: beyond these the start of it is enough.
const maxLines = 1000
const maxRequests = 25
const maxDepth = 3

/**
 * Fetches the log. Never fails: a log that cannot be had is an empty one, and the debug log says why.
 *
 * @param url of the log, absolute or from the root
 * @returns its lines and which of them are errors
 * @throws the reason of the signal
 */
export async function fetchServerLog(context: DeployContext, url: string): Promise<ServerLog> {
  const lines: string[] = []
  const errors: string[] = []
  let requests = 0
  const read = async (from: string, depth: number): Promise<void> => {
    const path = context.scm.ownPath(from)
    if (path === undefined || requests >= maxRequests) return
    requests += 1
    for (const entry of await fetchEntries(context, path)) {
      if (lines.length >= maxLines) return
      const message = redactText(textAt(entry, 'message'), 1000).trimEnd()
      const line = `${'  '.repeat(depth)}${message}`
      if (message !== '') lines.push(line)
      // Kudu: 0 is a message, 1 a warning, 2 an error; Flex marks little, so its steps' exceptions count too.
      if (numberAt(entry, 'type') === 2 || /Exception\b|^\s*error\b/i.test(message))
        errors.push(message.trim())
      const details = textAt(entry, 'details_url')
      if (details !== '' && depth < maxDepth) await read(details, depth + 1)
    }
  }
  await read(url, 0)
  return { lines, errors: [...new Set(errors)] }
}

/**
 * The error lines of a server log as findings, the known ones with advice.
 *
 * @param log as fetched
 * @returns at most ten findings
 */
export function findingsOf(log: ServerLog): readonly Finding[] {
  return log.errors.slice(0, 10).map((line) => {
    const advice = adviceFor(line) ?? 'Read the lines around it in the server log above.'
    return azureFinding('error', 'deployment-server-error', `Azure's deployment log says: '${line}'`, advice)
  })
}

async function fetchEntries(context: DeployContext, path: string): Promise<readonly unknown[]> {
  const { session, request } = context
  try {
    const answer = await context.scm.get(path, {
      // The final log is worth a few seconds beyond the deadline: it says why.
      deadline: Math.max(request.deadline, session.clock.now() + 20_000),
      signal: request.signal,
      attempts: 2,
      timeoutMs: 20_000,
    })
    const value = parseJson(answer.body)
    return Array.isArray(value) ? value : listAt(value, 'value')
  } catch (error) {
    request.signal.throwIfAborted()
    request.log.debug(error instanceof HttpError ? error.message : String(error))
    return []
  }
}
