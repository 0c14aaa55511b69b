/**
 * Who exists in the emulated tenant unless a test says otherwise: one app registration that a GitHub workflow
 * signs in as, and the identity that the apps themselves have.
 */

import type { StorageAccount } from '../storage/storage'
import type { FederatedCredential, Principal, RoleAssignment } from './identities'
import { type Job, jobEvents, subjectForms, subjectOf } from './oidc-issuer'

export const tenantId = '72f90000-86f1-41af-91ab-2d7cd011db47'
export const subscriptionId = '5e07a0f4-0b39-4b3a-9d3c-2f1f6a9c1d10'
export const deployerClientId = 'c1e9b2aa-6a55-4c2e-9d0b-2b4f3d8f7a01'
export const federationAudience = 'api://AzureADTokenExchange'

/**
 * The app registration that workflows sign in as: it trusts every event of the job's repository in both
 * subject forms, deploys to the resource group and writes packages to the storage account.
 *
 * @param job repository whose workflows are trusted
 * @param resourceGroupIds ARM ids that it is Website Contributor of
 * @param account storage account that it writes to
 */
export function deployer(job: Job, resourceGroupIds: readonly string[], account: StorageAccount): Principal {
  const federated = jobEvents.flatMap((event) =>
    subjectForms.map(
      (subjectForm): FederatedCredential => ({
        issuer: job.issuer,
        subject: subjectOf({ ...job, event, subjectForm }),
        audience: federationAudience,
      }),
    ),
  )
  const roles: RoleAssignment[] = [
    ...resourceGroupIds.map((scope): RoleAssignment => ({ role: 'Website Contributor', scope })),
    { role: 'Storage Blob Data Contributor', scope: account.id },
  ]
  return {
    tenantId,
    clientId: deployerClientId,
    objectId: '0b1ec700-52a4-4b57-8f0e-5a1d6f3b9c02',
    federated,
    roles,
  }
}

/**
 * The system-assigned identity of the apps, which may read packages.
 *
 * @param account storage account that it reads
 */
export function appIdentity(account: StorageAccount): Principal {
  return {
    tenantId,
    clientId: 'a99e1d00-3c40-4f0e-8d6e-7b0f8e2a4c03',
    objectId: 'a99e1d00-3c40-4f0e-8d6e-7b0f8e2a4c04',
    federated: [],
    roles: [{ role: 'Storage Blob Data Reader', scope: account.id }],
  }
}
