/**
 * Packs one binary with the archive room of a given version and prints what it took, as a process of its own so
 * that its memory can be measured: `tsx write-once.ts FOLDER-OF-SRC FILE-OR-FOLDER OUTPUT`.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Written {
  readonly elapsedMs: number
  readonly sizeBytes: number
}

interface ArchiveRoom {
  writeArchive(request: {
    readonly entries: readonly { name: string; source: string; isExecutable: boolean }[]
    readonly outputPath: string
    readonly compressionLevel: number
  }): Promise<Written>
}

const [source = '', binary = '', outputPath = ''] = process.argv.slice(2)
const room = (await import(pathToFileURL(`${source}/archive/write.ts`).href)) as ArchiveRoom
const entries = statSync(binary).isDirectory()
  ? readdirSync(binary).map((name) => ({ name, source: join(binary, name), isExecutable: false }))
  : [{ name: 'handler', source: binary, isExecutable: true }]
const { elapsedMs, sizeBytes } = await room.writeArchive({ entries, outputPath, compressionLevel: 6 })
console.log(JSON.stringify({ elapsedMs, sizeBytes }))
