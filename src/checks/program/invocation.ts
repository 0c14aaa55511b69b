/**
 * Checks that the Go code answers what the host sends: the forwarded request or the invocation contract
 * (DefaultHttpWorkerService.cs and FunctionMetadataExtensions.cs of azure-functions-host).
 * Where the code does not tell all its routes, nothing is reported.
 */

import { bindingTypeOf } from '../../functions/function-json/binding-types'
import type { FunctionFolder } from '../../functions/function-json/functions'
import { leafAt, placeAt } from '../../functions/host-json/configuration'
import { memberInAnyCase } from '../../functions/json/json-tree'
import { publicPath } from '../../functions/routes/route'
import { goCodeOf, hasOwnMain } from '../../gosource/code'
import { hasUnknownModules } from '../../gosource/modules'
import { type GoRoutes, goRoutesOf, type RegisteredPattern } from '../../gosource/routes'
import { placeOfOffset } from '../../gosource/source'
import { type Check, inFunctionJson, inHostJson, type Problem } from '../check'
import { routePrefix } from '../describe-functions'
import type { Project } from '../project'
import { forwards, isPlainHttp } from './forwarding'
import { answersTo } from './route-match'

export const invocationChecks: readonly Check[] = [
  { code: 'forwarding-not-applied', severity: 'warning', run: notApplied },
  { code: 'forwarding-off', severity: 'warning', run: forwardingOff },
  { code: 'route-not-registered', severity: 'warning', run: routeNotRegistered },
  { code: 'invocation-not-registered', severity: 'warning', run: invocationNotRegistered },
]

function isJudged(project: Project): boolean {
  return project.model === 'custom-handler' && placeAt(project.configuration, 'customHandler') !== undefined
}

function notApplied(project: Project): readonly Problem[] {
  const routes = isJudged(project) && forwards(project) ? goRoutesOf(project.go) : undefined
  if (routes === undefined) return []
  const isAnswered = answersTo(routes)
  return project.functions
    .filter((folder) => folder.http !== undefined && folder.bindings.length > 2 && !isPlainHttp(folder))
    .filter(({ name }) => !isAnswered(`/${name}`))
    .map((folder) => ({
      message: `Function '${folder.name}' has ${folder.bindings.length} bindings, so the host does not forward its requests. It posts the invocation as JSON to '/${folder.name}', but the Go code does not register this path.`,
      hint: `Register '/${folder.name}' and answer with { "Outputs": ... }, or keep only the HTTP trigger and the HTTP output and use a client library for the rest.`,
      location: placeOfTrigger(project, folder),
      functionName: folder.name,
    }))
}

function forwardingOff(project: Project): readonly Problem[] {
  const section = placeAt(project.configuration, 'customHandler')
  if (!isJudged(project) || section === undefined || forwards(project)) return []
  if (leafAt(project.configuration, 'customHandler:description:defaultExecutablePath') === undefined)
    return []
  if (project.functions.length === 0 || !project.functions.every(isPlainHttp)) return []
  const code = goCodeOf(project.go)
  if (!project.go.isComplete || hasUnknownModules(code) || !hasOwnMain(code)) return []
  if (code.files.some(({ text }) => /outputs|returnvalue/i.test(text))) return []
  const flag = placeAt(project.configuration, 'customHandler:enableForwardingHttpRequest')
  return [
    {
      message:
        "The host does not forward requests ('enableForwardingHttpRequest' is not true). It expects 'Outputs' or 'ReturnValue' in each answer, but the Go code writes neither.",
      hint: 'Set "enableForwardingHttpRequest": true directly in "customHandler".',
      location: inHostJson(project, flag?.node.span ?? section.keySpan),
    },
  ]
}

function routeNotRegistered(project: Project): readonly Problem[] {
  const routes = isJudged(project) && forwards(project) ? goRoutesOf(project.go) : undefined
  if (routes === undefined) return []
  const isAnswered = answersTo(routes)
  const prefix = routePrefix(project.configuration)
  return project.functions.flatMap((folder) => {
    if (folder.http === undefined || !isPlainHttp(folder)) return []
    const path = publicPath(prefix, folder.http.route)
    if (isAnswered(path)) return []
    const near = nearest(routes, path)
    return [
      {
        message: `The host forwards requests of function '${folder.name}' to '${path}', but the Go code does not register this path${near === undefined ? '' : `. It registers '${near.text}'`}.`,
        hint: correction(routes, near, path),
        location: near === undefined ? placeOfTrigger(project, folder) : placeOfPattern(project, near),
        functionName: folder.name,
      },
    ]
  })
}

function invocationNotRegistered(project: Project): readonly Problem[] {
  const routes = isJudged(project) ? goRoutesOf(project.go) : undefined
  if (routes === undefined) return []
  const isAnswered = answersTo(routes)
  const posted = project.functions.filter(
    (folder) =>
      // What a misspelt type means by its invocations nobody knows.
      bindingTypeOf(folder.trigger?.type) !== undefined &&
      (folder.http === undefined || (!forwards(project) && speaksContract(project))),
  )
  return posted
    .filter(({ name }) => !isAnswered(`/${name}`))
    .map((folder) => ({
      message: `The host posts the invocations of function '${folder.name}' (${folder.trigger?.type}) to '/${folder.name}', but the Go code does not register this path.`,
      hint: `Register '/${folder.name}' and answer with JSON: { "Outputs": {}, "Logs": [], "ReturnValue": null }.`,
      location: placeOfTrigger(project, folder),
      functionName: folder.name,
    }))
}

/** With forwarding off, code that never writes the contract is reported once, by the check of forwarding. */
function speaksContract(project: Project): boolean {
  return goCodeOf(project.go).files.some(({ text }) => /outputs|returnvalue/i.test(text))
}

function placeOfTrigger(project: Project, folder: FunctionFolder) {
  const route =
    memberInAnyCase(folder.trigger?.node, 'route') ?? memberInAnyCase(folder.trigger?.node, 'type')
  return inFunctionJson(project, folder, route?.value.span)
}

/** A pattern that ends like the path: most often only the prefix is missing. */
function nearest({ patterns }: GoRoutes, path: string): RegisteredPattern | undefined {
  const last = lastSegment(path)
  return last === '' ? undefined : patterns.find(({ text }) => lastSegment(text) === last)
}

function lastSegment(path: string): string {
  return /([^/\s]*)\/?$/.exec(path.slice(-200))?.[1]?.toLowerCase() ?? ''
}

function correction({ prefixes }: GoRoutes, near: RegisteredPattern | undefined, path: string): string {
  if (near === undefined) return `Register '${path}'.`
  if (prefixes.length > 0)
    return `Register it so that its whole path, with the groups around it, is '${path}'.`
  return `Write '${/^[A-Z]+[ \t]+/.exec(near.text)?.[0] ?? ''}${path}' here.`
}

function placeOfPattern(project: Project, { file, offset, end }: RegisteredPattern) {
  const text = goCodeOf(project.go).files.find(({ path }) => path === file)?.text ?? ''
  const { line, column } = placeOfOffset(text, offset)
  const { line: endLine, column: endColumn } = placeOfOffset(text, end)
  return { file, line, column, endLine, endColumn }
}
