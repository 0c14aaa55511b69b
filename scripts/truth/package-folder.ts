/**
 * A recorded package on disk, as it lies in Azure. The handlers of the recordings are a small static program here.
 */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PackageRow } from './rows'
import { staticProgram } from './static-program'

/** @returns a new folder that has the package; whoever asks removes it */
export function unpackRow({ files, handlerAt, exec }: PackageRow): string {
  const folder = mkdtempSync(join(tmpdir(), 'truth-'))
  const all = { [handlerAt]: staticProgram(), ...files }
  for (const [path, content] of Object.entries(all)) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    const bytes =
      typeof content === 'object' && 'base64' in content ? Buffer.from(content.base64, 'base64') : content
    writeFileSync(target, bytes)
    if (path === handlerAt || exec.includes(path)) chmodSync(target, 0o755)
  }
  return folder
}
