/**
 * Which file the host starts, as far as host.json says it
 * (HttpWorkerDescription.cs of azure-functions-host). Pure string work.
 */
import { posix } from 'node:path'
import { type Configuration, leafAt } from './configuration'
import { descriptionPath } from './handler'

/** Where a function app is mounted in Azure (`AzureWebJobsScriptRoot` of the host's images). */
export const siteRoot = '/home/site/wwwroot'

/** The native Go worker starts this name at the root of the package. */
export const nativeExecutable = 'app'

/**
 * The executable that host.json names, relative to the project folder.
 *
 * @returns a path with forward slashes, without `./`; empty when there is none, when it lies outside of
 *   the app, or when a `%VARIABLE%` decides
 */
export function executableFrom(configuration: Configuration): string {
  const description = descriptionPath(configuration)
  const named = leafAt(configuration, `${description}:defaultExecutablePath`)?.value ?? ''
  if (named.trim() === '' || /[%\0]|\/$/.test(named) || isInterpreter(named)) return ''
  if (named.split('/').some((part) => Buffer.byteLength(part) > 255)) return ''
  const directory = leafAt(configuration, `${description}:workerDirectory`)?.value ?? ''
  return insideApp(posix.resolve(siteRoot, directory, named))
}

/** Programs that start something else; no project builds its handler under such a name. */
const interpreters: ReadonlySet<string> = new Set(
  'sh bash dash env node python python3 dotnet java go'.split(' '),
)

/**
 * Says whether a path names a program of the system that runs scripts.
 *
 * @param path `defaultExecutablePath`
 * @returns true for names such as `bash` and for paths below the system's program folders
 */
export function isInterpreter(path: string): boolean {
  return interpreters.has(path) || /^\/(usr\/(local\/)?)?bin\//.test(path)
}

/**
 * An absolute path of the host as a path of the app.
 *
 * @param path absolute, as in Azure
 * @returns relative to the app's root; empty for the root itself and for what lies outside
 */
export function insideApp(path: string): string {
  const within = posix.relative(siteRoot, path)
  return within === '..' || within.startsWith('../') ? '' : within
}

/**
 * A name from the `executable` input in the same form.
 *
 * @param name as the user wrote it
 * @returns without `./` and doubled slashes
 */
export function normalizeExecutable(name: string): string {
  return name === '' ? '' : posix.normalize(name).replace(/^\.\//, '')
}
