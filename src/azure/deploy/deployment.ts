/**
 * Deploys a package by the way its plan needs, and says what became of it.
 * Chooses the way and turns every expected failure into findings; the ways are one file each.
 */
import { randomUUID } from 'node:crypto'
import { ActionError, messageOf } from '../../errors'
import { type DeploymentWay, planRules } from '../../functions/plans'
import { azureFinding, HttpError } from '../http'
import type { Session } from '../sign-in'
import { explainScm, type Site, scmClientFor } from '../site'
import { deployBlob } from './deploy-blob'
import type { DeployContext, Deployment, DeployRequest } from './deploy-context'
import { deployFlex } from './deploy-flex'
import { deployZip } from './deploy-zip'

export type {
  Deployment,
  DeploymentMessage,
  DeploymentOutcome,
  DeployRequest,
} from './deploy-context'

/**
 * Deploys the package.
 *
 * @param request the package and its deadline
 * @returns what became of it, with findings; what Azure refuses is never thrown
 */
export async function deployPackage(
  session: Session,
  site: Site,
  request: DeployRequest,
): Promise<Deployment> {
  const { way } = planRules[site.plan]
  const progress: DeployContext['progress'] = { id: '', state: 'not started' }
  try {
    const context: DeployContext = {
      session,
      site,
      request,
      scm: scmClientFor(session, site),
      token: randomUUID().replaceAll('-', ''),
      progress,
    }
    return withAudience(session, site, await deployBy(way, context))
  } catch (error) {
    const failure = settleFailure(error, session, site, request, way, progress)
    // A host that may not be spoken to has no client to ask.
    return progress.state === 'not started' ? failure : withAudience(session, site, failure)
  }
}

async function deployBy(way: DeploymentWay, context: DeployContext): Promise<Deployment> {
  if (way === 'flex') return deployFlex(context)
  if (way === 'zipdeploy') return deployZip(context)
  return deployBlob(context)
}

function withAudience(session: Session, site: Site, deployment: Deployment): Deployment {
  const audience = scmClientFor(session, site).acceptedAudience()
  return audience === undefined ? deployment : { ...deployment, scmAudience: audience }
}

function settleFailure(
  error: unknown,
  session: Session,
  site: Site,
  request: DeployRequest,
  way: DeploymentWay,
  progress: DeployContext['progress'],
): Deployment {
  const { id, state, uploadMs, serverMs } = progress
  const base = {
    way,
    id,
    state,
    log: [],
    ...(uploadMs === undefined ? {} : { uploadMs }),
    ...(serverMs === undefined ? {} : { serverMs }),
  }
  if (request.signal.aborted || session.signal.aborted) {
    const what = id === '' ? 'the deployment' : `the deployment '${id}'`
    return {
      ...base,
      outcome: 'cancelled',
      findings: [
        azureFinding(
          'warning',
          'deployment-abandoned',
          `The run was stopped while ${what} was in the state '${state}'.`,
          'Azure goes on with what it has received: look at the deployment history of the app, or run the job again.',
        ),
      ],
    }
  }
  const explained = error instanceof HttpError ? explainScm(error, site, session.clientId, 'deploy') : error
  if (!(explained instanceof ActionError)) throw explained
  request.log.debug(`Deployment stopped in the state '${state}': ${messageOf(error)}`)
  return {
    ...base,
    outcome: 'failed',
    findings: [
      { code: explained.code, severity: 'error', message: explained.message, hint: explained.hint ?? '' },
    ],
  }
}
