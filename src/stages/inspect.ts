/** The stage that reads the binary and says whether Azure Functions can start it. */
import { workerNotLinked } from '../checks/program/native'
import { portVariableUnread } from '../checks/program/port-variable'
import type { GoBuildInfo } from '../elf/build-info'
import { inspectBinary } from '../elf/inspect'
import { mentionsText } from '../elf/mention'
import { type ByteSource, openSource } from '../elf/source'
import type { Finding, Location } from '../findings'
import { stubModules } from '../go/cgo/stub-modules'
import { formatBytes } from '../text/quantities'
import type { Binary } from './binary'
import type { Subject } from './preflight'
import { locate, type Run, settle } from './run'
import { writeSbom } from './sbom'

/**
 * Inspects a binary and records what it is.
 *
 * @param binary the binary on disk
 * @param subject the project that it belongs to
 * @param place where findings about it are annotated; undefined when nothing in the repository names it
 * @throws ActionError when a finding is an error
 */
export async function inspect(
  run: Run,
  binary: Binary,
  subject: Subject,
  place: Location | undefined,
): Promise<void> {
  const source = openSource(binary.path)
  try {
    const inspection = inspectBinary(source, { name: binary.name, goarch: run.inputs.goarch })
    const { linkage, interpreter, needed, machine, goVersion, fileOutput, lddOutput, gaps } = inspection
    run.record.fill({
      artifact: {
        path: binary.shownAs,
        sizeBytes: source.sizeBytes,
        ...{ linkage, interpreter, needed, machine, goVersion, fileOutput, lddOutput, gaps },
      },
    })
    run.log.group(`Inspect ${binary.name}`)
    run.log.info(`$ file ${binary.name}\n${fileOutput}\n$ ldd ${binary.name}\n${lddOutput}`)
    run.log.endGroup()
    run.log.info(describe(run, binary))
    if (run.inputs.sbomFile !== '') {
      const problem = await writeSbom(run, binary, inspection.buildInfo)
      if (problem !== undefined) run.face.warn(problem)
    }
    const modulePaths = inspection.buildInfo?.modules.map(({ path }) => path) ?? []
    const isCgoOff = inspection.buildInfo?.settings.get('CGO_ENABLED') === '0'
    const known = isCgoOff ? stubModules(modulePaths) : []
    const stubs = known.length === 0 ? known : ((await binary.explainStubs?.(modulePaths)) ?? known)
    const port = portFinding(subject, source)
    const unlinked = workerNotLinked(subject.project, linkedModules(inspection.buildInfo))
    const worker = unlinked === undefined ? [] : [unlinked]
    settle(run, [...locate([...inspection.findings, ...stubs, ...worker], place), ...port])
  } finally {
    source.close()
  }
}

/** Paths of the main module and of all others; undefined where the binary does not say. */
function linkedModules(buildInfo: GoBuildInfo | undefined): readonly string[] | undefined {
  const { main, modules = [] } = buildInfo ?? {}
  const linked = [...(main === undefined ? [] : [main]), ...modules].map(({ path }) => path)
  return linked.length === 0 ? undefined : linked
}

// The binary is looked through only when its source does not name the variable.
function portFinding({ project, present }: Subject, source: ByteSource): readonly Finding[] {
  if (portVariableUnread(project, false) === undefined) return []
  const names = ['FUNCTIONS_CUSTOMHANDLER_PORT', 'FUNCTIONS_HTTPWORKER_PORT']
  const finding = portVariableUnread(project, mentionsText(source, names))
  return finding === undefined ? [] : [present(finding)]
}

// The line that stays visible when the groups are collapsed.
function describe(run: Run, binary: Binary): string {
  const { artifact, build } = run.record.filled
  if (artifact === undefined) return binary.shownAs
  const size = formatBytes(artifact.sizeBytes)
  if (build === undefined) {
    const facts = [artifact.machine, artifact.goVersion, size, artifact.linkage].filter((fact) => fact !== '')
    return `Inspected ${binary.name}: ${facts.join(', ')}`
  }
  const seconds = (build.elapsedMs / 1000).toFixed(1)
  const cache = build.cacheState === undefined ? '' : `, build cache ${build.cacheState}`
  return `Built ${binary.name}: linux/${build.goarch}, ${build.goVersion}, ${size}, ${artifact.linkage} (${seconds} s${cache})`
}
