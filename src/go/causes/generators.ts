/** Signs that files of a project are generated, and by what. Reads names of files and go:generate lines. */
import { fileStatus } from '../command/file-status'
import { readFolder, readText } from '../command/text-file'
import { type LocalModule, nameOf, type Situation } from './situation'

/** Names that generators give to their files. */
export function generatedNames(folder: string): readonly string[] {
  const base = folder.split('/').at(-1) ?? ''
  return [
    'a.pb.go',
    'a_gen.go',
    'wire_gen.go',
    'a.gen.go',
    'a_templ.go',
    'a.sql.go',
    'generated.go',
    `${base}.go`,
    'a.go',
  ]
}

const mostFoldersForGenerators = 300

/** What to do for a folder that may be generated. */
export function generateHint(module: LocalModule, situation: Situation): string {
  const directive = generateLine(module, situation)
  const config = generatorConfigs.find(
    ([file]) => fileStatus(situation.flavour.resolve(module.folder, file))?.isFile() === true,
  )
  if (directive !== undefined) {
    return `Commit the folder; or, when it is generated, run go generate ./... in a step before this one (${directive} has a go:generate line).`
  }
  if (config !== undefined)
    return `Commit the folder; or, when it is generated, run ${config[1]} in a step before this one (${config[0]} is there).`
  return 'Commit the folder; or, when it is generated, run its generator (go generate ./…) in a step before this one.'
}

const generatorConfigs = [
  ['buf.gen.yaml', 'buf generate'],
  ['sqlc.yaml', 'sqlc generate'],
  ['sqlc.yml', 'sqlc generate'],
  ['sqlc.json', 'sqlc generate'],
  ['gqlgen.yml', 'gqlgen generate'],
  ['.mockery.yaml', 'mockery'],
] as const

function generateLine({ folder: root }: LocalModule, situation: Situation): string | undefined {
  const queue = [root]
  for (const folder of queue) {
    for (const { name, isFolder } of readFolder(folder) ?? []) {
      const path = situation.flavour.resolve(folder, name)
      if (isFolder) {
        const isCode = !/^[._]|^(?:vendor|testdata|node_modules)$/.test(name)
        if (isCode && queue.length < mostFoldersForGenerators) queue.push(path)
      } else if (name.endsWith('.go') && /^\/\/go:generate /m.test(readText(path) ?? '')) {
        return nameOf(path, situation)
      }
    }
  }
  return undefined
}
