/**
 * The errors of Entra by their numbers, each with what to do. The numbers are no contract of the service:
 * they choose the advice, and whether an exchange failed is never decided by them.
 */
import type { ActionError } from '../../errors'
import { block } from '../../text/passages'
import { type AzureCode, azureError, redactText } from '../http'
import { trustInstructions } from './federated-credential'
import type { TokenClaims } from './oidc-token'

export interface ExchangeFacts {
  readonly clientId: string
  readonly tenantId: string
  readonly cloudName: string
  /** What the cloud expects as audience of the GitHub token. */
  readonly federationAudience: string
  /** Absent when no token was presented. */
  readonly claims?: TokenClaims
}

interface Advice {
  readonly code: AzureCode
  readonly message: (facts: ExchangeFacts) => string
  readonly hint: (facts: ExchangeFacts) => string
}

const trust = (facts: ExchangeFacts, ...first: readonly string[]): string =>
  [...first, ...(facts.claims === undefined ? [] : trustInstructions(facts.claims, facts.clientId))].join(
    '\n',
  )

const noMatch: Advice = {
  code: 'entra-no-matching-credential',
  message: (facts) =>
    `No federated credential of '${facts.clientId}' matches the subject '${facts.claims?.subject ?? 'unknown'}'.`,
  hint: (facts) => trust(facts, 'Create a federated credential with exactly these values.'),
}

const tenantUnknown: Advice = {
  code: 'entra-tenant-unknown',
  message: (facts) => `Entra knows no tenant '${facts.tenantId}'.`,
  hint: (facts) =>
    `${facts.tenantId.toLowerCase() === facts.clientId.toLowerCase() ? 'tenant-id is the same as client-id. ' : ''}Set tenant-id to the id that this command prints, not to client-id or subscription-id:\n${block('az account show --query tenantId --output tsv')}\nCheck that the tenant is in ${facts.cloudName} (cloud:).`,
}

const issuerMismatch: Advice = {
  code: 'entra-issuer-mismatch',
  message: (facts) =>
    `No federated credential of '${facts.clientId}' trusts the issuer '${facts.claims?.issuer ?? 'unknown'}'.`,
  hint: (facts) =>
    trust(
      facts,
      'Entra compares the text: a slash at its end makes it another issuer, so write it exactly as below. On GitHub Enterprise the issuer differs from github.com.',
    ),
}

const conditionalAccess: Advice = {
  code: 'entra-conditional-access',
  message: (facts) => `A conditional access policy refused '${facts.clientId}'.`,
  hint: () =>
    'Ask an administrator to look at the sign-in logs of the service principal and to let this workload identity in from where the runner is.',
}

/** Advice by number, as in AADSTS700213. */
const adviceByNumber: Readonly<Record<string, Advice>> = {
  '700016': {
    code: 'entra-client-unknown',
    message: (facts) =>
      `The client-id '${facts.clientId}' is not an application of the tenant '${facts.tenantId}'.`,
    hint: () =>
      'Check that client-id and tenant-id are not swapped, and that client-id is the application (client) id, not an object id.',
  },
  '90002': tenantUnknown,
  '900023': tenantUnknown,
  '70021': noMatch,
  '700213': noMatch,
  '700211': issuerMismatch,
  '70025': {
    code: 'entra-no-credential',
    message: (facts) => `'${facts.clientId}' has no federated credential at all.`,
    hint: (facts) => trust(facts, 'Create one with exactly these values.'),
  },
  '7000112': {
    code: 'entra-client-disabled',
    message: (facts) => `The application '${facts.clientId}' is disabled.`,
    hint: (facts) =>
      `Let an administrator enable its service principal:\n${block(`az ad sp update --id ${facts.clientId} --set accountEnabled=true`)}`,
  },
  '700212': {
    code: 'entra-audience-mismatch',
    message: (facts) =>
      `No federated credential of '${facts.clientId}' has the audience '${facts.claims?.audience ?? 'unknown'}'.`,
    hint: (facts) =>
      trust(
        facts,
        `Leave audience: empty to send '${facts.federationAudience}', the audience of ${facts.cloudName}, or create a credential with exactly these values.`,
      ),
  },
  '7002138': {
    code: 'entra-subject-case',
    message: (facts) =>
      `A federated credential of '${facts.clientId}' differs from the subject '${facts.claims?.subject ?? 'unknown'}' only in upper and lower case.`,
    hint: (facts) =>
      trust(
        facts,
        'Correct the casing in the federated credential, or create one with exactly these values.',
      ),
  },
  '700024': {
    code: 'entra-assertion-expired',
    message: () => 'The GitHub token was no longer valid when Entra read it.',
    hint: () =>
      'After azure/login, Entra gives tokens for another audience for about five minutes only. Give this step client-id and tenant-id, so that it signs in by itself, or move azure/login directly before it. On a self-hosted runner, check the clock.',
  },
  '700027': {
    code: 'entra-assertion-invalid',
    message: (facts) =>
      `Entra could not verify the signature of the token of '${facts.claims?.issuer ?? 'the issuer'}'.`,
    hint: () =>
      'Check that the issuer of the federated credential is the one whose keys signed the token, and that Entra can reach its keys.',
  },
  '7000215': {
    code: 'entra-client-secret',
    message: (facts) => `Entra was given a wrong client secret for '${facts.clientId}'.`,
    hint: () =>
      'This action uses no secrets. Remove the secret from azure/login, or give this step client-id, tenant-id and subscription-id instead.',
  },
  '53003': conditionalAccess,
  '50076': conditionalAccess,
  '7000229': {
    code: 'entra-principal-missing',
    message: (facts) =>
      `The application '${facts.clientId}' has no service principal in the tenant '${facts.tenantId}'.`,
    hint: (facts) => `Create it:\n${block(`az ad sp create --id ${facts.clientId}`)}`,
  },
}

/**
 * Turns the text of a failed exchange into an error that says what to do.
 *
 * @param text what Entra, or the library in front of it, said
 * @param facts who asked, and with which token
 * @returns the error; code `entra-refused` when the number is not in the table or there is none
 */
export function explainExchange(text: string, facts: ExchangeFacts): ActionError {
  const number = /AADSTS(\d{4,8})/.exec(text)?.[1] ?? ''
  const answer = redactText(text.replace(/\s+/g, ' '), 600)
  // The library looks the tenant up before it asks for a token, and says in its own words that there is none.
  const isTenantUnknown = number === '' && /\b(?:endpoints_resolution_error|openid_config_error)\b/.test(text)
  const known = Object.hasOwn(adviceByNumber, number) ? adviceByNumber[number] : undefined
  const advice = isTenantUnknown ? tenantUnknown : known
  if (advice === undefined) {
    return azureError(
      'entra-refused',
      `Entra gave no token for '${facts.clientId}'.\n${block(answer, 'text')}`,
      {
        hint: trust(facts, 'Check client-id, tenant-id and the federated credential.'),
      },
    )
  }
  return azureError(advice.code, `${advice.message(facts)}\n${block(answer, 'text')}`, {
    hint: advice.hint(facts),
  })
}
