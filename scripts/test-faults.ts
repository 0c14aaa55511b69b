/**
 * The fault matrix: every HTTP request of a deployment, on every plan, meets every fault. Prints a table and every
 * defect. The results are kept in .cache/ (those of a part replace the same part), and the digest of all of them is
 * written into docs/reliability.md.
 *
 * Usage: npm run test:faults [-- --target flex] [-- --request REGEX] [-- --fault REGEX] [-- --verbose]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { anApp } from '../emulator/app/apps'
import type { Target } from './faults/deployer'
import { keepResults, printDigest, writeDigest } from './faults/digest'
import { runMatrix, type Scenario } from './faults/matrix'
import { makeTestPackages } from './faults/test-packages'

const targets: readonly Target[] = [
  { name: 'flex', app: anApp({ name: 'm-flex', plan: 'flex-consumption' }), slotName: '' },
  { name: 'premium', app: anApp({ name: 'm-premium', plan: 'elastic-premium' }), slotName: '' },
  {
    name: 'dedicated, slot',
    app: anApp({ name: 'm-dedicated', plan: 'dedicated', slots: [{ name: 'staging' }] }),
    slotName: 'staging',
  },
  {
    name: 'dedicated, slot and swap',
    app: anApp({ name: 'm-swap', plan: 'dedicated', slots: [{ name: 'staging' }] }),
    slotName: 'staging',
    swapWith: 'production',
  },
  { name: 'consumption', app: anApp({ name: 'm-consumption', plan: 'consumption' }), slotName: '' },
  {
    name: 'consumption, key',
    app: anApp({ name: 'm-key', plan: 'consumption', storage: 'connection-string', canReadBlobs: false }),
    slotName: '',
  },
]

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: '' },
    request: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
})

let strayRequests = 0
const elsewhere = createServer((_, response) => {
  strayRequests += 1
  response.end('{}')
})
await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
const folder = mkdtempSync(join(tmpdir(), 'faults-'))
const startedAt = Date.now()
const isWhole = values.request + values.fault === ''
const chosen = targets.filter(({ name }) => values.target === '' || name === values.target)
try {
  const packages = await makeTestPackages(folder)
  const all: Scenario[] = []
  const requests = new Map<string, number>()
  const runOne = async (target: Target): Promise<void> => {
    const found = await runMatrix(target, {
      packages,
      elsewhere: {
        url: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/stray`,
        count: () => strayRequests,
      },
      requestFilter: new RegExp(values.request),
      faultFilter: new RegExp(values.fault),
      onScenario: (scenario, report) => {
        if (scenario.result !== 'defect' && !values.verbose) return
        const { result, request, fault, code, reasons } = scenario
        console.log(`${result}: ${target.name}: ${request}: ${fault}: ${code} ${reasons.join('; ')}`)
        if (values.verbose) for (const line of report?.log ?? []) console.log(`    ${line}`)
        if (values.verbose) for (const finding of report?.findings ?? []) console.log('   ', finding)
      },
    })
    all.push(...found.scenarios)
    requests.set(target.name, found.requests)
    keepResults(target.name, isWhole, { ...found, elapsedMs: Date.now() - startedAt })
  }
  // All at once: each has an emulator and a process of its own, and most of the time goes into waiting.
  const ended = await Promise.allSettled(chosen.map(runOne))
  printDigest(all, requests, Date.now() - startedAt)
  const broken = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  for (const reason of broken) console.error(reason)
  if (broken.length === 0) writeDigest(targets.map(({ name }) => name))
  const isClean = broken.length === 0 && all.length > 0 && all.every(({ result }) => result !== 'defect')
  process.exitCode = isClean ? 0 : 1
} finally {
  elsewhere.close()
  rmSync(folder, { recursive: true, force: true })
}
// A connection that a fault left open must not keep the process.
process.exit()
