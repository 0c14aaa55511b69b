/**
 * The artifacts of one run, kept on disk, as actions/upload-artifact and actions/download-artifact treat them.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

type Inputs = Readonly<Record<string, string>>

export class Artifacts {
  readonly #store: string

  constructor(store: string) {
    this.#store = store
  }

  get names(): readonly string[] {
    return existsSync(this.#store) ? readdirSync(this.#store).sort() : []
  }

  upload(workspace: string, inputs: Inputs): void {
    known(inputs, ['name', 'path', 'if-no-files-found', 'include-hidden-files', 'overwrite'])
    const { name = '', path = '' } = inputs
    if (/[":<>|*?\r\n\\/]/.test(name)) throw new Error(`an artifact cannot have the name '${name}'`)
    const source = resolve(workspace, path)
    const isHidden =
      path.split('/').some((part) => /^\.[^.]/.test(part)) && inputs['include-hidden-files'] !== 'true'
    if (isHidden || !existsSync(source)) {
      if (inputs['if-no-files-found'] === 'error') throw new Error(`there is no file '${path}' to upload`)
      return
    }
    const target = join(this.#store, name)
    if (existsSync(target)) {
      if (inputs['overwrite'] !== 'true') throw new Error(`there is an artifact '${name}' already`)
      rmSync(target, { recursive: true })
    }
    mkdirSync(target, { recursive: true })
    copyFileSync(source, join(target, basename(source)))
  }

  download(workspace: string, inputs: Inputs): void {
    known(inputs, ['name', 'pattern', 'path', 'merge-multiple'])
    const { name, pattern, path = '' } = inputs
    const target = resolve(workspace, path)
    if (name !== undefined) {
      if (!this.names.includes(name)) throw new Error(`there is no artifact '${name}'`)
      cpSync(join(this.#store, name), target, { recursive: true })
      return
    }
    const parts = (pattern ?? '').split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'))
    const wanted = new RegExp(`^${parts.join('.*')}$`)
    for (const each of this.names.filter((candidate) => wanted.test(candidate))) {
      const into = inputs['merge-multiple'] === 'true' ? target : join(target, each)
      cpSync(join(this.#store, each), into, { recursive: true })
    }
  }
}

function known(inputs: Inputs, names: readonly string[]): void {
  for (const name of Object.keys(inputs)) {
    if (!names.includes(name)) throw new Error(`the input '${name}' is not known here`)
  }
}
