/**
 * What the action says of a finished package that the `package` input names, without deploying it: the audit of the
 * zip's entries, the checks of the project inside, the inspection of the program. In this process and without a zip.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { auditArchive } from '../../src/archive/audit'
import type { ArchiveListing } from '../../src/archive/zip/zip-file'
import { checkProject } from '../../src/checks'
import type { Project } from '../../src/checks/project'
import { readProject } from '../../src/checks/read-project'
import { inspectBinary } from '../../src/elf/inspect'
import { openSource } from '../../src/elf/source'
import { messageOf } from '../../src/errors'
import type { Finding } from '../../src/findings'
import { unpackRow } from './package-folder'
import { type PackageRow, planOf } from './rows'

/**
 * @returns the findings of the action; one with the code `thrown` where it would end without one of its own
 */
export function findingsOf(row: PackageRow): readonly Finding[] {
  const folder = unpackRow(row)
  try {
    return ask(folder, row)
  } catch (error) {
    return [{ code: 'thrown', severity: 'error', message: messageOf(error), hint: '' }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ask(folder: string, row: PackageRow): readonly Finding[] {
  const packageName = 'app.zip'
  const { settings = {} } = row
  const plan = planOf(row)
  const project = readProject({ projectFolder: folder, repositoryRoot: folder, executableInput: '' })
  const listing = listingOf(project)
  const executable = project.executable || undefined
  const workerRuntime = settings['FUNCTIONS_WORKER_RUNTIME']
  return [
    ...auditArchive(listing, { executable, packageName }),
    ...checkProject(project, {
      ...(executable === undefined ? {} : { deliveredExecutable: executable }),
      ...(plan === undefined ? {} : { plan }),
      ...(row.settings === undefined ? {} : { settings, settingNames: Object.keys(settings) }),
      ...(workerRuntime === undefined ? {} : { workerRuntime }),
    }),
    ...inspect(folder, project),
  ]
}

function inspect(folder: string, { executable, files }: Project): readonly Finding[] {
  if (!files.some(({ path, kind }) => path === executable && kind === 'file')) return []
  const source = openSource(join(folder, executable))
  try {
    return inspectBinary(source, { name: executable, goarch: 'amd64' }).findings
  } finally {
    source.close()
  }
}

function listingOf({ files }: Project): ArchiveListing {
  const entries = files.map(({ path, sizeBytes, mode }) => ({
    name: path,
    sizeBytes,
    compressedBytes: sizeBytes,
    mode: 0o100_000 | (mode & 0o777),
    madeBy: 3,
    ...{
      isSymlink: false,
      isDirectory: false,
      isEncrypted: false,
      isNameUtf8: true,
      method: 8,
      crc32: 0,
      dataPosition: 0,
    },
  }))
  return { path: 'app.zip', sizeBytes: 0, entries }
}
