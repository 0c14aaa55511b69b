/**
 * The findings as SARIF 2.1.0, for GitHub code scanning and other viewers. Pure: `publish.ts` writes the file.
 */
import { createHash } from 'node:crypto'
import type { SarifResultBuilder, SarifRuleBuilder } from 'node-sarif-builder'
import type { CodeDescription, Finding, Location, Severity } from '../findings'
import { plainText, proseOf } from '../text/passages'
import { clip, visible } from '../text/visible'
import { encodedPath, isPosition, isRepositoryFile } from './position'

/** Handed in, since it is loaded only when a file is asked for. */
export type SarifLibrary = typeof import('node-sarif-builder')

/** Loads the library. */
export function loadSarifLibrary(): Promise<SarifLibrary> {
  return import('node-sarif-builder')
}

export interface SarifTool {
  readonly name: string
  /** Semantic version, for example `1.2.3`. */
  readonly version: string
  /** Address of the page of docs/findings.md; its anchors are the codes. Undefined when it is not known. */
  readonly findingsPage: string | undefined
  /** Address of the tool's repository; undefined when it is not known. */
  readonly homePage: string | undefined
}

export interface SarifRequest {
  readonly tool: SarifTool
  readonly findings: readonly Finding[]
  /** Findings that were accepted: they are written as suppressed results. */
  readonly ignored: readonly Finding[]
  /** Every code that has a section in docs/findings.md. */
  readonly descriptions: Readonly<Record<string, CodeDescription>>
  /** Relative to the repository root: where findings are shown that have no place in the repository. */
  readonly defaultFile: string
}

const schemaAddress =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const sourceRoot = '%SRCROOT%'

/** GitHub rejects longer descriptions; messages are cut where annotations are cut. */
const longestDescription = 1024
const longestMessage = 4096

const levels = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>
const problemSeverities = { error: 'error', warning: 'warning', notice: 'recommendation' } as const

type SarifResult = SarifResultBuilder['result']
type SarifRegion = Parameters<SarifResultBuilder['setLocationRegion']>[0]

/**
 * Renders the log file.
 *
 * @param request findings with the descriptions of their codes
 * @param library what builds the log
 * @returns JSON text; the same findings give the same text
 * @see SARIF 2.1.0 Errata 01 §3.13 and following; GitHub Docs "SARIF support for code scanning"
 */
export function renderSarif(request: SarifRequest, library: SarifLibrary): string {
  const { tool, findings, ignored, descriptions, defaultFile } = request
  const builder = new library.SarifRunBuilder().initSimple({
    toolDriverName: tool.name,
    toolDriverVersion: tool.version,
    ...(tool.homePage === undefined ? {} : { url: tool.homePage }),
  })
  for (const finding of firstOfEachCode([...findings, ...ignored])) {
    builder.addRule(ruleOf(library, finding, descriptions, tool.findingsPage))
  }
  for (const finding of findings) builder.addResult(resultOf(library, finding, defaultFile))
  for (const finding of ignored) {
    const result = resultOf(library, finding, defaultFile)
    const justification = "Accepted with the input 'ignore-findings'."
    result.result.suppressions = [{ kind: 'external', status: 'accepted', justification }]
    builder.addResult(result)
  }
  const { run } = builder
  run.columnKind = 'utf16CodeUnits'
  run.originalUriBaseIds = { [sourceRoot]: { description: { text: 'The root of the repository.' } } }
  // The library would list the files itself, without their base.
  run.artifacts = filesOf(run.results ?? []).map((uri) => ({ location: { uri, uriBaseId: sourceRoot } }))
  const log = new library.SarifBuilder({ $schema: schemaAddress })
  log.addRun(builder)
  // The library's own `buildSarifJsonString` throws when a text quotes one of its placeholders.
  return `${JSON.stringify(log.buildSarifOutput(), null, 2)}\n`
}

function firstOfEachCode(findings: readonly Finding[]): Finding[] {
  const byCode = new Map<string, Finding>()
  for (const finding of findings) if (!byCode.has(finding.code)) byCode.set(finding.code, finding)
  return [...byCode.values()].sort((left, right) => (left.code < right.code ? -1 : 1))
}

function ruleOf(
  library: SarifLibrary,
  { code, severity }: Finding,
  descriptions: SarifRequest['descriptions'],
  findingsPage: string | undefined,
): SarifRuleBuilder {
  const words = capitalised(code.replaceAll('-', ' '))
  const description = Object.hasOwn(descriptions, code) ? descriptions[code] : undefined
  const builder = new library.SarifRuleBuilder().initSimple({
    ruleId: code,
    shortDescriptionText: clip(description?.title ?? words, longestDescription),
    fullDescriptionText: clip(description?.wrong ?? words, longestDescription),
    ...(findingsPage === undefined || description === undefined
      ? {}
      : { helpUri: `${findingsPage}#${code}` }),
  })
  const { rule } = builder
  const defaultSeverity = description?.severity ?? severity
  rule.name = code.split('-').map(capitalised).join('')
  rule.help = helpOf(description)
  rule.defaultConfiguration = { level: levels[defaultSeverity] }
  rule.properties = {
    tags: ['azure-functions', 'go'],
    'problem.severity': problemSeverities[defaultSeverity],
  }
  return builder
}

function helpOf(description: CodeDescription | undefined): { text: string; markdown?: string } {
  if (description === undefined) return { text: 'The message of each result says what to do.' }
  const parts = [
    ['What is wrong.', description.wrong],
    ['What you see in Azure.', description.seen],
    ['How to fix it.', description.fix],
    ['Source:', description.source],
  ] as const
  return {
    text: parts.map(([heading, text]) => `${heading} ${text}`).join('\n\n'),
    markdown: parts.map(([heading, text]) => `**${heading}** ${text}`).join('\n\n'),
  }
}

function resultOf(library: SarifLibrary, finding: Finding, defaultFile: string): SarifResultBuilder {
  const { code, severity, location } = finding
  const isShown = location !== undefined && location.file !== '.' && isRepositoryFile(location.file)
  const uri = encodedPath(isShown ? location.file : defaultFile)
  const builder = new library.SarifResultBuilder().initSimple({
    ruleId: code,
    level: levels[severity],
    messageText: messageOf(finding, location !== undefined && !isShown ? `${location.file}: ` : ''),
  })
  builder.setLocationArtifactUri({ uri, uriBaseId: sourceRoot })
  builder.setLocationRegion(isShown ? regionOf(location) : firstLine)
  builder.result.partialFingerprints = { 'findingHash/v1': fingerprintOf(finding, uri) }
  return builder
}

// Code scanning refuses a whole file when one result has no place, and asks for a line.
const firstLine: SarifRegion = { startLine: 1 }

function regionOf({ line, column, endLine, endColumn }: Location): SarifRegion {
  if (!isPosition(line)) return firstLine
  const lastLine = isPosition(endLine) && endLine > line ? endLine : line
  const start = { startLine: line, ...(isPosition(column) ? { startColumn: column } : {}) }
  const end = lastLine > line ? { endLine: lastLine } : {}
  const isEndKnown = isPosition(endColumn) && isPosition(column) && (lastLine > line || endColumn >= column)
  return { ...start, ...end, ...(isEndKnown ? { endColumn } : {}) }
}

/**
 * Plain text: no viewer renders Markdown in it. What looks like an embedded link is the one syntax it has, so its
 * brackets are escaped (§3.11.6); others stay as they are, because not every viewer removes the backslashes. For the
 * same reason braces are not doubled (§3.11.5): there are no arguments that could replace a placeholder.
 */
function messageOf({ message, hint }: Finding, place: string): string {
  const advice = hint === '' ? '' : `\n${plainText(hint)}`
  const text = clip(visible(`${place}${plainText(message)}${advice}`), longestMessage)
  return text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text || '(no message)'
}

/**
 * Identifies a finding while lines move: code, file and message, in which numbers outside quotes do not count, since
 * they are lines, sizes and times. Not named `primaryLocationLineHash`: `upload-sarif` adds that one itself from the
 * lines, and warns about one that differs.
 */
function fingerprintOf({ code, message }: Finding, uri: string): string {
  const steady = proseOf(message).replace(/('[^']*'|`[^`]*`)|\d+/g, (_, quoted?: string) => quoted ?? '#')
  const words = steady.replace(/\s+/g, ' ').trim()
  return createHash('sha256').update([code, uri, words].join('\n')).digest('hex')
}

function filesOf(results: readonly SarifResult[]): string[] {
  const uris = results.flatMap(({ locations = [] }) =>
    locations.flatMap(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? []),
  )
  return [...new Set(uris)]
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
