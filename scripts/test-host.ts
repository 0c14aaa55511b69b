/**
 * Tries every sample with `rehearse: host`: in a container engine that is started for it, with our model of the host as
 * the image, or with `--image IMAGE` in the engine of this machine. Exit code 1 when a verdict is not the expected one.
 * Usage: npm run test:host -- [--image IMAGE] [NAME…]
 */

import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { engineHindrance, startEngine } from './container-engine/engine'
import { importModelImage, modelImage } from './container-engine/model-image'
import { repositoryRoot, runAction } from './run-action'

interface Expectation {
  readonly isGreen: boolean
  readonly inputs?: Readonly<Record<string, string>>
  /** What the log has to say. */
  readonly says?: RegExp
}

const samples = join(repositoryRoot, 'samples')
const green: Expectation = { isGreen: true }
const red: Expectation = { isGreen: false }

/** Samples that are not what their folder says, or that need an input. */
const own: Readonly<Record<string, Expectation>> = {
  'hello-world': green,
  'multi-function': { ...green, says: /Not called: OrderReceived, since a storage account/ },
  'cgo-sqlite': red,
  dynamic: red,
  native: { ...red, says: /'rehearse' is 'host', but the image .* native Go worker/ },
  'good/module-above': { ...green, inputs: { 'working-directory': 'module-above/functions' } },
  'good/cmd-layout': { ...green, inputs: { 'working-directory': 'cmd-layout/azure' } },
  'good/workspace': { ...green, inputs: { 'working-directory': 'workspace/functions' } },
  'good/needs-setting': { ...green, inputs: { 'rehearse-settings': 'MAIL_KEY=none' } },
  'good/setting-as-argument': { ...green, inputs: { 'rehearse-settings': 'DATABASE_URL=none' } },
  'bad/binary-elsewhere': { ...red, inputs: { 'working-directory': 'binary-elsewhere/infrastructure' } },
  'good/handler-beside': { ...green, inputs: { 'working-directory': 'handler-beside/configs' } },
}

const { values, positionals } = parseArgs({ options: { image: { type: 'string' } }, allowPositionals: true })
const names = ['good', 'bad']
  .flatMap((group) => readdirSync(join(samples, group)).map((name) => `${group}/${name}`))
  .filter((name) => !name.endsWith('.md'))
  .concat(Object.keys(own).filter((name) => !name.includes('/')))
  .filter((name) => positionals.length === 0 || positionals.includes(name))

const hindrance = values.image === undefined ? engineHindrance() : undefined
if (hindrance !== undefined) {
  console.log(`test:host: not run, since ${hindrance}`)
  process.exit(0)
}
const engine = values.image === undefined ? await startEngine() : undefined
let wrong = 0
try {
  if (engine !== undefined) await importModelImage(engine)
  for (const name of names) if (!(await isAsExpected(name))) wrong += 1
} finally {
  await engine?.stop()
}
console.log(`${names.length} samples, ${wrong} with another verdict than expected`)
process.exitCode = wrong === 0 ? 0 : 1

async function isAsExpected(name: string): Promise<boolean> {
  const { isGreen, inputs = {}, says } = own[name] ?? (name.startsWith('good/') ? green : red)
  const workspace = mkdtempSync(join(tmpdir(), 'test-host-'))
  cpSync(join(samples, name), join(workspace, basename(name)), { recursive: true })
  const result = await runAction({
    workspace,
    inputs: {
      'working-directory': basename(name),
      rehearse: 'host',
      'host-image': values.image ?? modelImage,
      ...inputs,
    },
    env: engine === undefined ? {} : { DOCKER_HOST: engine.dockerHost },
  })
  const { exitCode, log, elapsedMs } = result
  const isAsked = log.includes('The host is asked at')
  const isRight =
    (exitCode === 0) === isGreen && (says === undefined || says.test(log)) && (!isGreen || isAsked)
  const codes = [...new Set([...log.matchAll(/::error title=([a-z0-9-]+)/g)].map(([, code]) => code))]
  console.log(
    `${isRight ? 'as expected' : 'WRONG      '} ${name}: ${exitCode === 0 ? 'green' : 'red'}${isAsked ? '' : ', no container'}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}, ${(elapsedMs / 1000).toFixed(1)} s`,
  )
  if (!isRight) console.log(log.slice(-3000))
  result.dispose()
  rmSync(workspace, { recursive: true, force: true })
  return isRight
}
