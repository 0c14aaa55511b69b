/**
 * Reads .funcignore as gitignore rules and says where they hurt: needed files removed, Core Tools disagreeing.
 * Pure.
 */
import ignore, { type Ignore } from 'ignore'
import type { Finding, Location, Severity } from '../findings'
import type { ArchiveCode } from './codes'
import { quoted, quotedList } from './entry-names'
import { ruleFault } from './rule-limits'

/**
 * The rules that can be matched in bounded time; each other one is an error, since ignoring it could pack a file
 * that it keeps out.
 *
 * @param text .funcignore as it stands
 * @param folder folder of .funcignore relative to the repository root
 * @returns the text with blank lines in place of refused rules, and at most ten findings
 */
export function soundRules(
  text: string,
  folder = '.',
): { readonly text: string; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const kept = text.split(/\r?\n/).map((line) => {
    const reason = line.startsWith('#') ? undefined : ruleFault(line)
    if (reason === undefined) return line
    findings.push(
      finding(
        'funcignore-invalid',
        'error',
        `The action refuses the .funcignore rule ${quoted(line)}: ${reason}.`,
        'Write a simpler rule, or several.',
        locate(text, line.trim(), folder),
      ),
    )
    return ''
  })
  return { text: kept.join('\n'), findings: findings.slice(0, 10) }
}

/**
 * Needed files that .funcignore would remove.
 *
 * @param funcignore its text as it stands, and the rules made of it
 * @param needed paths that the app cannot do without, relative to the folder of .funcignore
 * @param folder that folder relative to the repository root
 * @returns one error for each rule, at its line
 */
export function neededRemoved(
  { text, rules }: { readonly text: string; readonly rules: Ignore },
  needed: readonly string[],
  folder = '.',
): readonly Finding[] {
  const removed = new Map<string, string[]>()
  for (const path of needed) {
    if (!ignore.isPathValid(path)) continue
    const result = rules.test(path)
    if (!result.ignored) continue
    const rule = result.rule?.pattern ?? ''
    removed.set(rule, [...(removed.get(rule) ?? []), path])
  }
  return [...removed].map(([rule, paths]) =>
    finding(
      'funcignore-removes-needed',
      'error',
      `.funcignore rule ${quoted(rule)} removes ${quotedList(paths)}, which the app needs.`,
      `Anchor the rule with a leading slash, make it narrower, or add '!/${paths[0]}' below it.`,
      locate(text, rule, folder),
    ),
  )
}

/**
 * Rules that keep a needed file under gitignore but drop it in Azure Functions Core Tools, which turn a plain
 * rule into a regular expression that ends at a word boundary (GitIgnoreParser.cs): `host` drops host.json.
 *
 * @param text .funcignore as it stands
 * @param needed paths that the app cannot do without
 * @param folder folder of .funcignore relative to the repository root
 * @returns notices
 */
export function dialectFindings(text: string, needed: readonly string[], folder = '.'): readonly Finding[] {
  const findings: Finding[] = []
  for (const rule of new Set(text.split(/\r?\n/).map((line) => line.trim()))) {
    // Rules with wildcards, slashes or negation have dialects of their own, which are not judged.
    if (!/^\w[\w.-]*\w$|^\w$/.test(rule)) continue
    const exact = ignore({ ignorecase: false }).add(rule)
    const dropped = needed.filter(
      (path) =>
        path.startsWith(rule) &&
        !/^\w/.test(path.slice(rule.length)) &&
        ignore.isPathValid(path) &&
        !exact.ignores(path),
    )
    if (dropped.length === 0) continue
    findings.push(
      finding(
        'funcignore-dialect',
        'notice',
        `.funcignore rule ${quoted(rule)} keeps ${quotedList(dropped)} here, but Azure Functions Core Tools drop it.`,
        `Write '/${rule}/' when a folder is meant.`,
        locate(text, rule, folder),
      ),
    )
  }
  return findings
}

function locate(text: string, rule: string, folder: string): Location {
  const file = folder === '.' ? '.funcignore' : `${folder}/.funcignore`
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const line = lines.lastIndexOf(rule) + 1
  return line === 0 ? { file } : { file, line }
}

function finding(
  code: ArchiveCode,
  severity: Severity,
  message: string,
  hint: string,
  location: Location,
): Finding {
  return { code, severity, message, hint, location }
}
