// Compiles, lints and holds the directions of imports: three programs at once, each with what it said.
// With --dist a fourth one holds dist/ to the source (`check-dist.mjs`), which none of the others touches.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (path) => join(root, 'node_modules', path)
const cache = join(root, '.cache', 'dependency-cruiser')
const programs = [
  [bin('typescript/bin/tsc'), '--noEmit'],
  [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.'],
  [
    ...[bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--cache', cache, '--cache-strategy', 'content'],
    ...['src', 'emulator', 'scripts'],
  ],
]
if (process.argv.includes('--dist')) programs.unshift([join(root, 'scripts', 'check-dist.mjs')])

const ended = await Promise.all(programs.map(run))
for (const { text } of ended) process.stdout.write(text)
process.exit(ended.every(({ code }) => code === 0) ? 0 : 1)

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece) => {
        text += piece
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, text }))
  })
}
