/**
 * The stage that makes the package.
 */
import { basename, join } from 'node:path'
import { chooseContents } from '../archive/contents'
import { writeArchive } from '../archive/write'
import type { Project } from '../project/project'
import type { Binary } from './build'
import { makeTempFolder } from './folders'
import { type Run, settle } from './run'

/**
 * Chooses what goes in, writes the zip, and records it.
 *
 * @param run the run
 * @param project the project
 * @param binary the executable, which need not lie in the project
 * @returns absolute path of the zip
 * @throws ActionError when something that is asked for must not be packed, or the zip cannot be written
 */
export async function pack(run: Run, project: Project, binary: Binary): Promise<string> {
  const { inputs, log, record, signal } = run
  const contents = chooseContents({
    files: project.files,
    executable: project.executable,
    executableSizeBytes: record.report('passed').artifact?.sizeBytes ?? 0,
    include: inputs.include,
    folder: project.folder,
    ...(project.funcignore === undefined ? {} : { funcignore: project.funcignore }),
  })
  settle(run, contents.findings)
  log.group('Package')
  const folder = makeTempFolder(run)
  const archive = await writeArchive({
    entries: contents.files.map(({ name, sourcePath, isExecutable }) => ({
      name,
      isExecutable,
      source: isExecutable ? binary.path : join(run.projectFolder, sourcePath),
    })),
    // Room for the endings that the zip has while it is written: names end at 255 bytes.
    outputPath: join(folder, `${basename(run.projectFolder).slice(0, 50) || 'package'}.zip`),
    compressionLevel: inputs.compressionLevel,
    signal,
  })
  record.fill({ package: archive })
  for (const { name, sizeBytes } of archive.entries) log.info(`${name} (${sizeBytes} bytes)`)
  for (const { path, reason } of contents.leftOut) log.debug(`left out ${path}: ${reason}`)
  log.endGroup()
  log.info(
    `Packed ${archive.path}: ${archive.entries.length} files, ${(archive.sizeBytes / 1e6).toFixed(1)} MB, sha256 ${archive.sha256}`,
  )
  return archive.path
}
