/**
 * What a check is: one code, one severity, one pure function over the project.
 * Adding a check is adding an entry to the table of its group and a section to `codes/`.
 */
import type { Finding, Location, Severity } from '../findings'
import type { Binding, FunctionFolder } from '../functions/function-json/functions'
import { type Configuration, type Leaf, leafAt, placeAt } from '../functions/host-json/configuration'
import type { Span } from '../functions/json/json-tree'
import type { Plan } from '../functions/plans'
import type { projectCodes } from './codes'
import { type Project, placeIn } from './project'

export type ProjectCode = keyof typeof projectCodes

/** What is known besides the folder. Whatever is absent is not judged. */
export interface CheckContext {
  /** Executable inside the package, relative to its root, when it is known. */
  readonly deliveredExecutable?: string
  /** The plan of the function app, when one is given. */
  readonly plan?: Plan
  /** App settings with their values, when they are known: they override host.json. */
  readonly settings?: Readonly<Record<string, string>>
  /** The app has more settings than `settings` holds. */
  readonly isPartial?: boolean
  /** Value of FUNCTIONS_WORKER_RUNTIME of the app, when it is known. */
  readonly workerRuntime?: string
  /** Names of everything that counts as set in the app, when they are known. */
  readonly settingNames?: readonly string[]
  /** The app is asked for its settings later: what only they tell is left to that. */
  readonly awaitsApp?: boolean
  /** The app in Azure, when one is given. */
  readonly app?: AppContext
}

/** What checks say about an app in Azure, and what will be asked of it. */
export interface AppContext {
  readonly appName: string
  /** Options of an az command that name the app, for example `--name a --resource-group b`. */
  readonly target: string
  /** The input `verify-path`; empty for none. */
  readonly verifyPath: string
  /** A key is fetched where a function wants one. */
  readonly takesKeys: boolean
}

export interface Problem {
  /** What was found, with the value quoted. */
  readonly message: string
  readonly hint: string
  readonly location?: Location
  /** The function that it is about, if it is about one. */
  readonly functionName?: string
  /** Where the effect is not the one that the check usually has. */
  readonly severity?: Severity
}

export interface Check {
  readonly code: ProjectCode
  readonly severity: Severity
  readonly run: (project: Project, context: CheckContext) => readonly Problem[]
}

export type ProjectFinding = Finding & { readonly code: ProjectCode }

/**
 * The place of a value in host.json.
 *
 * @param span where; the whole file without
 * @returns the place, relative to the repository root
 */
export function inHostJson(project: Project, span?: Span): Location {
  return placeIn(project, 'host.json', span)
}

/**
 * The place of a value in a function's function.json.
 *
 * @param span where; the whole file without
 * @returns the place, relative to the repository root
 */
export function inFunctionJson(project: Project, folder: FunctionFolder, span?: Span): Location {
  return placeIn(project, folder.path, span)
}

/**
 * The place of a function: its function.json, or host.json where that has its route.
 *
 * @param name of the function
 */
export function placeOfFunction(project: Project, name: string): Location {
  const folder = project.functions.find((one) => one.name === name)
  return folder === undefined ? inHostJson(project) : inFunctionJson(project, folder)
}

/**
 * A check of one value of host.json: it runs only when the value is there.
 *
 * @param path segments joined by `:`, in any case
 * @param judge gives the text of the problem, or nothing when the value is fine
 * @returns a function for the table, placing the problem at the value
 */
export function onLeaf(
  path: string,
  judge: (leaf: Leaf, project: Project, context: CheckContext) => Omit<Problem, 'location'> | undefined,
): Check['run'] {
  return (project, context) => {
    const leaf = leafAt(project.configuration, path)
    const problem = leaf === undefined ? undefined : judge(leaf, project, context)
    if (leaf === undefined || problem === undefined) return []
    return [{ ...problem, location: inHostJson(project, leaf.node.span) }]
  }
}

/** A problem inside one function.json. */
export interface FunctionProblem {
  readonly message: string
  readonly hint: string
  /** Where in the file; the whole file without. */
  readonly at?: Pick<Span, 'line' | 'column'> & Partial<Span>
  /** Where the effect is not the one that the check usually has. */
  readonly severity?: Severity
}

/**
 * A check of every function on its own.
 *
 * @param judge gives the problem of one function, or nothing
 * @returns a function for the table, placing the problem in the function's function.json
 */
export function onEachFunction(
  judge: (folder: FunctionFolder, project: Project, context: CheckContext) => FunctionProblem | undefined,
): Check['run'] {
  return (project, context) =>
    project.functions.flatMap((folder) => {
      const problem = judge(folder, project, context)
      if (problem === undefined) return []
      const { at, ...rest } = problem
      return [{ ...rest, functionName: folder.name, location: { ...inFunctionJson(project, folder), ...at } }]
    })
}

/**
 * A check of every binding on its own.
 *
 * @param judge gives the problem of one binding, or nothing
 * @returns a function for the table, placing the problem in the function's function.json
 */
export function onEachBinding(
  judge: (
    binding: Binding,
    folder: FunctionFolder,
    project: Project,
    context: CheckContext,
  ) => FunctionProblem | undefined,
): Check['run'] {
  return (project, context) =>
    project.functions.flatMap((folder) =>
      folder.bindings.flatMap((binding) => {
        const problem = judge(binding, folder, project, context)
        if (problem === undefined) return []
        const { at = binding.node.span, ...rest } = problem
        return [
          { ...rest, functionName: folder.name, location: { ...inFunctionJson(project, folder), ...at } },
        ]
      }),
    )
}

/**
 * The place of the innermost key of a path that is there, for problems about what is missing below it.
 *
 * @param path segments joined by `:`, in any case
 * @returns the span of the key, or `undefined` when not even the first segment is there
 */
export function nearestKey(configuration: Configuration, path: string): Span | undefined {
  const segments = path.split(':')
  for (let length = segments.length; length > 0; length -= 1) {
    const place = placeAt(configuration, segments.slice(0, length).join(':'))
    if (place !== undefined) return place.keySpan
  }
  return undefined
}
