/**
 * Writes what the binary consists of as CycloneDX where `sbom-file` says. The library is loaded only then.
 */
import { version } from '../../package.json'
import { digestOf } from '../archive/digest'
import type { GoBuildInfo } from '../elf/inspect'
import { writeResultFile } from '../report/result-file'
import type { Binary } from './binary'
import type { Run } from './run'

/**
 * Writes the file.
 *
 * @param binary the binary on disk
 * @param buildInfo what Go wrote into it; undefined when there is nothing
 * @returns why it was not written, in one sentence; undefined when it was
 * @throws when the binary cannot be read again
 */
export async function writeSbom(
  run: Run,
  binary: Binary,
  buildInfo: GoBuildInfo | undefined,
): Promise<string | undefined> {
  if (buildInfo === undefined) {
    return `No SBOM was written to '${run.inputs.sbomFile}': '${binary.name}' carries no Go build info.`
  }
  const { goVersion, main, modules, settings } = buildInfo
  const { renderSbom } = await import('../report/sbom')
  const text = renderSbom({
    tool: { name: 'go-azure-func-action', version },
    binaryName: binary.name,
    binarySha256: (await digestOf(binary.path)).sha256,
    ...{ goVersion, modules, settings },
    ...(main === undefined ? {} : { main }),
  })
  const file = { path: run.inputs.sbomFile, workspace: run.workspace.folder, what: 'SBOM' }
  return writeResultFile(file, text)
}
