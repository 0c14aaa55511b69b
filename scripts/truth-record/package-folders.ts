/** A recorded package on disk with the handler that tells what it receives, for as long as a host runs it. */
import { chmodSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { handlerProgram } from './handler-program'

export interface PackageFiles {
  readonly files: Readonly<Record<string, string | { readonly base64: string } | { readonly sh: string }>>
  /** Path of the program in the package. */
  readonly handlerAt: string
  /** Further files with mode 0755. */
  readonly exec?: readonly string[]
}

/** @returns what `work` returns, after the folder has been removed */
export async function withPackage<T>(
  { files, handlerAt, exec = [] }: PackageFiles,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'truth-app-'))
  try {
    chmodSync(folder, 0o755)
    if (!(handlerAt in files)) placeHandler(join(folder, handlerAt))
    for (const [path, content] of Object.entries(files)) {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, bytesOf(content))
      if (path === handlerAt || exec.includes(path)) chmodSync(target, 0o755)
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function bytesOf(content: PackageFiles['files'][string]): string | Buffer {
  if (typeof content === 'string') return content
  return 'sh' in content ? content.sh : Buffer.from(content.base64, 'base64')
}

/** One file for all packages, where the file system allows it. */
function placeHandler(target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  try {
    linkSync(handlerProgram(), target)
  } catch {
    copyFileSync(handlerProgram(), target)
  }
}
