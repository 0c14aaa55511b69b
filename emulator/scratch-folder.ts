/**
 * The emulator's folder for certificates and unpacked packages, which goes when the emulator goes.
 */
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ScratchFolder {
  readonly path: string
  remove(): Promise<void>
}

/**
 * Makes a private folder. It is removed by `remove`, or when the process ends without it.
 *
 * @returns its path
 */
export async function openScratchFolder(): Promise<ScratchFolder> {
  const path = await mkdtemp(join(tmpdir(), 'azure-emulator-'))
  const removeNow = (): void => rmSync(path, { recursive: true, force: true })
  process.once('exit', removeNow)
  return {
    path,
    async remove() {
      process.removeListener('exit', removeNow)
      await rm(path, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
