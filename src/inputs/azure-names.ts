/** Names of Azure things, as Azure allows them. */

export const azureNames = {
  /** Of function apps and of slots. */
  site: { allowed: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,58}[A-Za-z0-9])?$/, use: 'letters, digits and hyphens' },
  resourceGroup: { allowed: /^[\p{L}\p{N}_().-]{1,90}$/u, use: 'the name as in the portal' },
  /** Path and query of the app. */
  sitePath: { allowed: /^\/(?!\/)[^\s\\#]*$/, use: "a path that starts with one '/', without blanks" },
} as const
