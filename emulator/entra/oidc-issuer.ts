/**
 * The token endpoint that GitHub gives to a job with `id-token: write`, and the issuer's public documents.
 * Tokens are RS256 and live five minutes, as on github.com.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { type Route, routed } from '../server/route-table'
import type { Answer, Service, WebRequest } from '../server/web-server'
import type { SecretBook } from './secrets'

export const jobEvents = ['push', 'pull_request', 'environment', 'tag'] as const
export type JobEvent = (typeof jobEvents)[number]

/** `ids` is the immutable form `repo:owner@ownerId/repo@repoId:…` of repositories made since July 2026. */
export const subjectForms = ['names', 'ids'] as const
export type SubjectForm = (typeof subjectForms)[number]

export interface Job {
  readonly event: JobEvent
  readonly subjectForm: SubjectForm
  readonly owner: string
  readonly ownerId: string
  readonly repository: string
  readonly repositoryId: string
  readonly branch: string
  readonly tag: string
  readonly environment: string
  readonly issuer: string
  /** Tokens are issued as if this long ago. */
  readonly ageSeconds: number
}

/** A push to `main` of `octo-org/hello-functions`. */
export const defaultJob: Job = {
  event: 'push',
  subjectForm: 'names',
  owner: 'octo-org',
  ownerId: '65',
  repository: 'hello-functions',
  repositoryId: '74',
  branch: 'main',
  tag: 'v1.0.0',
  environment: 'production',
  issuer: 'https://token.actions.githubusercontent.com',
  ageSeconds: 0,
}

const lifetimeSeconds = 300

/**
 * The `sub` claim of a job's token.
 *
 * @param job event, repository and subject form
 * @returns for example `repo:octo-org/hello-functions:ref:refs/heads/main`
 */
export function subjectOf(job: Job): string {
  const repository =
    job.subjectForm === 'ids'
      ? `${job.owner}@${job.ownerId}/${job.repository}@${job.repositoryId}`
      : `${job.owner}/${job.repository}`
  const entity = {
    push: `ref:refs/heads/${job.branch}`,
    tag: `ref:refs/tags/${job.tag}`,
    pull_request: 'pull_request',
    environment: `environment:${job.environment}`,
  }[job.event]
  return `repo:${repository}:${entity}`
}

export class OidcIssuer implements Service {
  readonly name = 'oidc'
  /** Value for `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken = randomBytes(24).toString('base64url')
  readonly publicKey: CryptoKey
  readonly #privateKey: CryptoKey
  readonly #jwk: JWK
  readonly #keyId = randomUUID()
  readonly #secrets: SecretBook
  /** Claims of the next token. */
  job: Job

  private constructor(
    keys: { publicKey: CryptoKey; privateKey: CryptoKey },
    jwk: JWK,
    job: Job,
    secrets: SecretBook,
  ) {
    this.publicKey = keys.publicKey
    this.#privateKey = keys.privateKey
    this.#jwk = jwk
    this.job = job
    this.#secrets = secrets
    secrets.add(this.requestToken)
  }

  /**
   * @param job claims of the tokens, over `defaultJob`
   * @param secrets told every token
   */
  static async create(job: Partial<Job>, secrets: SecretBook): Promise<OidcIssuer> {
    const keys = await generateKeyPair('RS256')
    return new OidcIssuer(keys, await exportJWK(keys.publicKey), { ...defaultJob, ...job }, secrets)
  }

  /**
   * Signs a token for the current job.
   *
   * @param audience `aud`
   */
  async issue(audience: string): Promise<string> {
    const { job } = this
    const issuedAt = Math.floor(Date.now() / 1000) - job.ageSeconds
    const repository = `${job.owner}/${job.repository}`
    const ref = {
      push: `refs/heads/${job.branch}`,
      environment: `refs/heads/${job.branch}`,
      tag: `refs/tags/${job.tag}`,
      pull_request: 'refs/pull/7/merge',
    }[job.event]
    const token = await new SignJWT({
      actor: 'octocat',
      event_name: job.event === 'pull_request' ? 'pull_request' : 'push',
      job_workflow_ref: `${repository}/.github/workflows/deploy.yml@${ref}`,
      ref,
      ref_type: job.event === 'tag' ? 'tag' : 'branch',
      repository,
      repository_id: job.repositoryId,
      repository_owner: job.owner,
      repository_owner_id: job.ownerId,
      run_id: '1',
      run_attempt: '1',
      runner_environment: 'github-hosted',
      sha: '0f'.repeat(20),
      workflow: 'deploy',
      ...(job.event === 'environment' ? { environment: job.environment } : {}),
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.#keyId })
      .setJti(randomUUID())
      .setIssuer(job.issuer)
      .setSubject(subjectOf(job))
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt - 600)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(this.#privateKey)
    this.#secrets.add(token)
    return token
  }

  async handle(request: WebRequest): Promise<Answer> {
    const { route, methods } = routed(issuerRoutes, request.method, request.path)
    if (route) return await route.handle(this, request)
    if (methods.length > 0) return { status: 405, headers: { allow: methods.join(', ') } }
    return { status: 404, body: { message: 'Not found' }, note: 'no emulated call' }
  }

  configuration(request: WebRequest): Answer {
    const { issuer } = this.job
    return {
      status: 200,
      body: {
        issuer,
        jwks_uri: `https://${request.host}/.well-known/jwks`,
        response_types_supported: ['id_token'],
        id_token_signing_alg_values_supported: ['RS256'],
        subject_types_supported: ['public', 'pairwise'],
      },
    }
  }

  keys(): Answer {
    return { status: 200, body: { keys: [{ ...this.#jwk, kid: this.#keyId, alg: 'RS256', use: 'sig' }] } }
  }

  async idToken(request: WebRequest): Promise<Answer> {
    if (request.headers.authorization !== `Bearer ${this.requestToken}`) {
      return { status: 401, body: { message: 'The request token is not valid for this job.' } }
    }
    const audience = request.query.get('audience') ?? `https://github.com/${this.job.owner}`
    return { status: 200, body: { count: 1, value: await this.issue(audience) } }
  }
}

interface IssuerRoute extends Route {
  readonly handle: (issuer: OidcIssuer, request: WebRequest) => Promise<Answer> | Answer
}

/** Every call that it takes. */
export const issuerRoutes: readonly IssuerRoute[] = [
  {
    method: 'GET',
    path: '/.well-known/openid-configuration',
    handle: (issuer, request) => issuer.configuration(request),
  },
  { method: 'GET', path: '/.well-known/jwks', handle: (issuer) => issuer.keys() },
  { method: 'GET', path: '/idtoken/job', handle: (issuer, request) => issuer.idToken(request) },
]
