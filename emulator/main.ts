/**
 * `npm run emulator`: starts the emulator for a person and prints what to export.
 */
import { fleet } from './apps'
import { startEmulator } from './emulator'
import { asMeasured } from './latencies'

const isSlow = process.argv.includes('--as-measured')
const isVerbose = process.argv.includes('--requests')
const startedAtMs = Date.now()
const emulator = await startEmulator({
  apps: fleet(),
  ...(isSlow ? { latencies: asMeasured } : {}),
  onRequest: (request) => {
    if (!isVerbose) return
    const fault = request.fault ? ` (${request.fault})` : ''
    console.log(`${request.service} ${request.method} ${request.path} ${request.status ?? 'reset'}${fault}`)
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
