/** A host in a container of an image, one for each package, run as the action runs it. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ActionError } from '../../src/errors'
import { startHostContainer } from '../../src/host/container/container'
import { type Engine, findEngine } from '../../src/host/container/engine'
import { openToAll } from '../../src/host/container/host-folder'
import { obtainImage } from '../../src/host/container/image'
import { sweepLeftovers } from '../../src/host/container/leftovers'
import type { RunningHost } from '../../src/host/container/running-host'
import {
  type HostPackage,
  type HostSource,
  hostKeys,
  hostSource,
  keyFile,
  packageVariables,
} from './host-source'

/** @throws ActionError when there is no engine, or the image cannot be had */
export async function imageSource(reference: string): Promise<HostSource> {
  const engine = await findEngine(process.env)
  await sweepLeftovers(engine, Date.now())
  const { id, digest } = await obtainImage(engine, reference)
  return hostSource(`${reference} ${digest}`, (given) => startContainer(engine, id, given))
}

async function startContainer(engine: Engine, image: string, given: HostPackage): Promise<RunningHost> {
  const own = mkdtempSync(join(tmpdir(), 'truth-host-'))
  const secretsFolder = join(own, 'secrets')
  mkdirSync(secretsFolder)
  // The host has to write there, as root without any capability.
  chmodSync(secretsFolder, 0o777)
  const keys = join(secretsFolder, 'host.json')
  writeFileSync(keys, keyFile)
  chmodSync(keys, 0o666)
  const settingsFile = join(own, 'settings')
  const settings = Object.entries(packageVariables(given))
  writeFileSync(settingsFile, settings.map(([name, value]) => `${name}=${value}\n`).join(''))
  await openToAll(given.folder)
  const clear = (): void => rmSync(own, { recursive: true, force: true })
  try {
    const host = await startHostContainer({
      ...{ engine, image, secretsFolder, settingsFile, packageFolder: given.folder, mayPublish: true },
      name: `truth-record-${randomBytes(6).toString('hex')}`,
      masterKey: hostKeys.master,
      hidden: (text) => text,
    })
    return { ...host, stop: () => host.stop().finally(clear) }
  } catch (error) {
    clear()
    if (error instanceof ActionError && error.code === 'host-not-answering') return ended(error.message)
    throw error
  }
}

/** A host that was gone before it could be reached. */
function ended(why: string): RunningHost {
  return {
    origin: 'http://127.0.0.1:1',
    masterKey: hostKeys.master,
    log: () => [why],
    exited: Promise.resolve(null),
    stop: () => Promise.resolve(),
  }
}
