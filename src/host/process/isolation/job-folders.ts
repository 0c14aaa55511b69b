/** The folders of a job and its runner, from the variables that the runner sets. Pure. */
import { dirname, isAbsolute } from 'node:path'

const folderVariables = [
  'GITHUB_WORKSPACE',
  'RUNNER_WORKSPACE',
  'RUNNER_TEMP',
  'RUNNER_TOOL_CACHE',
  'GITHUB_ACTION_PATH',
  'HOME',
]
const commandFileVariables = [
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_EVENT_PATH',
]

/**
 * Lists what a handler has no business with.
 *
 * @param environment of the action's process
 * @param nodePath `process.execPath`; a runner's own Node lies in its `externals`, beside its credentials
 * @returns absolute folders, without the root
 * @see docs.github.com, "Variables reference"; src/Misc/externals.sh in actions/runner
 */
export function jobFolders(environment: NodeJS.ProcessEnv, nodePath: string): readonly string[] {
  const runner = /^(.+)\/externals\/node[^/]*\/bin\/node$/.exec(nodePath)?.[1]
  const named = folderVariables.map((name) => environment[name])
  const files = commandFileVariables.map((name) => environment[name]).map((path) => path && dirname(path))
  const folders = [runner, ...named, ...files].filter((path) => path !== undefined && isAbsolute(path))
  return [...new Set(folders as string[])].filter((path) => path !== '/')
}
