/** Where in a repository function apps lie, for a run whose working-directory holds none. Reads names within a limit. */
import { listFiles } from '../files/listing'
import { unlessItFails } from '../files/unless-it-fails'
import { block } from '../text/passages'

const mostFiles = 50_000
const mostNamed = 20

const smallestHostJson = `{
  "version": "2.0",
  "customHandler": {
    "description": { "defaultExecutablePath": "handler" },
    "enableForwardingHttpRequest": true
  }
}`

/**
 * Finds every folder with a host.json.
 *
 * @param repositoryRoot absolute
 * @returns paths relative to it, shortest first; none when there are too many files to look through
 */
export function appFoldersIn(repositoryRoot: string): readonly string[] {
  const files = unlessItFails(() => listFiles(repositoryRoot, { limit: mostFiles })) ?? []
  return files
    .flatMap(({ path }) =>
      /(?:^|\/)host\.json$/.test(path) ? [path.slice(0, -'/host.json'.length) || '.'] : [],
    )
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
}

/**
 * The hint for a folder without host.json.
 *
 * @param folders as `appFoldersIn` gives them
 * @returns what to set, ready to be copied
 */
export function appFolderHint(folders: readonly string[]): string {
  const [only, ...others] = folders
  const assembled =
    'When a Makefile, a Dockerfile or a script puts the folder together, run it in a step before this one, or give its zip as package.'
  if (only === undefined)
    return `Set working-directory to the folder that holds host.json, or add the file:\n${block(smallestHostJson, 'json')}\n${assembled}\nMore about it: https://github.com/org/go-azure-func-action/blob/main/docs/findings.md#host-json-missing`
  if (others.length === 0) return `Set working-directory: ${only}, where there is one.`
  const inputs = folders.slice(0, mostNamed).map((folder) => `working-directory: ${folder}`)
  const more = folders.length > mostNamed ? `; and ${folders.length - mostNamed} more` : ''
  return `The repository has ${folders.length} folders with a host.json. Set the one that is meant: ${inputs.join('; ')}${more}`
}
