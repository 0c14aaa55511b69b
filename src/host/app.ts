/**
 * An unpacked package as the Functions host runs it: the handler, where requests go, and what the host logs.
 * It reads nothing itself: the ground floor does. It neither starts anything nor explains mistakes to users.
 */
import { AppFolder } from '../files/app-folder'
import { listFiles } from '../files/listing'
import { readFunctionApp } from '../functions/app'
import type { HostFunction } from '../functions/function-json/host-function'
import type { Forwarding, HandlerDescription } from '../functions/host-json/handler'
import type { Plan } from '../functions/plans'
import type { Refusal } from '../functions/refusal'
import type { RouteTable } from '../functions/routes/route-table'

export type HostHandler = HandlerDescription
export type HostProfile = Plan

/** `public`: all but the host's own pages under `/admin`. */
export type RefusedRequests = 'nothing' | 'public' | 'everything'

/** A function app on disk, as plain data. */
export interface HostApp {
  readonly folder: string
  /** Undefined when the host would not start any custom handler. */
  readonly handler: HostHandler | undefined
  readonly forwarding: Forwarding
  /** Only with the legacy `httpWorker` section: requests are forwarded to `/<FunctionName>`. */
  readonly isLegacy: boolean
  /** As written; empty when routes start at the root. */
  readonly routePrefix: string
  /** In the order in which the host keeps them. */
  readonly functions: readonly HostFunction[]
  /** Those that `functions` in host.json leaves out: listed and nothing else. */
  readonly leftOut: readonly HostFunction[]
  /** Where requests go. */
  readonly routes: RouteTable<HostFunction>
  /** What stops the host or leaves it without a handler, in its own words. */
  readonly errors: readonly string[]
  /** After what the process of a host that starts ends by itself, in its own words. */
  readonly end?: string
  /** What the host logs and goes on after. */
  readonly warnings: readonly string[]
  /** Milliseconds a function may take; undefined for no end. */
  readonly functionTimeoutMs: number | undefined
  /** What a host that runs answers with 500, whatever the handler does. */
  readonly refuses: RefusedRequests
}

export interface LoadOptions {
  readonly settings?: Readonly<Record<string, string>>
  readonly profile?: HostProfile
  /** The app has no further settings, so that a name that is missing among them is missing in Azure. */
  readonly hasAllSettings?: boolean
}

/** The host's own limit is the disk. */
const maxFiles = 200_000

/**
 * Reads an unpacked package the way the host does.
 *
 * @param folder the package's root, in Azure `/home/site/wwwroot`
 * @param options app settings (they can override host.json) and the plan, where rules depend on it
 * @returns the app; mistakes are in `errors`, and each function's own in its `errors`
 * @throws ActionError when the folder cannot be listed
 */
export function loadApp(folder: string, options: LoadOptions = {}): HostApp {
  const { settings = {}, profile, hasAllSettings = false } = options
  const files = new AppFolder(folder, folder, listFiles(folder, { limit: maxFiles }))
  const { hostJson, hostFunctions, leftOut, routes, refusals } = readFunctionApp(files, {
    settings,
    isPartial: !hasAllSettings,
    ...(profile === undefined ? {} : { plan: profile }),
  })
  const end = refusals.find(({ effect }) => effect === 'end')
  const isDefault = hostJson.file.state === 'missing'
  return {
    folder,
    handler: hostJson.handler,
    forwarding: hostJson.forwarding,
    isLegacy: hostJson.section === 'httpWorker',
    routePrefix: hostJson.routePrefix,
    functions: hostJson.isRefused ? [] : hostFunctions,
    leftOut: hostJson.isRefused ? [] : leftOut,
    routes,
    errors: refusals.filter(({ effect }) => effect === 'host').map(({ text }) => text),
    ...(end === undefined ? {} : { end: end.text }),
    warnings: [
      ...(isDefault ? [noHostJson] : []),
      ...(refusals.some(({ rule }) => rule === 'no-functions') ? [noFunctions] : []),
      ...hostJson.warnings,
    ],
    functionTimeoutMs:
      hostJson.functionTimeoutSeconds === undefined ? undefined : hostJson.functionTimeoutSeconds * 1000,
    refuses: refusedRequests(refusals),
  }
}

function refusedRequests(refusals: readonly Refusal[]): RefusedRequests {
  if (refusals.some(({ effect }) => effect === 'mute')) return 'everything'
  const isOfAll = ({ effect, functionName }: Refusal) =>
    effect === 'unreachable' && functionName === undefined
  return refusals.some(isOfAll) ? 'public' : 'nothing'
}

const noHostJson =
  'No functions were found. This can occur before you deploy code to your function app or when the host.json file is missing from the most recent deployment.'
const noFunctions = 'No job functions found. Try making your job classes and methods public.'
