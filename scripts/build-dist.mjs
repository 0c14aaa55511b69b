// Bundles src/ into dist/ and writes the licences of everything that may be bundled.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'
import { generateLicenseFile } from 'generate-license-file'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
// CommonJS: Node starts it sooner than ES modules, chunk by chunk (docs/performance.md has the measurement).
// Types are checked by `npm run check`.
const options = { esm: false, cache: false, target: 'es2022', transpileOnly: true, quiet: true }

rmSync(dist, { recursive: true, force: true })
for (const action of ['', 'discover', 'overview']) {
  const { code, assets } = await ncc(
    join(root, 'src', action === '' ? '' : `many-apps/${action}`, 'index.ts'),
    options,
  )
  write(join(dist, action, 'index.js'), code)
  for (const [name, { source, permissions }] of Object.entries(assets)) {
    write(join(dist, action, name), source, permissions)
  }
}
// The package around it says `module`.
write(join(dist, 'package.json'), '{"type":"commonjs"}\n')

// ncc's own licence option lists only the last chunk's packages once there are lazy chunks.
await generateLicenseFile(join(root, 'package.json'), join(dist, 'licenses.txt'), 'lf')

function write(file, source, permissions = 0o644) {
  mkdirSync(dirname(file), { recursive: true })
  const content = file.endsWith('.js')
    ? inAscii(startingFast(withOwnAddress(withLineFeeds(source.toString()))))
    : source
  writeFileSync(file, content, { mode: permissions & 0o777 })
}

/** Some dependencies come with CRLF; what is committed has LF (JavaScript itself reads both alike). */
function withLineFeeds(text) {
  return text.replaceAll('\r\n', '\n')
}

/**
 * The bundler puts CommonJS's `require` and `__filename` in the place of `import.meta.url`, and then takes them for
 * variables of the module that have these names (`@azure/storage-common`), which have no value yet at that place.
 */
function withOwnAddress(text) {
  return text.replace(
    /\b\w+_require\("url"\)\.pathToFileURL\(\w+_filename\)\.href/g,
    'require("url").pathToFileURL(__filename).href',
  )
}

/**
 * The bundler wraps each module in an arrow function, which V8 only skims when it loads the file, and reads again
 * when the module is needed a moment later. A `function` in parentheses is compiled at once: V8 takes the
 * parentheses as a sign of a call (docs/performance.md has the measurement). No module asks its wrapper for `this`.
 */
function startingFast(text) {
  return text.replace(/^(\/\*{3}\/ )\(\(([\w, ]*)\) => \{$/gm, '$1(function ($2) {')
}

/**
 * V8 keeps a file in two bytes per character as soon as one of them is not in Latin-1, an ellipsis in a message for
 * example, and takes longer to read it. Nor can a reviewer be misled by letters that look like others.
 */
function inAscii(text) {
  const [escaped] = /.{0,40}\\[^\0-\x7f]/.exec(text) ?? []
  if (escaped !== undefined) throw new Error(`the bundle would say something else: ${escaped}`)
  // Code units one by one, so that what takes two of them becomes two escapes, as JavaScript reads them.
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
