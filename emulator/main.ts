/**
 * `npm run emulator`: starts the emulator for a person and prints what to export.
 */
import { parseArgs } from 'node:util'
import { fleet } from './app/apps'
import { startEmulator } from './emulator'
import type { FaultPlan } from './server/faults'
import { asMeasured } from './server/latencies'

const { values: flags } = parseArgs({
  options: {
    'as-measured': { type: 'boolean', default: false },
    requests: { type: 'boolean', default: false },
    faults: { type: 'string', default: '{}' },
  },
})
const startedAtMs = Date.now()
const emulator = await startEmulator({
  apps: fleet(),
  faults: readFaults(flags.faults),
  pageItems: 100,
  ...(flags['as-measured'] ? { latencies: asMeasured } : {}),
  onRequest: (request) => {
    if (!flags.requests) return
    const fault = request.fault ? ` (${request.fault})` : ''
    const note = request.note ? ` [${request.note}]` : ''
    console.log(
      `${request.service} ${request.method} ${request.path} ${request.status ?? 'reset'}${fault}${note}`,
    )
  },
})

console.log(`Azure emulator started in ${Date.now() - startedAtMs} ms. For a shell:\n`)
for (const [name, value] of Object.entries(emulator.env)) console.log(`export ${name}='${value}'`)
console.log(`\nInputs: client-id ${emulator.ids.clientId}, tenant-id ${emulator.ids.tenantId},`)
console.log(`        subscription-id ${emulator.ids.subscriptionId}\n\nApps:`)
for (const app of emulator.state.apps) {
  console.log(
    `  ${app.key.padEnd(24)} ${app.spec.plan.padEnd(12)} ${app.spec.flavour.padEnd(15)} https://${app.host}`,
  )
}
console.log(
  `\nCall an app with: curl --cacert ${emulator.env['NODE_EXTRA_CA_CERTS']} https://localhost:PORT/api/…`,
)
console.log('Ctrl-C stops it.')

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1)
    isStopping = true
    emulator.stop().then(() => process.exit(0))
  })
}

/** A `FaultPlan` as JSON; paths of request faults are regular expressions as text. */
function readFaults(text: string): FaultPlan {
  return JSON.parse(text, (key, value: unknown) =>
    key === 'path' && typeof value === 'string' ? new RegExp(value) : value,
  ) as FaultPlan
}
