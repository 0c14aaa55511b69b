/**
 * A function app as the host reads it: host.json, the functions in their folders or routes, and everything that the
 * host refuses in them. It stands under the checks and the host's model alike, so that both know the same app.
 */
import { type AppFiles, readJsonFile } from './app-files'
import { type FunctionFolder, functionNames } from './function-json/functions'
import { readFunctionJson } from './function-json/read-function-json'
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
  return {
    hostJson,
    functions: read.map((each) => each.function),
    refusals: [...hostJson.refusals, ...read.flatMap(({ refusals }) => refusals)],
  }
}
