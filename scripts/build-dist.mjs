// Bundles src/ into dist/ and writes the licences of everything that may be bundled.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateLicenseFile } from 'generate-license-file'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js')

// ncc leaves files of earlier builds behind. Types are checked by `npm run check`.
rmSync(dist, { recursive: true, force: true })
for (const [entry, out] of [
  ['index.ts', 'dist'],
  [join('discover', 'index.ts'), join('dist', 'discover')],
  [join('overview', 'index.ts'), join('dist', 'overview')],
]) {
  const args = [ncc, 'build', join('src', entry), '--out', out]
  const options = ['--target', 'es2022', '--no-cache', '--transpile-only']
  const built = spawnSync(process.execPath, [...args, ...options], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

// Some dependencies come with CRLF; what is committed has LF (JavaScript itself reads both alike).
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const file = join(entry.parentPath, entry.name)
  const text = readFileSync(file, 'utf8')
  if (text.includes('\r\n')) writeFileSync(file, text.replaceAll('\r\n', '\n'))
}

// ncc's own licence option lists only the last chunk's packages once there are lazy chunks.
await generateLicenseFile(join(root, 'package.json'), join(dist, 'licenses.txt'), 'lf')
