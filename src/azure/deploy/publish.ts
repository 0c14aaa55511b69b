/**
 * Sends the package to the SCM site, once. A second time only when it is known, or after looking for 30 seconds,
 * that the first did not arrive: the request is not idempotent.
 */

import { withAnswer } from '../../text/passages'
import { azureError, type HttpAnswer, HttpError, isTransient } from '../http'
import { explainScm } from '../site'
import type { DeployContext } from './deploy-context'
import { isOurs, readHistory, waitForTurn } from './deployment-queue'
import type { KuduRecord } from './deployment-record'

export interface Published {
  /** Absent when the answer was lost and our record was found instead. */
  readonly answer?: HttpAnswer
  readonly record?: KuduRecord
  /** Clock time of the answer. */
  readonly answeredAt: number
  readonly uploadMs: number
  /** Records that were there before ours. */
  readonly before: ReadonlySet<string>
}

const maxLosses = 4
const searchMs = 30_000

/**
 * Uploads the package.
 *
 * @param path of the endpoint with its query
 * @param contentType that the endpoint wants
 * @param adopts whether a record without our token may be taken for ours after a lost answer
 * @returns the answer, or the record it left
 * @throws ActionError that says what the SCM site meant; the reason of the signal
 */
export async function publish(
  context: DeployContext,
  path: string,
  contentType: string,
  adopts: (record: KuduRecord) => boolean,
): Promise<Published> {
  const { session, request, progress } = context
  let before: ReadonlySet<string> | undefined
  let losses = 0
  for (let conflicts = 0; ; ) {
    const records = await waitForTurn(context)
    before ??= new Set(records.map((record) => record.id))
    const startedAt = session.clock.now()
    const known = before
    const settled = (found: Pick<Published, 'answer' | 'record'>): Published => {
      const answeredAt = session.clock.now()
      progress.uploadMs = answeredAt - startedAt
      progress.state = 'uploaded'
      return { ...found, answeredAt, uploadMs: answeredAt - startedAt, before: known }
    }
    // Of an earlier try whose answer was lost: it may appear late.
    const late = records.find((record) => isOurs(context, record))
    if (late !== undefined) return settled({ record: late })
    progress.state = 'uploading'
    try {
      return settled({ answer: await send(context, path, contentType) })
    } catch (error) {
      request.signal.throwIfAborted()
      if (!(error instanceof HttpError)) throw error
      if (error.status === 409) {
        conflicts += 1
        await waitAfterConflict(context, error, conflicts)
        continue
      }
      if (!isTransient(error)) throw explainScm(error, context.site, session.clientId, 'upload the package')
      const record = wasCertainlyNotReceived(error) ? undefined : await findOurs(context, known, adopts)
      if (record !== undefined) {
        request.log.info(`The answer to the upload was lost, but Azure has the deployment '${record.id}'.`)
        return settled({ record })
      }
      losses += 1
      await waitAfterLoss(context, error, losses)
    }
  }
}

function send(context: DeployContext, path: string, contentType: string): Promise<HttpAnswer> {
  const { request, session } = context
  const { file, sizeBytes, sha256, onProgress } = request
  return context.scm.send({
    method: 'POST',
    path,
    headers: { 'Content-Type': contentType, 'Cache-Control': 'no-cache', Accept: 'application/json' },
    body: { file, sizeBytes, sha256, ...(onProgress === undefined ? {} : { onProgress }) },
    // A cold SCM site has been seen to answer after 80 s, and the front end in front of it gives up after 230 s.
    timeoutMs: Math.max(1000, request.deadline - session.clock.now()),
    silenceMs: 240_000,
    signal: request.signal,
  })
}

// The connection was never made, or the server says that it did not look at the request.
function wasCertainlyNotReceived(error: HttpError): boolean {
  return error.status === 429 || ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.networkCode)
}

async function findOurs(
  context: DeployContext,
  before: ReadonlySet<string>,
  adopts: (record: KuduRecord) => boolean,
): Promise<KuduRecord | undefined> {
  const { session, request } = context
  const until = Math.min(request.deadline, session.clock.now() + searchMs)
  context.progress.state = 'looking for the deployment after a lost answer'
  while (session.clock.now() < until) {
    await session.clock.sleep(2000, request.signal)
    try {
      const fresh = (await readHistory(context, 1)).records.filter((record) => !before.has(record.id))
      const ours =
        fresh.find((record) => isOurs(context, record)) ??
        (fresh.length === 1 ? fresh.find(adopts) : undefined)
      if (ours !== undefined) return ours
    } catch (error) {
      if (!(error instanceof HttpError) || !isTransient(error)) throw error
      request.log.debug(error.message)
    }
  }
  return undefined
}

async function waitAfterLoss(context: DeployContext, error: HttpError, losses: number): Promise<void> {
  const { clock, clientId } = context.session
  const delayMs = Math.max(error.retryAfterMs ?? 0, 1000 * 2 ** losses)
  if (losses >= maxLosses || clock.now() + delayMs > context.request.deadline) {
    throw explainScm(error, context.site, clientId, 'upload the package')
  }
  context.request.log.info(`${error.message} Nothing arrived: uploading again.`)
  await clock.sleep(delayMs, context.request.signal)
}

// Somebody was faster between our look and our upload: they are waited for like anybody else.
async function waitAfterConflict(context: DeployContext, error: HttpError, conflicts: number): Promise<void> {
  const { clock } = context.session
  const lasting = explainLastingConflict(context, error)
  if (lasting !== undefined) throw lasting
  // Each try costs an upload, so the waits grow.
  const delayMs = Math.max(error.retryAfterMs ?? 0, Math.min(5000 * conflicts, 30_000))
  if (clock.now() + delayMs > context.request.deadline) {
    throw azureError(
      'deployment-busy',
      withAnswer(
        `Another deployment of '${context.site.appName}' was in progress until the deadline`,
        error.message,
      ),
      {
        hint: 'Set concurrency: in the workflows that deploy to this app, or raise deploy-timeout.',
        cause: error,
      },
    )
  }
  context.progress.state = 'waiting for another deployment'
  context.request.log.info('Azure answered 409: another deployment is in progress. Waiting for it.')
  await clock.sleep(delayMs, context.request.signal)
}

// Three causes share the status; two of them do not pass by waiting (KuduLite, PushDeploymentController.cs).
function explainLastingConflict(context: DeployContext, error: HttpError): Error | undefined {
  const { site } = context
  if (/run-from-zip|WEBSITE_RUN_FROM_PACKAGE|run.from.package/i.test(error.bodyExcerpt)) {
    return azureError(
      'deployment-run-from-url',
      withAnswer(`'${site.appName}' runs from a package at a URL, so Azure refuses a zip`, error.message),
      {
        hint: 'Remove the app setting WEBSITE_RUN_FROM_PACKAGE, or set it to 1, and run the job again.',
        cause: error,
      },
    )
  }
  if (/auto.?swap/i.test(error.bodyExcerpt)) {
    return azureError(
      'deployment-auto-swap',
      withAnswer(`'${site.appName}' is being swapped automatically`, error.message),
      {
        hint: 'Wait until the swap is over and run the job again, or turn auto swap off for the slot.',
        cause: error,
      },
    )
  }
  return undefined
}
