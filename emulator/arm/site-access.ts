/** What the configuration of a site says of who may come in: access restrictions and sign-in. Pure. */
import type { App } from '../app/state'
import type { FrontPage } from '../server/life-faults'

/** As the portal writes a rule, and what it shows below the last one. */
export const officeOnly = [
  { ipAddress: '192.0.2.0/24', action: 'Allow', tag: 'Default', priority: 100, name: 'office' },
  {
    ipAddress: 'Any',
    action: 'Deny',
    priority: 2147483647,
    name: 'Deny all',
    description: 'Deny all access',
  },
]

/**
 * The `config/authsettingsV2` resource, without secrets.
 *
 * @param front what answers in the app's place
 */
export function signInBody(app: App, front?: FrontPage): Readonly<Record<string, unknown>> {
  const enabled = front === 'sign-in' || front === 'sign-in-401'
  return {
    id: `${app.id}/config/authsettingsV2`,
    name: 'authsettingsV2',
    type: 'Microsoft.Web/sites/config',
    location: app.spec.location,
    properties: {
      platform: { enabled, runtimeVersion: '~1' },
      globalValidation: {
        requireAuthentication: enabled,
        unauthenticatedClientAction: !enabled
          ? 'AllowAnonymous'
          : front === 'sign-in-401'
            ? 'Return401'
            : 'RedirectToLoginPage',
      },
    },
  }
}
