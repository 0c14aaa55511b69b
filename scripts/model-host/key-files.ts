/**
 * The host's keys in files: `host.json` is taken as it is when it is there, and what is missing is made on first use,
 * in memory only where the folder cannot be written to.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HostKeys } from '../../src/host/access'

interface KeyEntry {
  readonly name: string
  readonly value: string
}

const made = new Map<string, unknown>()

/** @param functionNames functions that have keys of their own */
export function readKeys(folder: string, functionNames: readonly string[]): HostKeys {
  const { masterKey, functionKeys } = readOrMake(join(folder, 'host.json'), () => ({
    masterKey: newKey('master'),
    functionKeys: [newKey('default')],
    systemKeys: [],
  }))
  return {
    master: masterKey.value,
    host: byName(functionKeys),
    functions: Object.fromEntries(
      functionNames.filter(isFunctionFile).map((name) => {
        const path = join(folder, `${name.toLowerCase()}.json`)
        return [name, byName(readOrMake(path, () => ({ keys: [newKey('default')] })).keys)]
      }),
    ),
  }
}

/** The host's own file has this name; no function may have it. */
function isFunctionFile(name: string): boolean {
  return name.toLowerCase() !== 'host'
}

function newKey(name: string): KeyEntry & { readonly encrypted: boolean } {
  return { name, value: randomBytes(40).toString('base64url'), encrypted: false }
}

function byName(keys: readonly KeyEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map(({ name, value }) => [name, value]))
}

function readOrMake<T>(path: string, make: () => T): T {
  const known = made.get(path)
  if (known !== undefined) return known as T
  let content: T
  try {
    content = JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    content = make()
    try {
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 })
    } catch {
      // Kept in memory, as long as this process lives.
    }
  }
  made.set(path, content)
  return content
}
