/**
 * What can be different about the life of one app's hosts, as knobs of a fault plan. Data only; each says where it
 * was read or that it is assumed.
 */

/** What answers in the app's place: a page of the platform, in front of the host. */
export const frontPages = [
  /** `az functionapp stop`, or the portal. */
  'stopped',
  /** The day's quota is used up: the site says so as well. */
  'quota',
  /** An access restriction of the app (`ipSecurityRestrictions`). */
  'ip-forbidden',
  /** `publicNetworkAccess` is `Disabled`, which closes the SCM site too; the site says so as well. */
  'closed',
  /** App Service authentication that sends browsers to a login. */
  'sign-in',
  /** The same for clients that are no browsers. */
  'sign-in-401',
  /** `clientCertMode` is `Required`; the site says so as well. */
  'client-certificate',
] as const
export type FrontPage = (typeof frontPages)[number]

export interface LifeFaults {
  /**
   * After a package was taken into use, the old one answers on for so long, with its old uptime. Measured by nobody;
   * that it happens is what clients wait for (azure-functions-core-tools, WaitUntilFunctionAppReadyAsync).
   */
  readonly restartLagMs?: number
  /** After the lag old and new answer in turn for so long, as with a rolling update (siteUpdateStrategy of Flex). */
  readonly rolling?: { readonly forMs: number }
  /** Instances that answer in turn; 1 when absent. */
  readonly instances?: number
  /**
   * What `instanceId` does. Without: new with each deployment on the Consumption plans, kept on the others (assumed
   * from WEBSITE_INSTANCE_ID and CONTAINER_NAME). `fresh`: new with each process. `empty`: as the host says outside of
   * Azure (recorded, admin.jsonl).
   */
  readonly instanceIds?: 'kept' | 'fresh' | 'empty'
  /** One more restart of every instance, so long after the new package was served by all (seen by users). */
  readonly extraRestart?: { readonly afterMs: number }
  /** The new package is read by the same process: same uptime, same id (recorded, admin.jsonl: "replaced while it runs"). */
  readonly reloadsInProcess?: boolean
  /** A deployment with status 6 leaves the old package in use (assumed; without, the new one is). */
  readonly partialKeepsOld?: boolean
  /** So many trigger syncs after a package was taken into use publish the functions of the package before (seen by users). */
  readonly syncServesOld?: number
  /** What is listed stays when the host is in error (assumed; without, its admin list is published, empty where it has none). */
  readonly listKeptOnError?: boolean
  /** The deployment record is gone so long after its end, as when the worker is recycled (azure-dev, funcapp_host_client.go). */
  readonly recordVanishes?: { readonly afterMs: number }
  /**
   * In place of the host's 30 s for a handler to get ready; callers wait four times as long, and three handlers in a
   * row may take it (run, 4.1037.0).
   */
  readonly handlerTimeoutMs?: number
  /** Pauses between the end of a host's process and the next one; the last repeats (that they grow is assumed). */
  readonly hostPausesMs?: readonly number[]
  /** Uptimes that the status page names grow so many times as fast: for a test whose action has such a clock. */
  readonly uptimeSpeed?: number
  /** A page of the platform in the app's place. */
  readonly front?: FrontPage
  /** A lock on the site and its slots, 409 `ScopeLocked`: ReadOnly holds back whatever is no GET, listing settings too. */
  readonly lock?: 'ReadOnly' | 'CanNotDelete'
  /** Why ARM's bridge to the host fails, as its wrapper names it: `Forbidden`, `InternalServerError`, … */
  readonly bridgeFails?: string
}
