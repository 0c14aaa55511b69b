/**
 * Access tokens of the emulated Entra: issued to principals, and checked where they are presented.
 * Tokens exist in memory only.
 */
import { randomUUID } from 'node:crypto'
import { type CryptoKey, errors, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import type { Principal } from './identities'
import type { SecretBook } from './secrets'

const lifetimeSeconds = 3600

/** What a presented token turned out to be. */
export type TokenVerdict =
  | { readonly kind: 'valid'; readonly principal: Principal; readonly audience: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'wrong-audience'; readonly audience: string }
  | { readonly kind: 'invalid' }

interface KeyPair {
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}

export class AccessTokens {
  readonly #keys: KeyPair
  readonly #principals: readonly Principal[]
  readonly #secrets: SecretBook

  private constructor(keys: KeyPair, principals: readonly Principal[], secrets: SecretBook) {
    this.#keys = keys
    this.#principals = principals
    this.#secrets = secrets
  }

  /**
   * @param principals whom tokens can be issued to
   * @param secrets told every token
   */
  static async create(principals: readonly Principal[], secrets: SecretBook): Promise<AccessTokens> {
    return new AccessTokens(await generateKeyPair('ES256'), principals, secrets)
  }

  /**
   * Issues a token for one resource.
   *
   * @param principal the caller
   * @param resource becomes `aud`
   * @param expiresInSeconds negative for a token that is already too old
   */
  async issue(principal: Principal, resource: string, expiresInSeconds = lifetimeSeconds): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const token = await new SignJWT({
      appid: principal.clientId,
      appidacr: '2',
      idp: issuerOf(principal),
      idtyp: 'app',
      oid: principal.objectId,
      tid: principal.tenantId,
      uti: randomUUID(),
      ver: '1.0',
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setIssuer(issuerOf(principal))
      .setSubject(principal.objectId)
      .setAudience(resource)
      .setIssuedAt(now - 300)
      .setNotBefore(now - 300)
      .setExpirationTime(now + expiresInSeconds)
      .sign(this.#keys.privateKey)
    this.#secrets.add(token)
    return token
  }

  /**
   * Checks an `Authorization` header: signature, lifetime and audience.
   *
   * @param header value of the header
   * @param audiences resources that are accepted; a trailing slash does not matter
   */
  async check(header: string | undefined, audiences: readonly string[]): Promise<TokenVerdict> {
    const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1]
    if (token === undefined) return { kind: 'missing' }
    try {
      const { payload } = await jwtVerify(token, this.#keys.publicKey)
      const audience = String(payload.aud)
      const principal = this.#principals.find((each) => each.objectId === payload['oid'])
      if (!principal) return { kind: 'invalid' }
      const accepted = audiences.some((each) => withoutSlash(each) === withoutSlash(audience))
      return accepted ? { kind: 'valid', principal, audience } : { kind: 'wrong-audience', audience }
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
    }
  }
}

/** Version 1.0 issuer, as in tokens for ARM; Azurite accepts no other form. */
function issuerOf(principal: Principal): string {
  return `https://sts.windows.net/${principal.tenantId}/`
}

function withoutSlash(resource: string): string {
  return resource.replace(/\/+$/, '').toLowerCase()
}
