/**
 * A function app as the host reads it: host.json, the functions in their folders or routes, and everything that the
 * host refuses in them. It stands under the checks and the host's model alike, so that both know the same app.
 */
import { type AppFiles, readJsonFile } from './app-files'
import { type FunctionFolder, functionNames } from './function-json/functions'
import { readFunctionJson } from './function-json/read-function-json'
import { refusalOf } from './host-json/binder'
import { hasChildren, placeAt } from './host-json/configuration'
import { type HostJson, type HostJsonSurroundings, readHostJson } from './host-json/host-json'
import type { Refusal } from './refusal'

export interface FunctionApp {
  readonly hostJson: HostJson
  /** Of folders with a function.json, in the order of the listing; also those that `functions` leaves out. */
  readonly functions: readonly FunctionFolder[]
  /** What the host refuses, of host.json and of all functions. */
  readonly refusals: readonly Refusal[]
}

/**
 * Reads an app. It never throws on what the files hold.
 *
 * @param files the folder of host.json
 * @param surroundings app settings and plan, as far as they are known
 */
export function readFunctionApp(files: AppFiles, surroundings: HostJsonSurroundings = {}): FunctionApp {
  const hostJson = readHostJson(readJsonFile(files, 'host.json'), surroundings)
  const paths = new Set(files.listed.map(({ path }) => path))
  const { settings, plan } = surroundings
  const read = functionNames(files.listed).map((name) =>
    readFunctionJson(name, readJsonFile(files, `${name}/function.json`, 'object'), {
      configuration: hostJson.configuration,
      hasFile: (path) => paths.has(path),
      ...(settings === undefined ? {} : { settings }),
      ...(plan === undefined ? {} : { plan }),
    }),
  )
  const isVisible = (name: string) => isAllowed(hostJson, name)
  const functions = read.map((each) => each.function)
  const refusals = read.filter((each) => isVisible(each.function.name)).flatMap((each) => each.refusals)
  const refused = new Set(refusals.map(({ functionName }) => functionName))
  const left = functions.filter(({ name }) => !refused.has(name))
  const isEmpty = left.length === functions.length || left.length > 0
  return {
    hostJson,
    functions,
    refusals: [
      ...hostJson.refusals,
      ...refusals,
      ...(surroundings.isNative || isRouted(hostJson) || !isEmpty || left.some(({ name }) => isVisible(name))
        ? []
        : [noFunctions(hostJson)]),
    ],
  }
}

/** Whether the list `functions`, when there is one, has the name in any case. */
export function isAllowed({ allowList }: HostJson, name: string): boolean {
  return allowList === undefined || allowList.some((allowed) => allowed.toLowerCase() === name.toLowerCase())
}

/** Functions can also come from `customHandler.http.routes`, which a profile may bring. */
function isRouted({ configuration }: HostJson): boolean {
  return hasChildren(configuration, 'customHandler:http:routes')
}

function noFunctions({ configuration }: HostJson): Refusal {
  const text = 'No job functions found. Try making your job classes and methods public.'
  return refusalOf('no-functions', text, placeAt(configuration, 'functions'), 'unlisted')
}
