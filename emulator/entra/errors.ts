/**
 * Error answers of the token endpoint, in the form in which Entra sends them.
 */
import { randomUUID } from 'node:crypto'
import type { Answer } from '../server/web-server'

export interface EntraErrorFacts {
  readonly tenant: string
  readonly clientId: string
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  readonly resource: string
}

interface EntraError {
  readonly error: string
  readonly status: 400 | 401
  readonly text: (facts: EntraErrorFacts) => string
}

const federationHelp =
  'Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation'

const known: Readonly<Record<number, EntraError>> = {
  50076: {
    error: 'interaction_required',
    status: 400,
    text: () =>
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access this resource.',
  },
  53003: {
    error: 'invalid_grant',
    status: 400,
    text: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  70003: {
    error: 'unsupported_grant_type',
    status: 400,
    text: () => "The app requested an unsupported grant type. Only 'client_credentials' is emulated.",
  },
  70021: {
    error: 'invalid_request',
    status: 400,
    text: (facts) =>
      `No matching federated identity record found for presented assertion. Assertion Issuer: '${facts.issuer}'. Assertion Subject: '${facts.subject}'. Assertion Audience: '${facts.audience}'. https://learn.microsoft.com/entra/workload-id/workload-identity-federation`,
  },
  90002: {
    error: 'invalid_request',
    status: 400,
    text: (facts) =>
      `Tenant '${facts.tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  },
  500011: {
    error: 'invalid_resource',
    status: 400,
    text: (facts) =>
      `The resource principal named ${facts.resource} was not found in the tenant named ${facts.tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  },
  700016: {
    error: 'unauthorized_client',
    status: 400,
    text: (facts) =>
      `Application with identifier '${facts.clientId}' was not found in the directory '${facts.tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  },
  700024: {
    error: 'invalid_client',
    status: 401,
    text: () =>
      `Client assertion is not within its valid time range. Current time: ${new Date().toISOString()}. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.`,
  },
  700027: {
    error: 'invalid_client',
    status: 401,
    text: () =>
      'The certificate with identifier used to sign the client assertion is not registered on application.',
  },
  700211: {
    error: 'invalid_client',
    status: 401,
    text: (facts) =>
      `No matching federated identity record found for presented assertion issuer '${facts.issuer}'. ${federationHelp}`,
  },
  700212: {
    error: 'invalid_client',
    status: 401,
    text: (facts) =>
      `No matching federated identity record found for presented assertion audience '${facts.audience}'. ${federationHelp}`,
  },
  700213: {
    error: 'invalid_client',
    status: 401,
    text: (facts) =>
      `No matching federated identity record found for presented assertion subject '${facts.subject}'. ${federationHelp}`,
  },
  900023: {
    error: 'invalid_request',
    status: 400,
    text: (facts) =>
      `Specified tenant identifier '${facts.tenant}' is neither a valid DNS name, nor a valid external domain.`,
  },
  900144: {
    error: 'invalid_request',
    status: 400,
    text: () => "The request body must contain the following parameter: 'scope'.",
  },
  1002012: {
    error: 'invalid_scope',
    status: 400,
    text: () =>
      'The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).',
  },
  7000215: {
    error: 'invalid_client',
    status: 401,
    text: (facts) =>
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${facts.clientId}'.`,
  },
  7000216: {
    error: 'invalid_client',
    status: 401,
    text: () =>
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  },
  7000229: {
    error: 'unauthorized_client',
    status: 400,
    text: (facts) =>
      `The client application ${facts.clientId} is missing service principal in the tenant ${facts.tenant}.`,
  },
  7002138: {
    error: 'invalid_client',
    status: 401,
    text: (facts) =>
      `No matching federated identity record found for presented assertion subject '${facts.subject}': it differs from a record by case only. ${federationHelp}`,
  },
}

/**
 * The answer for an AADSTS error.
 *
 * @param code number of the error; one that is not listed gives a general text
 * @param facts values that the texts quote
 * @returns status 400 or 401 with the usual JSON body, trace id and correlation id included
 */
export function entraError(code: number, facts: EntraErrorFacts): Answer {
  const entry = known[code] ?? {
    error: 'invalid_request',
    status: 400,
    text: () => 'The request could not be processed.',
  }
  const traceId = randomUUID()
  const correlationId = randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  return {
    status: entry.status,
    headers: { 'x-ms-request-id': traceId },
    body: {
      error: entry.error,
      error_description: `AADSTS${code}: ${entry.text(facts)} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  }
}
