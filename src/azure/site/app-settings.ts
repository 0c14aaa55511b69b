/**
 * The app settings of a site. Their values are secrets: this class shows names only, however it is printed,
 * and gives one value at a time to code that asks for it by name.
 */
import { inspect } from 'node:util'
import { ActionError, messageOf } from '../../errors'
import type { ConnectionString } from '../../functions/app-environment'
import { at, parseJson, textAt } from '../../text/json-value'
import { azureError, isTransient } from '../http'
import { callArm, explainStanding, type Session } from '../sign-in'

export class AppSettings {
  // A setting may be null; a write replaces the whole map, so it must come back as it was.
  readonly #values: ReadonlyMap<string, string | null>

  constructor(values: Iterable<readonly [string, string | null]>) {
    this.#values = new Map(values)
  }

  /**
   * The value of a setting. Names are compared as Azure does, without regard to case.
   *
   * @param name of the setting
   * @returns its value, undefined when it is not set
   */
  get(name: string): string | undefined {
    const wanted = name.toLowerCase()
    for (const [key, value] of this.#values) if (key.toLowerCase() === wanted) return value ?? undefined
    return undefined
  }

  /** The names, sorted. */
  names(): readonly string[] {
    return [...this.#values.keys()].sort()
  }

  /**
   * A copy with one setting changed.
   *
   * @param name of the setting, an existing spelling is kept
   * @param value the new value, undefined to remove it
   * @returns the copy
   */
  with(name: string, value: string | undefined): AppSettings {
    const next = new Map(this.#values)
    const spelling = [...next.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name
    if (value === undefined) next.delete(spelling)
    else next.set(spelling, value)
    return new AppSettings(next)
  }

  /** The body of a write. The one place where all values leave this class. */
  toWriteBody(): { readonly properties: Readonly<Record<string, string | null>> } {
    return { properties: Object.fromEntries(this.#values) }
  }

  toJSON(): readonly string[] {
    return this.names()
  }

  toString(): string {
    return `AppSettings(${this.names().join(', ')})`
  }

  [inspect.custom](): string {
    return this.toString()
  }
}

/**
 * Reads the settings as they are now.
 *
 * @param resourceId of the site or slot
 * @param signal stops waiting; default the one of the session
 * @returns the settings, and the tag of this version when the service gives one
 * @throws ActionError when the identity may not, or does not answer
 */
export async function readAppSettings(
  session: Session,
  resourceId: string,
  signal: AbortSignal = session.signal,
): Promise<{ readonly settings: AppSettings; readonly tag: string }> {
  const answer = await callArm(session, {
    method: 'POST',
    path: `${resourceId}/config/appsettings/list`,
    purpose: 'read the app settings',
    answersJson: true,
    signal,
  })
  const properties = at(parseJson(answer.body), 'properties')
  // What is read here is written back by `changeAppSetting`: a strange answer must not pass for an empty map.
  if (typeof properties !== 'object' || properties === null) {
    throw azureError(
      'azure-call-failed',
      'Azure answered the request for the app settings without any map of them.',
      {
        hint: 'Run the job again. If it fails again, give the time and the name of the app to Azure support.',
      },
    )
  }
  const entries = Object.entries(properties)
  return {
    settings: new AppSettings(
      entries.filter(
        (entry): entry is [string, string | null] => typeof entry[1] === 'string' || entry[1] === null,
      ),
    ),
    tag: answer.header('etag'),
  }
}

/**
 * Reads the connection strings, without their values.
 *
 * @param resourceId of the site or slot
 * @returns names and types
 * @throws as `readAppSettings`
 */
export async function readConnectionStrings(
  session: Session,
  resourceId: string,
): Promise<readonly ConnectionString[]> {
  const answer = await callArm(session, {
    method: 'POST',
    path: `${resourceId}/config/connectionstrings/list`,
    purpose: 'read the connection strings',
    answersJson: true,
    // Whoever has no such list has no connection strings.
    alsoAccepts: [404],
  })
  const properties = at(parseJson(answer.body), 'properties')
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, value]) => ({ name, type: textAt(value, 'type') }))
}

export interface SettingChange {
  readonly name: string
  /** The new value, undefined to remove it. */
  readonly value: string | undefined
  /** Write only when this is the value now. */
  readonly onlyIf?: string
  /** Default the one of the session. */
  readonly signal?: AbortSignal
}

// Another operation on the app ends within minutes.
const patienceMs = 600_000

/**
 * Changes one setting and leaves all others as they are at this moment: a write replaces the whole map, so the
 * map is read immediately before.
 *
 * @param resourceId of the site or slot
 * @returns the value before, undefined when it was not set
 * @throws ActionError when the identity may not, or Azure does not answer
 */
export async function changeAppSetting(
  session: Session,
  resourceId: string,
  change: SettingChange,
): Promise<string | undefined> {
  const signal = change.signal ?? session.signal
  const patience = session.clock.now() + patienceMs
  let isLast = false
  let written: { readonly before: string | undefined } | undefined
  for (let attempt = 1; ; attempt += 1) {
    const { settings, tag } = await readAppSettings(session, resourceId, signal)
    const before = settings.get(change.name)
    // A write whose answer was lost is refused when it is repeated, since it had changed the tag itself.
    if (written !== undefined && before === change.value) return written.before
    if (before === change.value || (change.onlyIf !== undefined && before !== change.onlyIf)) return before
    written = { before }
    try {
      const answer = await callArm(session, {
        method: 'PUT',
        path: `${resourceId}/config/appsettings`,
        body: settings.with(change.name, change.value).toWriteBody(),
        // With a tag a change made in between is refused with 412 instead of overwritten.
        ...(tag === '' ? {} : { headers: { 'If-Match': tag } }),
        // 409: another operation of the resource manager is under way on this app.
        alsoAccepts: attempt < 4 && !isLast ? [409, 412] : [],
        purpose: `write the app setting ${change.name}`,
        signal,
      })
      if (answer.status < 300) return before
      const delayMs = Math.max(answer.retryAfterMs ?? 0, 3000 * attempt)
      // Asked to wait for longer than anybody would, it is tried once more at once, and its refusal is told.
      const { subscriptionId } = session
      const purpose = `write the app setting ${change.name}`
      const standing = explainStanding({ body: answer.body, purpose, subscriptionId })
      if (standing !== undefined) throw standing
      isLast = answer.status === 409 && session.clock.now() + delayMs > patience
      if (answer.status === 409 && !isLast) await session.clock.sleep(delayMs, signal)
    } catch (error) {
      if (!(error instanceof ActionError) || !isTransient(error.cause)) throw error
      if (await isWritten(session, resourceId, change, signal)) return before
      throw error
    }
  }
}

// Without an answer nobody knows whether the write was made: what is there now decides.
async function isWritten(
  session: Session,
  resourceId: string,
  change: SettingChange,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const { settings } = await readAppSettings(session, resourceId, signal)
    return settings.get(change.name) === change.value
  } catch (error) {
    signal.throwIfAborted()
    session.log.debug(`The app settings could not be read after the write: ${messageOf(error)}`)
    return false
  }
}
