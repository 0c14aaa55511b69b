/** What was built: the artifact as a small table, and what `file` and `ldd` say of it. */

import { formatBytes, formatDuration } from '../../text/quantities'
import { code, factTable, fence, type Section, stacked } from '../markdown'
import type { ArtifactRecord, BuildRecord, CacheState, RunReport } from '../run-report'

const mostLibraries = 20

/** @returns the artifact and the two tool outputs; nothing before the inspection */
export function artifactSections(report: RunReport): Section[] {
  const { artifact } = report
  if (artifact === undefined) return []
  const tools = stacked(
    artifact.fileOutput && fence(artifact.fileOutput),
    artifact.lddOutput && fence(artifact.lddOutput),
  )
  const sections: Section[] = [{ title: 'Artifact', body: artifactTable(report, artifact), isDetail: false }]
  if (tools !== '') sections.push({ title: 'What `file` and `ldd` say', body: tools, isDetail: true })
  return sections
}

function artifactTable(report: RunReport, artifact: ArtifactRecord): string {
  const go = artifact.goVersion || report.build?.goVersion || ''
  const facts: [string, string][] = [
    ['Executable', `${code(artifact.path)}, ${formatBytes(artifact.sizeBytes)}`],
    ['Linkage', linkage(artifact)],
    ['Machine', artifact.machine === '' ? 'not an ELF file' : code(artifact.machine, 80)],
    ['Go', go === '' ? 'no Go build information' : code(go, 80)],
  ]
  const { build } = report
  if (build !== undefined) facts.push(['Build', buildTime(build)])
  if (report.package !== undefined) {
    const { path, sizeBytes, sha256 } = report.package
    facts.push(['Package', `${code(path)}, ${formatBytes(sizeBytes)}`], ['SHA-256', code(sha256, 80)])
  }
  if (report.project !== undefined) {
    const model = report.project.model === 'native' ? 'native Go worker' : 'custom handler'
    facts.push(['Project', `${code(report.project.folder)}, ${model}`])
  }
  return factTable(facts)
}

const cacheWords: Readonly<Record<CacheState, string>> = {
  cold: 'the build cache was cold: nearly everything was compiled',
  partial: 'the build cache held a part of it',
  warm: 'the build cache was warm: nothing was compiled anew',
}

function buildTime({ elapsedMs, cacheState }: BuildRecord): string {
  const time = formatDuration(elapsedMs)
  return cacheState === undefined ? time : `${time}; ${cacheWords[cacheState]}`
}

function linkage(artifact: ArtifactRecord): string {
  if (artifact.linkage === 'unknown') return 'unknown'
  if (artifact.linkage === 'static') return 'static: no interpreter, no shared libraries'
  const parts = ['**dynamic**']
  if (artifact.interpreter !== '') parts.push(`interpreter ${code(artifact.interpreter)}`)
  if (artifact.needed.length > 0) parts.push(`needs ${libraries(artifact.needed)}`)
  return parts.join('; ')
}

function libraries(needed: readonly string[]): string {
  const shown = needed.slice(0, mostLibraries).map((name) => code(name, 120))
  const rest = needed.length - shown.length
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
