/**
 * The folders that a host in a container is given: its keys, and the package, which root without any capability has to
 * be able to read. The host in Azure is root with all of them, so the owner's bits are what counts there.
 */
import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface RunKeys {
  readonly master: string
  /** Opens every function of the level `function`. */
  readonly functions: string
}

/**
 * Makes keys for one run and writes them where the host takes them from.
 *
 * @param folder is made; it must lie where nobody else gets to, since the host has to write in it as another user
 */
export async function makeKeys(folder: string): Promise<RunKeys> {
  const keys = { master: randomBytes(30).toString('hex'), functions: randomBytes(30).toString('hex') }
  const entry = (name: string, value: string) => ({ name, value, encrypted: false })
  const content = {
    masterKey: entry('master', keys.master),
    functionKeys: [entry('default', keys.functions)],
    systemKeys: [],
    hostName: 'localhost',
    instanceId: '0',
    source: 'runtime',
    decryptionKeyId: '',
  }
  await mkdir(folder)
  await chmod(folder, 0o777)
  const file = join(folder, 'host.json')
  await writeFile(file, JSON.stringify(content))
  await chmod(file, 0o666)
  return keys
}

/** Gives everybody the rights that the owner has but writing, in all of a folder. */
export async function openToAll(folder: string): Promise<void> {
  const { mode } = await lstat(folder)
  await chmod(folder, widened(mode))
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    const own = (await lstat(path)).mode & 0o777
    if (!entry.isSymbolicLink() && widened(own) !== own) await chmod(path, widened(own))
  }
}

function widened(mode: number): number {
  const owner = (mode >> 6) & 0o5
  return (mode & 0o777) | (owner << 3) | owner
}
