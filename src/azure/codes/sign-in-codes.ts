/** What docs/findings.md says about the codes of signing in. Text only; loaded by generators. */
import type { CodeDescription } from '../../findings'

const entraCodes = 'Microsoft Learn, "Microsoft Entra authentication and authorization error codes"'
const createCredential =
  "Create the federated credential. The finding prints both commands with the values of the job. The first is for a managed identity, the second for an app registration:\n\n```sh\naz identity federated-credential create --name github-actions --identity-name … --resource-group … --issuer … --subject … --audiences …\naz ad app federated-credential create --id … --parameters '{…}'\n```"

/** Codes of sign-in. */
export const signInCodes = {
  'oidc-permission-missing': {
    severity: 'error',
    title: 'id-token: write is missing',
    wrong:
      'The job has no permission to ask GitHub for an identity token. The job that calls a reusable workflow must grant this permission, too.',
    seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
    fix: '```yaml\npermissions:\n  id-token: write\n  contents: read\n```',
    source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
  },
  'oidc-fork-pull-request': {
    severity: 'error',
    title: 'Pull request from a fork',
    wrong: 'Jobs of pull requests from forks get no identity token.',
    seen: '`Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable`',
    fix: 'Leave `app-name` empty on pull requests. Deploy on `push`.',
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
    wrong: 'The job asked GitHub for an identity token five times and got none.',
    seen: '`Failed to get ID Token`',
    fix: 'Run the job again. If it fails again, look at https://www.githubstatus.com.',
    source: 'GitHub Docs, "OpenID Connect" in Actions; actions/toolkit `packages/core/src/oidc-utils.ts`',
  },
  'entra-client-unknown': {
    severity: 'error',
    title: 'The tenant does not know client-id',
    wrong: 'AADSTS700016: the tenant has no application with this id.',
    seen: '`AADSTS700016: Application with identifier … was not found in the directory`',
    fix: 'Check that `client-id` and `tenant-id` are not swapped. `client-id` is the application (client) id, not an object id.',
    source: entraCodes,
  },
  'entra-tenant-unknown': {
    severity: 'error',
    title: 'Tenant unknown',
    wrong: 'AADSTS90002 or AADSTS900023: there is no such tenant.',
    seen: '`AADSTS90002: Tenant … not found`',
    fix: 'Set `tenant-id` to the id that `az account show --query tenantId` prints. Check that `cloud` names the cloud of the tenant.',
    source: entraCodes,
  },
  'entra-no-matching-credential': {
    severity: 'error',
    title: 'No federated credential matches',
    wrong:
      'AADSTS70021 or AADSTS700213: no federated credential has the subject that the job presents. The subject changes when the job has an `environment:`, and when it runs for a tag or a pull request. GitHub also writes it in two forms, with ids and without.',
    seen: '`AADSTS700213: No matching federated identity record found for presented assertion subject …`',
    fix: createCredential,
    source: `${entraCodes}; azure/login#617`,
  },
  'entra-no-credential': {
    severity: 'error',
    title: 'No federated credential',
    wrong: 'AADSTS70025: the application or the managed identity has no federated credential at all.',
    seen: '`AADSTS70025: The client … has no configured federated identity credentials`',
    fix: createCredential,
    source: entraCodes,
  },
  'entra-client-disabled': {
    severity: 'error',
    title: 'Application is disabled',
    wrong: 'AADSTS7000112: the application is disabled in the tenant.',
    seen: '`AADSTS7000112: Application … is disabled`',
    fix: '```sh\naz ad sp update --id <client-id> --set accountEnabled=true\n```',
    source: entraCodes,
  },
  'entra-issuer-mismatch': {
    severity: 'error',
    title: 'Issuer does not match',
    wrong:
      'AADSTS700211: no federated credential trusts the issuer of the token. A GitHub Enterprise server has an issuer of its own.',
    seen: '`AADSTS700211: No matching federated identity record found for presented assertion issuer …`',
    fix: createCredential,
    source: entraCodes,
  },
  'entra-audience-mismatch': {
    severity: 'error',
    title: 'Audience does not match',
    wrong:
      'AADSTS700212: no federated credential has the audience of the token. The audience is that of the cloud, or the value of the input `audience`.',
    seen: '`AADSTS700212: No matching federated identity record found for presented assertion audience …`',
    fix: 'Leave `audience` empty, or create a credential with the audience that the finding prints.',
    source: entraCodes,
  },
  'entra-subject-case': {
    severity: 'error',
    title: 'Subject differs in case',
    wrong:
      'AADSTS7002138: the subject in a federated credential and the subject of the job differ in upper and lower case only.',
    seen: '`AADSTS7002138`',
    fix: 'Write the subject in the federated credential exactly as the finding prints it.',
    source: 'azure/login#515',
  },
  'entra-assertion-expired': {
    severity: 'error',
    title: 'Token expired before the exchange',
    wrong:
      'AADSTS700024: the GitHub token was older than about five minutes, or the clock of the runner is wrong.',
    seen: '`AADSTS700024: Client assertion is not within its valid time range`',
    fix: 'Give this step `client-id` and `tenant-id`. It then fetches a fresh token each time. On a self-hosted runner, check the clock.',
    source: 'azure/login#180, azure/login#372',
  },
  'entra-assertion-invalid': {
    severity: 'error',
    title: 'Token signature not accepted',
    wrong: 'AADSTS700027: Entra could not verify the signature of the token.',
    seen: '`AADSTS700027`',
    fix: 'Check that the federated credential names the issuer of the token.',
    source: entraCodes,
  },
  'entra-client-secret': {
    severity: 'error',
    title: 'Wrong client secret',
    wrong: 'AADSTS7000215: somebody signed in with a client secret, and the secret is wrong.',
    seen: '`AADSTS7000215: Invalid client secret provided`',
    fix: 'Remove the secret from `azure/login`. This action needs no secret.',
    source: entraCodes,
  },
  'entra-conditional-access': {
    severity: 'error',
    title: 'Conditional access',
    wrong: 'AADSTS53003 or AADSTS50076: a conditional access policy of the tenant refused the sign-in.',
    seen: '`AADSTS53003: Access has been blocked by Conditional Access policies`',
    fix: 'Ask an administrator of the tenant to look at the sign-in logs of the service principal.',
    source: entraCodes,
  },
  'entra-principal-missing': {
    severity: 'error',
    title: 'No service principal',
    wrong: 'AADSTS7000229: the application has no service principal in the tenant.',
    seen: '`AADSTS7000229`',
    fix: '```sh\naz ad sp create --id <client-id>\n```',
    source: entraCodes,
  },
  'entra-refused': {
    severity: 'error',
    title: 'Entra gave no token',
    wrong: 'Entra refused the sign-in. This action has no advice for the error number.',
    seen: 'The finding quotes the answer of Entra.',
    fix: 'Check `client-id`, `tenant-id` and the federated credential.',
    source: entraCodes,
  },
} as const satisfies Record<string, CodeDescription>
