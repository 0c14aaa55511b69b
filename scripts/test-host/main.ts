/**
 * Tries every sample with `rehearse: host`: in a container engine that is started for it, with our model of the host as
 * the image, or with `--image IMAGE` in the engine of this machine. Exit code 1 when a verdict is not the expected one,
 * or is right for another reason.
 * Usage: npm run test:host -- [--image IMAGE] [NAME…]
 */

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { engineHindrance, startEngine } from '../container-engine/engine'
import { importModelImage, modelImage } from '../container-engine/model-image'
import { readableLog, repositoryRoot, runAction } from '../run-action'
import { buildWrongBinary } from '../wrong-binary'
import { endOf, type HostSample, hostSamples, isExpected } from './samples'

const samples = join(repositoryRoot, 'samples')
const { values, positionals } = parseArgs({ options: { image: { type: 'string' } }, allowPositionals: true })
const chosen = hostSamples(samples).filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)
if (chosen.length === 0) {
  console.error(`No sample is called ${positionals.join(' or ')}.`)
  process.exit(2)
}

const hindrance = values.image === undefined ? engineHindrance() : undefined
if (hindrance !== undefined) {
  console.log(`test:host: not run, since ${hindrance}`)
  process.exit(0)
}
const engine = values.image === undefined ? await startEngine() : undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void Promise.resolve(engine?.stop()).finally(() => process.exit(130)))
}
let wrong = 0
try {
  if (engine !== undefined) await importModelImage(engine)
  for (const sample of chosen) if (!(await isAsExpected(sample))) wrong += 1
} finally {
  await engine?.stop()
}
console.log(`${chosen.length} samples, ${wrong} with another verdict than expected`)
process.exitCode = wrong === 0 ? 0 : 1

async function isAsExpected(sample: HostSample): Promise<boolean> {
  const { name, folder, inputs, isBuiltBefore } = sample
  const workspace = mkdtempSync(join(tmpdir(), 'test-host-'))
  const copy = join(workspace, basename(name))
  cpSync(join(samples, name), copy, { recursive: true })
  const result = await runAction({
    workspace,
    inputs: {
      'working-directory': folder,
      rehearse: 'host',
      'host-image': values.image ?? modelImage,
      ...(isBuiltBefore ? { binary: relative(workspace, buildWrongBinary(copy)) } : {}),
      ...inputs,
    },
    env: engine === undefined ? {} : { DOCKER_HOST: engine.dockerHost },
  })
  const end = endOf(result.exitCode, result.log)
  const isRight = isExpected(sample, end)
  const what = [
    ...(end.errors.length === 0 ? ['no error'] : end.errors),
    ...(end.isAsked ? [] : ['no container']),
  ]
  console.log(
    `${isRight ? 'as expected' : 'WRONG      '} ${name}${isBuiltBefore ? ', built before' : ''}: ${end.exitCode === 0 ? 'green' : 'red'} (${what.join(', ')}), ${(result.elapsedMs / 1000).toFixed(1)} s`,
  )
  if (!isRight) console.log(readableLog(result.log).slice(-3000))
  result.dispose()
  rmSync(workspace, { recursive: true, force: true })
  return isRight
}
