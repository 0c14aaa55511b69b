/** Writes answers into the recordings that are kept, and the version of the host that gave them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordingsFolder } from '../truth/rows'
import type { AskedAgain } from './ask-again'

/** By recording: which host gave the answers, and when it was asked. */
export type HostVersions = Readonly<Record<string, { readonly version: string; readonly recordedOn: string }>>

const versionsFile = 'host-versions.json'

/** A row that answers as before keeps its text. @returns how many do not */
export function writeRecordings({ rows, versions }: AskedAgain, folder: string = recordingsFolder): number {
  const names = [...new Set(rows.map(({ recording }) => recording))]
  for (const name of names) {
    const file = join(folder, `${name}.jsonl`)
    const changed = new Map(
      rows
        .filter(({ recording, differences }) => recording === name && differences.length > 0)
        .map(({ before, after }) => [JSON.stringify(before), JSON.stringify(after)]),
    )
    const lines = readFileSync(file, 'utf8').split('\n')
    const kept = lines.map((line) =>
      line === '' ? '' : (changed.get(JSON.stringify(JSON.parse(line))) ?? line),
    )
    writeFileSync(file, kept.join('\n'))
  }
  const version = versions.join(', ')
  const recordedOn = new Date().toISOString().slice(0, 10)
  const fresh = Object.fromEntries(names.map((name) => [name, { version, recordedOn }]))
  const path = join(folder, versionsFile)
  const known = JSON.parse(readFileSync(path, 'utf8')) as HostVersions
  writeFileSync(path, `${JSON.stringify({ ...known, ...fresh }, undefined, 2)}\n`)
  return rows.filter(({ differences }) => differences.length > 0).length
}
