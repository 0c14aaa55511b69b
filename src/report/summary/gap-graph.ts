/**
 * Why a dynamic binary does not start: what it asks for, and what each generation of the Functions host lacks,
 * drawn as a Mermaid flowchart and told again as a table.
 */
import { code, prose, type Section, stacked, table } from '../markdown'
import type { ArtifactRecord, HostGap, RunReport } from '../run-report'
import { mermaidBlock, mermaidLabel } from './mermaid'

// Beyond this a graph is a tangle; the table below it names everything.
const mostLibraries = 12
const mostHosts = 6
const mostNamesInCell = 12

/** @returns the graph and its table when the binary is dynamic, else nothing */
export function gapSections(report: RunReport): Section[] {
  const { artifact } = report
  if (artifact?.linkage !== 'dynamic') return []
  const body = stacked(mermaidBlock(graph(artifact)), explanation(artifact), gapTable(artifact.gaps))
  return [{ title: 'What the binary asks for and what the hosts lack', body, isDetail: true }]
}

function graph(artifact: ArtifactRecord): string[] {
  const name = artifact.path.split('/').at(-1) ?? artifact.path
  const hosts = artifact.gaps.slice(0, mostHosts)
  const lines = ['flowchart LR', `  binary["${mermaidLabel(name)}"]:::asks`]
  const classes = new Set<string>(['asks'])
  const node = (id: string, label: string, style: string): void => {
    classes.add(style)
    lines.push(`  ${id}["${label}"]:::${style}`)
  }

  hosts.forEach((gap, index) => {
    const state = isComplete(gap) ? 'could start it' : 'cannot start it'
    node(`host${index}`, `${mermaidLabel(gap.host)}<br/>${state}`, isComplete(gap) ? 'has' : 'lacks')
    // A longer arrow keeps the host in the column of the other hosts.
    if (isComplete(gap)) lines.push(`  binary -..->|"has all of it"| host${index}`)
  })
  if (artifact.interpreter !== '') {
    const isMissing = hosts.some((gap) => !gap.hasInterpreter)
    node('interpreter', mermaidLabel(artifact.interpreter), isMissing ? 'missing' : 'asks')
    lines.push('  binary -- "starts through" --> interpreter')
    hosts.forEach((gap, index) => {
      if (!gap.hasInterpreter) lines.push(`  interpreter -- "not there" --> host${index}`)
    })
  }
  const libraries = librariesOf(artifact, hosts)
  libraries.slice(0, mostLibraries).forEach((library, position) => {
    const id = `library${position}`
    const edges = hosts.flatMap((gap, index) => libraryEdge(id, library, gap, index))
    node(id, mermaidLabel(library), edges.length > 0 ? 'missing' : 'asks')
    const arrow = artifact.needed.includes(library) ? '-- "needs" -->' : '-. "indirectly" .->'
    lines.push(`  binary ${arrow} ${id}`, ...edges)
  })
  if (libraries.length > mostLibraries) {
    node('rest', `and ${libraries.length - mostLibraries} more`, 'asks')
    lines.push('  binary -- "needs" --> rest')
  }
  return [...lines, ...[...classes].map((style) => `  classDef ${style} ${colours[style]}`)]
}

/** Fill, line and text are all set: GitHub draws diagrams on a light or a dark page. */
const colours: Readonly<Record<string, string>> = {
  asks: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
  missing: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  lacks: 'fill:#ffebe9,stroke:#d1242f,color:#1f2328',
  has: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
}

function isComplete(gap: HostGap): boolean {
  return gap.hasInterpreter && gap.missingLibraries.length === 0 && gap.missingVersions.length === 0
}

/** What the binary names itself, then what is missing further down; missing ones first. */
function librariesOf(artifact: ArtifactRecord, hosts: readonly HostGap[]): string[] {
  const lacking = hosts.flatMap((gap) => [
    ...gap.missingLibraries,
    ...gap.missingVersions.map((missing) => missing.library),
  ])
  const isLacking = new Set(lacking)
  const all = [...new Set([...artifact.needed, ...lacking])]
  return [...all.filter((name) => isLacking.has(name)), ...all.filter((name) => !isLacking.has(name))]
}

function libraryEdge(id: string, library: string, gap: HostGap, index: number): string[] {
  if (gap.missingLibraries.includes(library)) return [`  ${id} -- "not there" --> host${index}`]
  const versions = gap.missingVersions.filter((missing) => missing.library === library)
  const [first] = versions
  if (first === undefined) return []
  const more = versions.length > 1 ? ` and ${versions.length - 1} more` : ''
  return [`  ${id} -- "no ${mermaidLabel(first.version, 40)}${more}" --> host${index}`]
}

function explanation(artifact: ArtifactRecord): string {
  const [complete, lacking] = [artifact.gaps.filter(isComplete).length, artifact.gaps.length]
  const loader =
    artifact.interpreter === ''
      ? 'The binary names shared libraries'
      : `The kernel does not start the binary itself: it starts ${code(artifact.interpreter)}, which loads the libraries`
  if (lacking === 0) return `${loader}; nothing promises that they are there in the Functions host.`
  if (complete === lacking) {
    return `${loader}. The hosts known today have them all, but nothing promises that the next one will.`
  }
  return `${loader}. Where one of them is missing or too old, the process ends before any Go code runs.`
}

function gapTable(gaps: readonly HostGap[]): string | undefined {
  if (gaps.length === 0) return undefined
  const rows = gaps.map((gap) => [prose(gap.host, 120), prose(gap.plans, 300), lacks(gap)])
  return table(['Functions host', 'Plans', 'Lacks'], rows)
}

function lacks(gap: HostGap): string {
  if (isComplete(gap)) return 'nothing'
  const names = [
    ...(gap.hasInterpreter ? [] : ['the interpreter']),
    ...gap.missingLibraries.map((name) => code(name, 120)),
    ...gap.missingVersions.map(({ library, version }) => `${code(version, 80)} of ${code(library, 120)}`),
  ]
  const rest = names.length - mostNamesInCell
  return names.slice(0, mostNamesInCell).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
