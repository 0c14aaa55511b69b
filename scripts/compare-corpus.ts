/**
 * Checks a corpus of binaries with a `manifest.tsv`: the `file` line and the verdict of every row.
 */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Inspection, inspectBinary } from '../src/elf/inspect'
import { openSource } from '../src/elf/source'
import type { Finding } from '../src/findings'

/** How many rows of a manifest agree. */
export interface CorpusResult {
  readonly manifest: string
  readonly rows: number
  readonly right: number
  readonly differences: readonly string[]
}

/**
 * Checks every row of the manifest in a folder. Each file is copied, so that it can get the mode of its row.
 *
 * @param folder a folder; columns of its `manifest.tsv` are found by their names
 * @returns undefined when the folder has no manifest
 */
export function checkCorpus(folder: string): CorpusResult | undefined {
  const manifest = join(folder, 'manifest.tsv')
  if (!existsSync(manifest)) return undefined
  const [head = '', ...lines] = readFileSync(manifest, 'utf8').split('\n')
  const columns = head.split('\t')
  const copies = mkdtempSync(join(tmpdir(), 'compare-'))
  const differences: string[] = []
  let rows = 0
  let right = 0
  try {
    for (const line of lines.filter((text) => text !== '')) {
      const fields = line.split('\t')
      const cell = (name: string) => fields[columns.indexOf(name)] ?? ''
      const wrong = checkRow(folder, join(copies, 'handler'), cell)
      rows += 1
      right += Number(wrong.length === 0)
      differences.push(...wrong.map((text) => `${cell('name')}: ${text}`))
    }
  } finally {
    rmSync(copies, { recursive: true })
  }
  return { manifest, rows, right, differences }
}

function checkRow(folder: string, copy: string, cell: (name: string) => string): readonly string[] {
  rmSync(copy, { force: true })
  copyFileSync(join(folder, cell('name')), copy)
  chmodSync(copy, Number.parseInt(cell('mode'), 8))
  const source = openSource(copy)
  const inspection = inspectBinary(source, { name: 'handler', goarch: 'amd64' })
  source.close()
  const wrong: string[] = []
  const expected = `handler: ${cell('file_5.44')}`
  if (inspection.fileOutput !== expected)
    wrong.push(`\n  file: ${expected}\n  ours: ${inspection.fileOutput}`)
  const verdict = verdictOf(inspection.findings)
  if (!acceptable(cell('proposed_verdict')).includes(verdict)) {
    const codes = inspection.findings.map((finding) => finding.code).join(', ')
    wrong.push(`the verdict is ${verdict} (${codes}), the manifest says ${cell('proposed_verdict')}`)
  }
  return [...wrong, ...lddDifference(cell('ldd_glibc2.36'), inspection)]
}

function verdictOf(findings: readonly Finding[]): 'error' | 'warning' | 'ok' {
  if (findings.some((finding) => finding.severity === 'error')) return 'error'
  return findings.some((finding) => finding.severity === 'warning') ? 'warning' : 'ok'
}

/** A packed file is `unknown` in a manifest; that it may fail is reason enough for an error here. */
function acceptable(verdict: string): readonly string[] {
  if (verdict === 'fail') return ['error']
  if (verdict === 'warn') return ['warning', 'error']
  return verdict === 'unknown' ? ['warning', 'error'] : ['ok', 'warning']
}

/**
 * ldd's two fixed sentences must be ours; lists of libraries are compared on the host with the same glibc.
 * The loader's own line is left out: ours says when the host lacks the loader that is asked for.
 */
function lddDifference(recorded: string, inspection: Inspection): readonly string[] {
  const ours = inspection.lddOutput
  for (const sentence of ['not a dynamic executable', 'statically linked']) {
    const isTheirs = recorded.includes(`\\t${sentence}\\n`)
    if (isTheirs !== ours.startsWith(`\t${sentence}`)) {
      return [`ldd: ${JSON.stringify(ours)}, the manifest says ${recorded}`]
    }
  }
  const list = /stdout="(.*?)" stderr/.exec(recorded)?.[1]?.replaceAll(' (0xADDR)', '') ?? ''
  if (!list.includes('linux-vdso')) return []
  const block = ours.split('\n\n').find((text) => text.includes('glibc 2.36')) ?? ''
  const withoutLoader = (lines: readonly string[]) =>
    lines.filter((line) => line !== '' && !line.startsWith(`\t${inspection.interpreter}`)).join('\n')
  const expected = withoutLoader(list.replaceAll('\\t', '\t').split('\\n'))
  const shown = withoutLoader(block.split('\n').slice(1))
  return shown === expected ? [] : [`ldd:\n${shown}\nbut the manifest says\n${expected}`]
}
