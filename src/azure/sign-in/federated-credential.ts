/**
 * The commands that make Entra trust a job: one for a managed identity, one for an app registration.
 * Pure text with exactly the values of the token that was presented.
 */

import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import type { TokenClaims } from './oidc-token'

/**
 * Says which token was presented and how to trust it.
 *
 * @param claims of the presented token
 * @param clientId the `client-id` input
 * @returns lines: two commands, issuer, subject and audience, the note about the other subject form
 */
export function trustInstructions(claims: TokenClaims, clientId: string): readonly string[] {
  const issuer = shellQuote(claims.issuer)
  const subject = shellQuote(claims.subject)
  const audience = shellQuote(claims.audience)
  const query = (field: string): string =>
    `"$(az identity list --query "[?clientId=='${clientId}'].${field}" --output tsv)"`
  const parameters = JSON.stringify({
    name: 'github-actions',
    issuer: claims.issuer,
    subject: claims.subject,
    audiences: [claims.audience],
  })
  return [
    'When client-id is a user-assigned managed identity:',
    block(
      `az identity federated-credential create --name github-actions --identity-name ${query('name')} --resource-group ${query('resourceGroup')} --issuer ${issuer} --subject ${subject} --audiences ${audience}`,
    ),
    'When client-id is an app registration:',
    block(
      `az ad app federated-credential create --id ${shellQuote(clientId)} --parameters ${shellQuote(parameters)}`,
    ),
    'The job presented:',
    block(`issuer   ${claims.issuer}\nsubject  ${claims.subject}\naudience ${claims.audience}`, 'text'),
    ...otherFormNote(claims),
  ]
}

/**
 * The same subject in GitHub's other form. Repositories created, renamed or moved since 15 July 2026 send
 * `repo:OWNER@ID/NAME@ID:…`, older ones `repo:OWNER/NAME:…`; Entra compares the text exactly.
 *
 * @param claims of the presented token
 * @returns the other form, undefined when the subject has neither or the ids are unknown
 */
export function otherSubjectForm(claims: TokenClaims): string | undefined {
  const parts = /^repo:([^/:@]+)(@\d+)?\/([^/:@]+)(@\d+)?:(.*)$/s.exec(claims.subject)
  if (parts === null) return undefined
  const [, owner = '', ownerId, name = '', nameId, entity = ''] = parts
  if (ownerId !== undefined && nameId !== undefined) return `repo:${owner}/${name}:${entity}`
  if (claims.repositoryOwnerId === '' || claims.repositoryId === '') return undefined
  return `repo:${owner}@${claims.repositoryOwnerId}/${name}@${claims.repositoryId}:${entity}`
}

function otherFormNote(claims: TokenClaims): readonly string[] {
  const notes: string[] = []
  const other = otherSubjectForm(claims)
  if (other !== undefined) {
    notes.push(
      `A credential for '${other}' does not match: GitHub has two subject forms, and Entra compares the text.`,
    )
  }
  if (claims.subject.includes(':environment:')) {
    notes.push('The job names an environment:, which replaces the branch in the subject.')
  } else if (claims.subject.endsWith(':pull_request')) {
    notes.push('The job runs for a pull request, so the subject names no branch.')
  }
  return notes
}
