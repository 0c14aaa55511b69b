/**
 * The stage that makes the package. It is begun before its turn: static files are compressed while `go build` runs,
 * and the executable while it is inspected.
 */
import { basename, join, resolve } from 'node:path'
import { rmRF } from '@actions/io'
import { type BegunEntry, beginEntry } from '../archive/compressed-entry'
import { type Contents, chooseContents } from '../archive/contents'
import { type IncludePatterns, readIncludePatterns } from '../archive/include-patterns'
import { packedPointers } from '../archive/lfs-pointers'
import { type Archive, writeArchive } from '../archive/write'
import type { Project } from '../checks/project'
import { promised } from '../runner/promised'
import { formatBytes } from '../text/quantities'
import { makeTempFolder } from './folders'
import { type Run, settle } from './run'

/** A package that is begun. Exactly one of `finish` and `stop` has to be called. */
export interface Packing {
  /** Hands over the executable, as soon as its bytes are final. */
  supply(executable: BegunEntry): void
  /**
   * Waits for the package and records it.
   *
   * @returns absolute path of the zip
   * @throws ActionError when something that is asked for must not be packed, or the zip cannot be written
   */
  finish(): Promise<string>
  /** Gives the package up and removes what was written. */
  stop(): Promise<void>
}

/** Begins to compress the file that the `binary` input names; what is wrong with it the later stages say. */
export function beginGivenBinary(run: Run): BegunEntry {
  return beginExecutable(run, resolve(run.workspace.folder, run.inputs.binary))
}

/** Begins to compress an executable, by its absolute path. */
export function beginExecutable({ inputs, signal }: Run, path: string): BegunEntry {
  return beginEntry(path, { level: inputs.compressionLevel, signal })
}

/**
 * Chooses what goes in, and begins to write the zip. The executable may come later.
 *
 * @returns the begun package. What goes wrong is thrown by `finish`
 */
export async function beginPacking(run: Run, project: Project): Promise<Packing> {
  const include = await patternsOf(run)
  const stopper = new AbortController()
  const executable = promised<BegunEntry>()
  let supplied: BegunEntry | undefined
  let begun: BegunPackage | Error
  try {
    begun = begin(run, project, {
      include,
      executable: executable.promise,
      signal: AbortSignal.any([run.signal, stopper.signal]),
    })
  } catch (error) {
    begun = error instanceof Error ? error : new Error(String(error))
  }
  const stop = async (): Promise<void> => {
    const reason = new Error('the package was given up')
    stopper.abort(reason)
    executable.reject(reason)
    if (supplied !== undefined) await supplied.stop()
    if (begun instanceof Error) return
    await begun.archive?.catch(() => undefined)
    await rmRF(begun.folder)
  }
  return {
    supply: (entry) => {
      supplied = entry
      executable.resolve(entry)
    },
    finish: async () => {
      try {
        if (begun instanceof Error) throw begun
        return await conclude(run, begun)
      } catch (error) {
        await stop()
        throw error
      }
    },
    stop,
  }
}

async function patternsOf({ inputs: { include } }: Run): Promise<IncludePatterns | undefined> {
  if (include.length === 0) return undefined
  return readIncludePatterns(include)
}

interface BegunPackage {
  readonly contents: Contents
  readonly folder: string
  /** Absent when the contents are refused. */
  readonly archive?: Promise<Archive>
}

interface Pending {
  readonly include: IncludePatterns | undefined
  readonly executable: Promise<BegunEntry>
  readonly signal: AbortSignal
}

function begin(run: Run, project: Project, { include, executable, signal }: Pending): BegunPackage {
  // The native worker is packed as these two files and nothing else (CreateGoZipPackage of azure-functions-core-tools).
  const isNative = project.model === 'native'
  const chosen = chooseContents({
    files: isNative
      ? project.files.filter(({ path }) => path === 'host.json' || path === project.executable)
      : project.files,
    executable: project.executable,
    // It may not be built yet; nothing depends on its size.
    executableSizeBytes: 0,
    include,
    folder: project.folder,
    ...(isNative || project.funcignore === undefined ? {} : { funcignore: project.funcignore }),
  })
  const pointers = packedPointers(chosen.files, run.projectFolder, project.folder)
  const contents = { ...chosen, findings: [...chosen.findings, ...pointers] }
  const folder = makeTempFolder(run)
  if (contents.findings.some(({ severity }) => severity === 'error')) return { contents, folder }
  const archive = writeArchive({
    entries: contents.files.map(({ name, sourcePath, isExecutable }) => ({
      name,
      isExecutable,
      source: isExecutable ? executable : join(run.projectFolder, sourcePath),
    })),
    // Room for the endings that the zip has while it is written: names end at 255 bytes.
    outputPath: join(folder, `${basename(run.projectFolder).slice(0, 50) || 'package'}.zip`),
    compressionLevel: run.inputs.compressionLevel,
    signal,
  })
  // The failure is seen when the stage has its turn.
  archive.catch(() => undefined)
  return { contents, folder, archive }
}

async function conclude(run: Run, { contents, archive: written }: BegunPackage): Promise<string> {
  const { log, record } = run
  const startedAtMs = record.elapsedMs()
  settle(run, contents.findings)
  if (written === undefined) throw new Error('contents without an error were not packed')
  log.group('Package')
  const archive = await written
  record.fill({ package: { ...archive, elapsedMs: record.elapsedMs() - startedAtMs } })
  for (const { name, sizeBytes } of archive.entries) log.info(`${name} (${sizeBytes} bytes)`)
  for (const { path, reason } of contents.leftOut) log.debug(`left out ${path}: ${reason}`)
  log.endGroup()
  log.info(
    `Packed ${archive.path}: ${archive.entries.length} files, ${formatBytes(archive.sizeBytes)}, sha256 ${archive.sha256}`,
  )
  return archive.path
}
