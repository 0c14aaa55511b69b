// Prints the compressed size of what every run of the action downloads, and fails above 1.5 MB.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const limitBytes = 1_500_000
const root = fileURLToPath(new URL('..', import.meta.url))
const archive = spawnSync('git', ['archive', '--format=tar', 'HEAD'], { cwd: root, maxBuffer: 1 << 28 })
if (archive.status !== 0) {
  console.error(`archive-size: git archive failed: ${archive.stderr}`)
  process.exit(1)
}
const sizeBytes = gzipSync(archive.stdout).byteLength
console.log(`archive-size: ${sizeBytes} bytes compressed (limit ${limitBytes})`)
if (sizeBytes > limitBytes) process.exit(1)
