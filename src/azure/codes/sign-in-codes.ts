/** What docs/findings.md says about the codes of signing in. Text only; loaded by generators. */
import type { CodeDescription } from '../../findings'

/** Codes of sign-in. */
export const signInCodes = {
  'oidc-permission-missing': {
    severity: 'error',
    title: 'id-token: write is missing',
    wrong:
      'The job has no permission to ask GitHub for an identity token. In a reusable workflow the caller must grant it too.',
    seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
    fix: '```yaml\npermissions:\n  id-token: write\n  contents: read\n```',
    source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
  },
  'oidc-fork-pull-request': {
    severity: 'error',
    title: 'Pull request from a fork',
    wrong: 'Jobs of pull requests from forks get no identity token.',
    seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
    fix: 'Leave `app-name` empty on pull requests; deploy on push.',
    source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
  },
  'oidc-dependabot': {
    severity: 'error',
    title: 'Started by Dependabot',
    wrong: 'Jobs that Dependabot starts get a read-only token and no identity token.',
    seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
    fix: 'Leave `app-name` empty when `github.actor` is `dependabot[bot]`.',
    source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
  },
  'oidc-token-failed': {
    severity: 'error',
    title: 'GitHub gave no token',
    wrong: 'GitHub did not answer the request for an identity token within five tries.',
    seen: '`Failed to get ID Token`',
    fix: 'Run again; look at githubstatus.com.',
    source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
  },
  'entra-client-unknown': {
    severity: 'error',
    title: 'client-id unknown in the tenant',
    wrong: 'AADSTS700016: the application does not exist in this tenant.',
    seen: '`AADSTS700016: Application with identifier … was not found in the directory`',
    fix: 'Check that `client-id` and `tenant-id` are not swapped and that `client-id` is the application id.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-tenant-unknown': {
    severity: 'error',
    title: 'Tenant unknown',
    wrong: 'AADSTS90002 or AADSTS900023: there is no such tenant.',
    seen: '`AADSTS90002: Tenant … not found`',
    fix: 'Set `tenant-id` to what `az account show --query tenantId` prints; check `environment`.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-no-matching-credential': {
    severity: 'error',
    title: 'No federated credential matches',
    wrong:
      'AADSTS70021 or AADSTS700213: no federated credential has the subject that the job presents. An `environment:` on the job, a tag, a pull request and the subject form with ids all change it.',
    seen: '`AADSTS700213: No matching federated identity record found for presented assertion subject …`',
    fix: "Create the federated credential with the values that the finding prints; it holds the complete commands:\n\n```sh\naz identity federated-credential create --name github-actions --identity-name … --resource-group … --issuer … --subject … --audiences …\naz ad app federated-credential create --id … --parameters '{…}'\n```",
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes"); azure/login#617',
  },
  'entra-no-credential': {
    severity: 'error',
    title: 'No federated credential',
    wrong: 'AADSTS70025: the application or identity has no federated credential at all.',
    seen: '`AADSTS70025: The client … has no configured federated identity credentials`',
    fix: "Create the federated credential with the values that the finding prints; it holds the complete commands:\n\n```sh\naz identity federated-credential create --name github-actions --identity-name … --resource-group … --issuer … --subject … --audiences …\naz ad app federated-credential create --id … --parameters '{…}'\n```",
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-client-disabled': {
    severity: 'error',
    title: 'Application is disabled',
    wrong: 'AADSTS7000112: the application is disabled in the tenant.',
    seen: '`AADSTS7000112: Application … is disabled`',
    fix: '```sh\naz ad sp update --id <client-id> --set accountEnabled=true\n```',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-issuer-mismatch': {
    severity: 'error',
    title: 'Issuer does not match',
    wrong: 'AADSTS700211: no federated credential trusts the issuer of the token, as on GitHub Enterprise.',
    seen: '`AADSTS700211: No matching federated identity record found for presented assertion issuer …`',
    fix: "Create the federated credential with the values that the finding prints; it holds the complete commands:\n\n```sh\naz identity federated-credential create --name github-actions --identity-name … --resource-group … --issuer … --subject … --audiences …\naz ad app federated-credential create --id … --parameters '{…}'\n```",
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-audience-mismatch': {
    severity: 'error',
    title: 'Audience does not match',
    wrong:
      'AADSTS700212: no federated credential has the audience of the token, as with `audience` set or in another cloud.',
    seen: '`AADSTS700212: No matching federated identity record found for presented assertion audience …`',
    fix: 'Leave `audience` empty, or create a credential with the audience that is printed.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-subject-case': {
    severity: 'error',
    title: 'Subject differs in case',
    wrong: 'AADSTS7002138: a federated credential differs from the subject only in upper and lower case.',
    seen: '`AADSTS7002138`',
    fix: 'Correct the casing in the federated credential.',
    source: 'azure/login#515',
  },
  'entra-assertion-expired': {
    severity: 'error',
    title: 'Token expired before the exchange',
    wrong:
      'AADSTS700024: the GitHub token was older than about five minutes, or the clock of the runner is wrong.',
    seen: '`AADSTS700024: Client assertion is not within its valid time range`',
    fix: 'Give this step the ids, so that it fetches fresh tokens; on self-hosted runners check the clock.',
    source: 'azure/login#180, azure/login#372',
  },
  'entra-assertion-invalid': {
    severity: 'error',
    title: 'Token signature not accepted',
    wrong: 'AADSTS700027: Entra could not verify the signature of the token.',
    seen: '`AADSTS700027`',
    fix: 'Check the issuer of the federated credential.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-client-secret': {
    severity: 'error',
    title: 'Wrong client secret',
    wrong: 'AADSTS7000215: a client secret was used, and a wrong one.',
    seen: '`AADSTS7000215: Invalid client secret provided`',
    fix: 'Remove the secret from `azure/login`; this action uses none.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-conditional-access': {
    severity: 'error',
    title: 'Conditional access',
    wrong: 'AADSTS53003 or AADSTS50076: a policy refused the sign-in.',
    seen: '`AADSTS53003: Access has been blocked by Conditional Access policies`',
    fix: 'Let an administrator look at the sign-in logs of the service principal.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-principal-missing': {
    severity: 'error',
    title: 'No service principal',
    wrong: 'AADSTS7000229: the application has no service principal in the tenant.',
    seen: '`AADSTS7000229`',
    fix: '```sh\naz ad sp create --id <client-id>\n```',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
  'entra-refused': {
    severity: 'error',
    title: 'Entra gave no token',
    wrong: 'The exchange failed with a number that has no advice here.',
    seen: 'The answer of Entra is quoted.',
    fix: 'Check `client-id`, `tenant-id` and the federated credential.',
    source:
      'azure-deploy protocol of Microsoft Entra: error codes of the token endpoint (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes")',
  },
} as const satisfies Record<string, CodeDescription>
