/** Files of a package that are only pointers of Git LFS. Reads small files, within a limit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../findings'
import { isLfsPointer, lfsHint, longestLfsPointerBytes } from '../text/lfs-pointer'
import { quoted } from './entry-names'

/** Version, digest and size take more than this. */
const shortestPointerBytes = 100
const mostFilesRead = 2000
const mostFindings = 20

/**
 * @param files what is packed, with paths relative to the project
 * @param projectFolder absolute
 * @param folder that folder relative to the repository
 * @returns an error for each pointer
 */
export function packedPointers(
  files: readonly { readonly sourcePath: string; readonly sizeBytes: number }[],
  projectFolder: string,
  folder: string,
): readonly Finding[] {
  const small = files.filter(
    ({ sizeBytes }) => sizeBytes >= shortestPointerBytes && sizeBytes < longestLfsPointerBytes,
  )
  return small
    .slice(0, mostFilesRead)
    .filter(({ sourcePath }) => isLfsPointer(textOf(join(projectFolder, sourcePath))))
    .slice(0, mostFindings)
    .map(({ sourcePath }) => ({
      code: 'lfs-pointer',
      severity: 'error',
      message: `${quoted(sourcePath)} goes into the package, but is only a pointer of Git LFS: the checkout did not fetch its content.`,
      hint: lfsHint,
      location: { file: folder === '.' ? sourcePath : `${folder}/${sourcePath}`, line: 1 },
    }))
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Packing it says why.
    return ''
  }
}
