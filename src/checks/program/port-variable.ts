/**
 * Looks for the variable that carries the port: in Go strings, in host.json, in the binary.
 * Outside the table of checks because the best answer comes from the built program.
 */

import type { Location } from '../../findings'
import { executableFrom } from '../../functions/host-json/executable'
import { type GoCode, goCodeOf, hasOwnMain } from '../../gosource/code'
import { hasUnknownModules } from '../../gosource/modules'
import { placeOfOffset } from '../../gosource/source'
import type { ProjectFinding } from '../check'
import type { Project } from '../project'

/** Parts of the name count too: libraries such as envconfig put it together from a prefix and a field. */
const mention = /customhandler/i
const legacyMention = /httpworker/i

/**
 * Says whether the program ignores the port on which the host expects it.
 *
 * @param binaryMentions whether the built program holds the text `FUNCTIONS_CUSTOMHANDLER_PORT` (or the legacy
 *   name); `undefined` when that is not known, then the source alone decides and unknown modules mean silence
 * @returns a warning when the variable is surely not read, a notice when only the legacy name is
 */
export function portVariableUnread(
  project: Project,
  binaryMentions: boolean | undefined,
): ProjectFinding | undefined {
  if (project.model !== 'custom-handler' || binaryMentions === true) return undefined
  const code = goCodeOf(project.go)
  if (mentions(project, code, mention) || isStartedByAnother(project)) return undefined
  if (binaryMentions === undefined && (!project.go.isComplete || !hasOwnMain(code))) return undefined
  if (mentions(project, code, legacyMention)) return legacy(code)
  if (binaryMentions === undefined && hasUnknownModules(code)) return undefined
  // A program that goes through its whole environment may find the port there.
  if (code.files.some(({ text }) => /\bEnviron\(/.test(text))) return undefined
  return {
    code: 'port-variable-unread',
    severity: 'warning',
    message:
      'Nothing in the Go code reads FUNCTIONS_CUSTOMHANDLER_PORT, the variable with the port on which the host expects the program.',
    hint: 'Listen on ":" + os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT").',
    ...location(placeOfListening(code)),
  }
}

/** A script or another program stands between the host and the built program, and may hand the port on. */
function isStartedByAnother({ configuration, executable }: Project): boolean {
  const started = executableFrom(configuration)
  return started === '' || started !== executable
}

function mentions(project: Project, code: GoCode, wanted: RegExp): boolean {
  if (placeOfString(code, wanted) !== undefined) return true
  // host.json can pass it as an argument: "--port", "%FUNCTIONS_CUSTOMHANDLER_PORT%".
  return [...project.configuration.leaves.values()].some(({ value }) => wanted.test(value))
}

function legacy(code: GoCode): ProjectFinding {
  return {
    code: 'port-variable-legacy',
    severity: 'notice',
    message: 'The Go code reads the port from FUNCTIONS_HTTPWORKER_PORT, the name of an earlier version.',
    hint: 'Read FUNCTIONS_CUSTOMHANDLER_PORT.',
    ...location(placeOfString(code, legacyMention)),
  }
}

function location(place: Location | undefined): { readonly location?: Location } {
  return place === undefined ? {} : { location: place }
}

function placeOfString(code: GoCode, wanted: RegExp): Location | undefined {
  for (const { path, text, tokens } of code.files) {
    if (!wanted.test(text)) continue
    const token = tokens().find(({ kind, text: value }) => kind === 'string' && wanted.test(value))
    if (token !== undefined) return { file: path, ...placeOfOffset(text, token.offset) }
  }
  return undefined
}

/** Where the program starts to listen, else where it starts. */
function placeOfListening(code: GoCode): Location | undefined {
  for (const wanted of [/\b(ListenAndServe|ListenAndServeTLS|Listen|Run|Start)\b/, /\bmain\b/]) {
    for (const { path, text, tokens } of code.files.filter((file) => wanted.test(file.text))) {
      const all = tokens()
      const token = all.find(({ kind, text: name }, index) => {
        const isCall = kind === 'name' && wanted.exec(name)?.[0] === name && all[index + 1]?.text === '('
        return isCall && /^(\.|func)$/.test(all[index - 1]?.text ?? '')
      })
      if (token !== undefined) return { file: path, ...placeOfOffset(text, token.offset) }
    }
  }
  return undefined
}
