/** An image that holds Node, what it links, and our model of the Functions host; nothing is downloaded. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundleModelHost } from '../model-host/bundle'
import type { TestEngine } from './engine'

/** A registry that refuses at once: pulling it fails, and what is here is used. */
export const modelImage = 'localhost:9/model-host:1'

export async function importModelImage(engine: TestEngine): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'model-image-'))
  try {
    const node = realpathSync(process.execPath)
    for (const folder of ['etc', 'tmp', 'home/data', 'home/site/wwwroot', 'secrets', 'usr/bin'])
      mkdirSync(join(root, folder), { recursive: true })
    copyFileSync(node, join(root, 'usr/bin/node'))
    for (const library of librariesOf(node)) {
      mkdirSync(join(root, dirname(library)), { recursive: true })
      copyFileSync(realpathSync(library), join(root, library))
    }
    await bundleModelHost(join(root, 'model-host.mjs'))
    const tar = spawnSync('tar', ['-C', root, '-cf', '-', '.'], { maxBuffer: 2 ** 30 })
    const command = 'CMD ["/usr/bin/node","/model-host.mjs"]'
    engine.docker(['import', '--change', command, '-', modelImage], tar.stdout)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function librariesOf(program: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
  return [...stdout.matchAll(/(?:=> |^\s*)(\/\S+) \(/gm)].map(([, path = '']) => path)
}
