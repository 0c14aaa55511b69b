/**
 * Checks of host.json itself: is it there, can the host read it, is its version right.
 * Sections are checked in their own groups.
 */
import { type JsonNode, memberInAnyCase, memberOf, quoteJson } from '../../functions/json/json-tree'
import { appFolderHint } from '../app-folders'
import { type Check, inHostJson, type Problem } from '../check'
import { isMisspelt, renaming } from '../file-names'
import { jsonAdvice } from '../json-advice'
import { type Project, placeIn } from '../project'

/** Checks of host.json as a file, in the order in which the host reads it. */
export const hostJsonChecks: readonly Check[] = [
  { code: 'host-json-missing', severity: 'error', run: missing },
  { code: 'host-json-case', severity: 'error', run: wrongCase },
  { code: 'host-json-unparseable', severity: 'error', run: unparseable },
  { code: 'host-json-empty', severity: 'error', run: empty },
  { code: 'host-json-version-missing', severity: 'error', run: versionMissing },
  { code: 'host-json-version', severity: 'error', run: versionWrong },
  { code: 'host-json-not-strict', severity: 'notice', run: notStrict },
]

function missing(project: Project): readonly Problem[] {
  if (project.hostJson.state !== 'missing' || misspelled(project) !== undefined) return []
  const message = `The folder '${project.folder}' has no host.json.`
  const meant = project.files.find(({ path }) => isMisspelt(path, 'host.json'))?.path
  if (meant === undefined) return [{ message, hint: appFolderHint(project.appFolders) }]
  return [{ message: `${message} The host does not read '${meant}'.`, hint: renaming(meant, 'host.json') }]
}

function wrongCase(project: Project): readonly Problem[] {
  const found = misspelled(project)
  if (project.hostJson.state !== 'missing' || found === undefined) return []
  return [
    {
      message: `The file '${found}' is not read: the host looks for 'host.json', and Linux tells the cases apart.`,
      hint: renaming(found, 'host.json'),
      location: placeIn(project, found),
    },
  ]
}

function misspelled(project: Project): string | undefined {
  return project.files.find(({ path }) => path !== 'host.json' && path.toLowerCase() === 'host.json')?.path
}

function unparseable(project: Project): readonly Problem[] {
  const { hostJson } = project
  if (hostJson.state === 'failed') {
    const { reason, line, column } = hostJson.failure
    return [
      {
        message: `host.json is not valid JSON: ${reason}.`,
        hint: jsonAdvice(hostJson.failure),
        location: { ...inHostJson(project), line, column },
      },
    ]
  }
  if (hostJson.state === 'missing' || hostJson.document.root.kind === 'object') return []
  const { root } = hostJson.document
  const message = `host.json holds ${quoteJson(root)}, but the host reads an object.`
  return [
    { message, hint: 'Write an object: { "version": "2.0", ... }', location: inHostJson(project, root.span) },
  ]
}

function empty(project: Project): readonly Problem[] {
  const root = rootObject(project)
  if (root === undefined || root.members.length > 0) return []
  return [
    {
      message: 'host.json is an empty object, so the host uses its defaults and knows no custom handler.',
      hint: 'Write "version": "2.0" and a customHandler section into it.',
      location: inHostJson(project, root.span),
    },
  ]
}

function versionMissing(project: Project): readonly Problem[] {
  const root = rootObject(project)
  if (root === undefined || root.members.length === 0) return []
  const version = memberOf(root, 'version')?.value
  if (version !== undefined) return isNothing(version) ? [versionProblem(project, version)] : []
  const other = memberInAnyCase(root, 'version')
  if (other === undefined) {
    return [
      {
        message: "host.json has no 'version'.",
        hint: 'Add "version": "2.0" as its first key.',
        location: inHostJson(project, {
          ...root.span,
          endLine: root.span.line,
          endColumn: root.span.column + 1,
        }),
      },
    ]
  }
  return [
    {
      message: `host.json has '${other.key}' where the host looks for 'version' in lower case.`,
      hint: 'Write the key as "version".',
      location: inHostJson(project, other.keySpan),
    },
  ]
}

function versionWrong(project: Project): readonly Problem[] {
  const version = memberOf(rootObject(project), 'version')?.value
  if (version === undefined || isNothing(version)) return []
  return version.kind === 'string' && version.value === '2.0' ? [] : [versionProblem(project, version)]
}

/** To the host an empty text and null are no version (run, 4.1037.0). */
function isNothing(version: JsonNode): boolean {
  return version.kind === 'null' || (version.kind === 'string' && version.value === '')
}

function versionProblem(project: Project, version: JsonNode): Problem {
  return {
    message: `host.json has version ${quoteJson(version)}, but the host accepts only the string "2.0".`,
    hint: 'Write "version": "2.0".',
    location: inHostJson(project, version.span),
  }
}

function notStrict(project: Project): readonly Problem[] {
  if (project.hostJson.state !== 'parsed') return []
  const { lenientFrom } = project.hostJson.document
  if (lenientFrom === undefined) return []
  return [
    {
      message:
        'host.json is read by the host but is not strict JSON (comments, trailing commas or other quotes).',
      hint: 'Other tools such as jq or azd may refuse it; write strict JSON if you use them.',
      location: { ...inHostJson(project), ...lenientFrom },
    },
  ]
}

function rootObject(project: Project) {
  if (project.hostJson.state !== 'parsed') return undefined
  const { root } = project.hostJson.document
  return root.kind === 'object' ? root : undefined
}
