/**
 * What the host would start: the executable's path, the arguments and the working directory.
 * Looks at files to resolve names; it starts nothing.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import type { HostHandler } from '../app'
import { hostPath } from './environment'

export interface HandlerCommand {
  /** As the host names it in its log: absolute when the file is there, else as written. */
  readonly fileName: string
  /** The file to execute; undefined when there is none, in the package or on PATH. */
  readonly program: string | undefined
  readonly arguments: readonly string[]
  readonly workingDirectory: string
}

/** Programs that a build machine has and no image of the Functions host. */
const absentFromHost = new Set(['go', 'gofmt', 'gcc', 'cc', 'make'])

/**
 * Resolves a handler's description as the host does before it starts the process.
 *
 * @param handler the description in host.json
 * @param appRoot the folder of host.json
 * @param environment the handler's complete environment, for `%NAME%`
 * @returns what would be started
 * @see src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs, ProcessManagement/WorkerDescription.cs and
 *   ProcessManagement/DefaultWorkerProcessFactory.cs in Azure/azure-functions-host
 */
export function resolveCommand(
  handler: HostHandler,
  appRoot: string,
  environment: Readonly<Record<string, string>>,
): HandlerCommand {
  const executable = hereIfInApp(expandVariables(handler.executable, environment), appRoot)
  const inWorkerDirectory = join(fromRoot(appRoot, handler.workerDirectory), executable)
  const isInPackage = !isAbsolute(executable) && isFile(inWorkerDirectory)
  const fileName = isInPackage ? inWorkerDirectory : executable
  return {
    fileName,
    program: isAbsolute(fileName) ? existing(fileName) : findOnPath(fileName),
    arguments: resolveArguments(handler, environment),
    workingDirectory: fromRoot(appRoot, handler.workingDirectory),
  }
}

/**
 * Splits a command line into arguments as .NET does on Unix: blanks separate, double quotes group,
 * backslashes are special only before a quote.
 *
 * @param line the joined arguments
 * @returns the arguments
 * @see System.Diagnostics.ProcessStartInfo.Arguments in the .NET documentation
 */
export function splitCommandLine(line: string): readonly string[] {
  const found: string[] = []
  let current: string | undefined
  let isQuoted = false
  for (let index = 0; index < line.length; index += 1) {
    const backslashes = /^\\+(?=")/.exec(line.slice(index))?.[0].length ?? 0
    if (backslashes > 0) {
      current = (current ?? '') + '\\'.repeat(Math.floor(backslashes / 2))
      index += backslashes
      if (backslashes % 2 === 1) {
        current += '"'
        continue
      }
    }
    const character = line[index] ?? ''
    if (character === '"') {
      current ??= ''
      if (isQuoted && line[index + 1] === '"') {
        current += '"'
        index += 1
      } else {
        isQuoted = !isQuoted
      }
    } else if (!isQuoted && (character === ' ' || character === '\t')) {
      if (current !== undefined) found.push(current)
      current = undefined
    } else {
      current = (current ?? '') + character
    }
  }
  if (current !== undefined) found.push(current)
  return found
}

/**
 * Every argument is expanded and joined without quotes; then each remaining `%…%` span of the whole line,
 * also across two arguments, is deleted. Only the worker path is quoted.
 */
function resolveArguments(
  handler: HostHandler,
  environment: Readonly<Record<string, string>>,
): readonly string[] {
  const expand = (text: string) => expandVariables(text, environment)
  const workerPath = handler.workerPath === '' ? [] : [`"${expand(handler.workerPath)}"`]
  const line = [...handler.arguments.map(expand), ...workerPath, ...handler.workerArguments.map(expand)].join(
    ' ',
  )
  return splitCommandLine(line.replace(/%[^%]*%/g, ''))
}

/** A name that is not set stays as it is written, percent signs included. */
function expandVariables(text: string, environment: Readonly<Record<string, string>>): string {
  return text.replace(/%([^%]+)%/g, (written, name: string) =>
    Object.hasOwn(environment, name) ? (environment[name] ?? written) : written,
  )
}

function fromRoot(appRoot: string, directory: string): string {
  return isAbsolute(directory) ? hereIfInApp(directory, appRoot) : join(appRoot, directory)
}

/** What lies in the app's folder in Azure lies in `appRoot` here. */
function hereIfInApp(path: string, appRoot: string): string {
  const inside = relative('/home/site/wwwroot', path)
  return isAbsolute(path) && !inside.startsWith('..') ? join(appRoot, inside) : path
}

/** `statSync` alone throws for `file/` and for names that no file can have. */
function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined
}

function findOnPath(name: string): string | undefined {
  if (name === '' || absentFromHost.has(name)) return undefined
  return hostPath
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => isFile(path) && isExecutable(path))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
