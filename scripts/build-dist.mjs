// Bundles src/ into dist/ and writes the licences of everything that may be bundled.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'
import { generateLicenseFile } from 'generate-license-file'
import { withBundledPackages } from './bundled-packages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
// Types are checked by `npm run check`.
const options = { esm: true, cache: false, target: 'es2022', transpileOnly: true, quiet: true }
// A script that opens a browser: it comes with a way of signing in that a job cannot use.
const unused = ['xdg-open']

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
const { code, assets } = await ncc(join(root, 'src', 'index.ts'), options)
writeFileSync(join(dist, 'index.js'), code)
for (const [name, { source }] of Object.entries(assets)) {
  if (!unused.includes(name)) writeFileSync(join(dist, name), source)
}
// ncc's own licence option lists only the last chunk's packages once there are lazy chunks.
await withBundledPackages((folder) =>
  generateLicenseFile(join(folder, 'package.json'), join(dist, 'licenses.txt'), 'lf'),
)
