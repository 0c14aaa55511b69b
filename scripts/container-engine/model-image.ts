/** An image that holds Node, a shell, what they link, and our model of the Functions host; nothing is downloaded. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundleModelHost } from '../model-host/bundle'
import type { TestEngine } from './engine'

/** A registry that refuses at once: pulling it fails, and what is here is used. */
export const modelImage = 'localhost:9/model-host:1'

/** A handler may be a script. */
const programs = { 'usr/bin/node': process.execPath, 'bin/sh': '/bin/sh', 'bin/sleep': '/bin/sleep' }

export async function importModelImage(engine: TestEngine): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'model-image-'))
  try {
    for (const folder of ['etc', 'tmp', 'home/data', 'home/site/wwwroot', 'secrets'])
      mkdirSync(join(root, folder), { recursive: true })
    // As in every image with a system in it, a handler can ask who it is.
    writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n')
    for (const [path, program] of Object.entries(programs)) copyWithLibraries(program, path, root)
    await bundleModelHost(join(root, 'model-host.mjs'))
    const tar = spawnSync('tar', ['-C', root, '-cf', '-', '.'], { maxBuffer: 2 ** 30 })
    const command = 'CMD ["/usr/bin/node","/model-host.mjs"]'
    engine.docker(['import', '--change', command, '-', modelImage], tar.stdout)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function copyWithLibraries(program: string, path: string, root: string): void {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
  const libraries = [...stdout.matchAll(/(?:=> |^\s*)(\/\S+) \(/gm)].map(([, library = '']) => library)
  for (const [from, to] of [[program, path], ...libraries.map((library) => [library, library] as const)]) {
    mkdirSync(join(root, dirname(to)), { recursive: true })
    copyFileSync(realpathSync(from), join(root, to))
  }
}
