// Bundles src/ into dist/ and writes the licences of everything that may be bundled.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'
import { generateLicenseFile } from 'generate-license-file'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
// Types are checked by `npm run check`.
const options = { esm: true, cache: false, target: 'es2022', transpileOnly: true, quiet: true }
// What opens a browser, for a way of signing in that a job cannot use: a part of the bundle that is only loaded there,
// and a script.
const unused = { module: 'open', script: 'xdg-open' }

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
const { code, assets, stats } = await ncc(join(root, 'src', 'index.ts'), options)
writeFileSync(join(dist, 'index.js'), code)
const { chunks } = stats.toJson({ chunkModulesSpace: Infinity, nestedModulesSpace: Infinity })
const needed = chunks.filter(({ origins }) => origins.map(({ request }) => request).join() !== unused.module)
const left = chunks.filter((chunk) => !needed.includes(chunk)).flatMap(({ files }) => files)
for (const [name, { source }] of Object.entries(assets)) {
  if (name !== unused.script && !left.includes(name)) writeFileSync(join(dist, name), source)
}
// ncc's own licence option lists only the last chunk's packages once there are lazy chunks.
await generateLicenseFile(join(root, 'package.json'), join(dist, 'licenses.txt'), 'lf')
if (process.argv.includes('--contents')) needed.forEach(printContents)

/** Says of a file of the bundle what asks for it, and which packages are in it. */
function printContents({ files, origins, modules }) {
  const sizes = new Map()
  const pending = [...modules]
  for (const { name = '', size, modules: inner } of pending) {
    if (inner === undefined) {
      const owner = [...name.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1] ?? 'src'
      sizes.set(owner, (sizes.get(owner) ?? 0) + size)
    } else pending.push(...inner)
  }
  const asking = new Set(
    origins.map(({ request }) => (isAbsolute(request) ? relative(root, request) : request)),
  )
  console.log(`${files.join(', ')} (asked for: ${[...asking].join(', ')})`)
  for (const [owner, bytes] of [...sizes].sort((one, other) => other[1] - one[1]))
    console.log(`  ${String(Math.round(bytes / 1024)).padStart(6)} KiB  ${owner}`)
}
