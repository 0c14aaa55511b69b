/** The pages that people read: those at the top, those under docs/ with the findings of each room, and those of the samples. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../../scripts/run-action'

/** Paths from the root of the repository, with forward slashes. */
export const markdownPages: readonly string[] = [
  '.',
  'docs',
  'docs/dev',
  'docs/findings',
  'samples/good',
].flatMap((folder) =>
  readdirSync(join(repositoryRoot, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
)
