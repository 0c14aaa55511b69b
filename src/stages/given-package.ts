/** A package that an earlier job made: opens it, and checks what is inside as if it had just been packed. */
import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { rmRF } from '@actions/io'
import { auditArchive } from '../archive/audit'
import { digestOf } from '../archive/digest'
import { readArchive } from '../archive/read'
import { unpackArchive } from '../archive/unpack'
import { readProject } from '../checks/read-project'
import { ActionError } from '../errors'
import type { Finding } from '../findings'
import { type Binary, foreignBinary } from './binary'
import { makeTempFolder } from './folders'
import { checkAndRecord, type Subject } from './preflight'
import { type Run, settle } from './run'

export interface GivenPackage {
  readonly path: string
  readonly subject: Subject
  /** The executable, unpacked. */
  readonly binary: Binary
  /** Removes what was unpacked. */
  dispose(): Promise<void>
}

/**
 * Opens the zip that the `package` input names.
 *
 * @returns the project and the executable inside; the caller disposes of it
 * @throws ActionError `package-missing`, the codes of an unreadable zip, or when a finding is an error
 */
export async function openPackage(run: Run): Promise<GivenPackage> {
  const { record, inputs } = run
  const path = resolve(run.workspace.folder, inputs.package)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || !found.isFile()) {
    throw new ActionError(
      'package-missing',
      `'package' is '${inputs.package}', and there is no such file in the workspace.`,
      {
        hint: 'Set it to the path of the zip, relative to the workspace; after actions/download-artifact that is the folder it downloads to and the name of the zip.',
      },
    )
  }
  const startedMs = record.elapsedMs()
  const { sha256 } = await digestOf(path)
  demandDigest(run, sha256)
  const listing = await readArchive(path)
  const packageName = basename(path)
  const unsafe = auditArchive(listing, { executable: undefined, packageName })
  const entries = listing.entries
    .filter(({ isDirectory }) => !isDirectory)
    .map(({ name, sizeBytes, compressedBytes, mode = 0 }) => ({
      name,
      sizeBytes,
      compressedBytes,
      mode: mode & 0o777,
    }))
  const elapsedMs = record.elapsedMs() - startedMs
  record.fill({ package: { path, sizeBytes: found.size, sha256, entries, elapsedMs } })
  settle(run, unsafe)

  const folder = makeTempFolder(run)
  const dispose = (): Promise<void> => rmRF(folder)
  try {
    const unpacked = join(folder, 'package')
    await unpackArchive(path, unpacked)
    const project = readProject({
      projectFolder: unpacked,
      repositoryRoot: unpacked,
      executableInput: inputs.executable,
      model: inputs.model,
    })
    const shownAs = `${project.executable} in ${packageName}`
    const name = basename(project.executable)
    const binary = foreignBinary(join(unpacked, project.executable), shownAs, name)
    record.add(auditArchive(listing, { executable: project.executable || undefined, packageName }))
    const subject: Subject = { project, present: (finding) => insidePackage(finding, packageName) }
    checkAndRecord(run, subject)
    return { path, subject, binary, dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

// Before anything inside is read: other bytes are not looked at.
function demandDigest({ inputs }: Run, sha256: string): void {
  const { packageSha256 } = inputs
  if (packageSha256 === '' || packageSha256 === sha256) return
  throw new ActionError(
    'package-digest-mismatch',
    `'${inputs.package}' has the SHA-256 '${sha256}', but 'package-sha256' is '${packageSha256}': these are not the bytes that were checked.`,
    {
      hint: "Pass the output 'package-sha256' of the job that made the package, and deploy the zip that this job uploaded, of the same run. If both are so, something changed the zip on its way.",
    },
  )
}

// A place inside a zip cannot be annotated: it is said in the message instead.
function insidePackage({ location, ...finding }: Finding, packageName: string): Finding {
  if (location === undefined) return finding
  const { file, line, column } = location
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return { ...finding, message: `${place} in ${packageName}: ${finding.message}` }
}
