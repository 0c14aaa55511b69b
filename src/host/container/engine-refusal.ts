/**
 * What an engine's own words mean for a user: which of the few causes it was, in one error that says what to do. Pure.
 */
import { stripVTControlCharacters } from 'node:util'
import { ActionError } from '../../errors'
import type { ContainerCode } from './codes'

interface Cause {
  readonly pattern: RegExp
  readonly code: ContainerCode
  readonly what: string
  readonly hint: string
}

/** In their order: a missing daemon explains what follows from it. */
const causes: readonly Cause[] = [
  {
    pattern:
      /cannot connect to|is the docker daemon running|error during connect|permission denied while trying to connect|unable to connect to podman|connection to podman|docker daemon is not running/i,
    code: 'host-engine-unavailable',
    what: 'its daemon does not answer',
    hint: 'Start the daemon, and let this user reach it',
  },
  {
    pattern: /no space left on device|not enough space|disk quota exceeded|insufficient space/i,
    code: 'host-engine-refuses',
    what: 'there is no space for the image or the container',
    hint: 'Make room on the disk of the engine: the image of the host takes some gigabytes',
  },
  {
    pattern:
      /no matching manifest|does not match the (?:specified|detected|expected) |exec format error|cannot be used on this platform|no image found in .{0,40} for architecture|platform .{0,60} not (?:supported|available)|unknown operating system or architecture/i,
    code: 'host-engine-refuses',
    what: 'it cannot run programs for linux/amd64',
    hint: 'Use a runner for linux/amd64, or an engine with an emulator for it',
  },
  {
    pattern: /(?:container )?name .{0,200}already in use|already exists/i,
    code: 'host-engine-refuses',
    what: 'the name of the container or network is taken',
    hint: 'Run the job again: each run has a name of its own',
  },
  {
    pattern:
      /bind source path does not exist|invalid mount|error mounting|statfs .{0,300}no such file|mounts? denied|not shared from the host/i,
    code: 'host-engine-refuses',
    what: 'it does not see the temporary folder of this job',
    hint: 'Run the step on the machine of the engine, and not in another container',
  },
  {
    pattern:
      /pull access denied|manifest (?:for .{0,200} )?(?:unknown|not found)|unauthorized|toomanyrequests|rate limit|repository .{0,200} not found|no such image|unable to find image|dial tcp|i\/o timeout|no such host|tls handshake|failed to resolve reference|initializing source|unexpected status/i,
    code: 'host-image-unavailable',
    what: 'the image cannot be pulled',
    hint: 'Check the name in host-image and the way to its registry, or log in to the registry in a step before this one',
  },
  {
    pattern:
      /network|address pool|iptables|netavark|bridge|port is already allocated|ports are not available/i,
    code: 'host-engine-refuses',
    what: 'it cannot make the network of the container',
    hint: 'Check the networks and the firewall of the engine',
  },
]

/**
 * The error for what an engine said.
 *
 * @param purpose what it was asked for, as in "cannot …"
 * @param said its standard error
 * @param code where its words mean nothing to us
 */
export function refusalOf(
  { name, file }: { readonly name: string; readonly file: string },
  purpose: string,
  said: string,
  code: ContainerCode,
): ActionError {
  const words = quoteOf(said)
  const cause = causes.find(({ pattern }) => pattern.test(words))
  const what = cause === undefined ? '' : `: ${cause.what}`
  const quote = words === '' ? 'It says nothing.' : `It says: '${words}'.`
  const hint = cause?.hint ?? 'Do what the engine says'
  return engineError(cause?.code ?? code, `${name} (${file}) cannot ${purpose}${what}. ${quote}`, hint)
}

/** An error of this room, whose hint ends with the way that needs no engine. */
export function engineError(code: ContainerCode, message: string, hint: string): ActionError {
  return new ActionError(code, message, {
    hint: `${hint}, or set rehearse: true, which starts the handler without the host and needs no engine.`,
  })
}

// The last lines say most; progress and warnings come before them.
function quoteOf(said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:WARNING|See '|Run ')/.test(line))
  return lines.slice(-4).join(' | ').slice(-600)
}

/** The error for a host that ended before it answered. */
export function hostEnded(code: number | null, log: readonly string[]): Error {
  const lines = log.filter((line) => line.trim() !== '').slice(-6)
  const quote =
    lines.length === 0 ? 'It said nothing.' : `Its last lines: '${lines.join(' | ').slice(-600)}'.`
  return engineError(
    'host-not-answering',
    `The host in the container ended with exit code ${code ?? 'unknown'} before it answered. ${quote}`,
    'Read the log of the host in this step, and check host-image',
  )
}
