/** The image of the host on this machine: pulled, or what is there when nothing can be pulled. */
import { performance } from 'node:perf_hooks'
import { listAt, parseJson, textAt, textsAt } from '../../text/json-value'
import { askEngine, type Engine } from './engine'
import { engineError, refusalOf } from './engine-refusal'

export interface HostImage {
  /** As the user named it. */
  readonly reference: string
  readonly id: string
  /** Of the registry, else the id. */
  readonly digest: string
  /** Why an image was used that was here already; empty when it was pulled. */
  readonly whyNotPulled: string
  readonly pullMs: number
}

export const platform = 'linux/amd64'
const pullTimeoutMs = 15 * 60_000

/**
 * Pulls an image, and takes the one that is here where that fails. One that is named by its digest is pulled once.
 *
 * @throws ActionError `host-image-unavailable`, `host-engine-refuses`, `host-engine-unavailable`
 */
export async function obtainImage(
  engine: Engine,
  reference: string,
  signal?: AbortSignal,
): Promise<HostImage> {
  const startedAt = performance.now()
  const known = reference.includes('@sha256:') ? await inspect(engine, reference, signal) : undefined
  let whyNotPulled = 'its digest names it'
  let image = known
  if (image === undefined) {
    const purpose = `pull '${reference}'`
    const pulled = await askEngine(engine, ['pull', '--quiet', '--platform', platform, reference], {
      ...{ timeoutMs: pullTimeoutMs, signal, purpose },
    })
    image = await inspect(engine, reference, signal)
    const refusal = refusalOf(engine, purpose, pulled.stderr, 'host-image-unavailable')
    if (image === undefined) throw refusal
    if (pulled.exitCode !== 0 && refusal.code === 'host-engine-refuses') throw refusal
    whyNotPulled = pulled.exitCode === 0 ? '' : 'it could not be pulled'
  }
  if (image.platform !== platform) {
    throw engineError(
      'host-engine-refuses',
      `The image '${reference}' is for ${image.platform}, and packages are for ${platform}.`,
      `Set host-image to an image for ${platform}`,
    )
  }
  const { id, digest } = image
  return { reference, id, digest, whyNotPulled, pullMs: performance.now() - startedAt }
}

interface Inspected {
  readonly id: string
  readonly digest: string
  readonly platform: string
}

async function inspect(
  engine: Engine,
  reference: string,
  signal: AbortSignal | undefined,
): Promise<Inspected | undefined> {
  const { exitCode, stdout } = await askEngine(engine, ['image', 'inspect', reference], {
    timeoutMs: 30_000,
    signal,
    purpose: `look at the image '${reference}'`,
  })
  const [image] = listAt(parseJson(stdout))
  const id = textAt(image, 'Id')
  if (exitCode !== 0 || id === '') return undefined
  const [digest = ''] = textsAt(image, 'RepoDigests').map((text) => text.slice(text.indexOf('@') + 1))
  return {
    id,
    digest: digest || id,
    platform: `${textAt(image, 'Os') || 'linux'}/${textAt(image, 'Architecture')}`,
  }
}
